using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Modules.Audit.Checks;
using Saima.Modules.Audit.Lines;

namespace Saima.Modules.Audit;

public sealed class AuditModule : SaimaModule
{
    public override string Name => "audit";

    public override IReadOnlyList<MenuItem> Menu { get; } = [new(AuditWords.Ledger, AuditLinks.Ledger, "history", 910) { For = [Role.AuditAdministrator] }];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LedgerWatch>();
        services.AddSingleton<CheckWork>();
        services.AddHostedService<WatchAlong>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => LedgerFiles.Map(endpoints);

    public override void MapTables(ModelBuilder model) => AuditData.Map(model);
}
