using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Modules;
using Saima.Projects.Imports;
using Saima.Projects.Register;
using Saima.Projects.Samples;

namespace Saima.Projects;

public sealed class ProjectsModule : SaimaModule
{
    public override string Name => "projects";

    public override void MapTables(ModelBuilder model) => ProjectsData.Map(model);

    public override IEnumerable<Command> Commands(CommandHost host) => [SampleCommand.Create(host), ImportCommand.Create(host), RegisterCommand.Create(host), ExportCommand.Create(host)];
}
