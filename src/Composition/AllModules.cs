using Saima.Kernel.Modules;
using Saima.Modules.Accounts;
using Saima.Modules.Audit;
using Saima.Modules.Notices;
using Saima.Modules.Races;
using Saima.Projects;

namespace Saima.Composition;

/// <summary>The one list of modules, for every host and every test.</summary>
public static class AllModules
{
    public static IReadOnlyList<SaimaModule> List { get; } = [new AccountsModule(), new ProjectsModule(), new RacesModule(), new NoticesModule(), new AuditModule()];
}
