using Saima.Kernel.Modules;

namespace Saima.Projects;

public sealed class ProjectsModule : SaimaModule
{
    public override string Name => "projects";
}
