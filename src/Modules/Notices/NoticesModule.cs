using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Deliveries;
using Saima.Modules.Notices.Feeds;
using Saima.Modules.Notices.Reminders;

namespace Saima.Modules.Notices;

public sealed class NoticesModule : SaimaModule
{
    public override string Name => "notices";

    public override IReadOnlyList<MenuItem> Menu { get; } =
    [
        new(NoticeWords.Inbox, NoticesLinks.Inbox, "inbox", 90) { For = Roles.Register },
        new(DeliveryWords.Deliveries, NoticesLinks.Deliveries, "bell", 905) { For = [Role.SystemAdministrator] },
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<NoticeSecrets>();
        services.AddSingleton<Addressees>();
        services.AddSingleton(SiteAddress.Of(configuration));
        services.AddSingleton(MailServer.Of(configuration));
        services.AddSingleton(CallableNetworks.Of(configuration));
        services.AddSingleton<RobotCalls>();
        services.AddSingleton<SendDeliveries>();
        services.AddSingleton<NoticeWorker>();
        if (configuration["SAIMA_REMINDERS"] != "off")
        {
            services.AddHostedService(provider => provider.GetRequiredService<NoticeWorker>());
        }
    }

    public override void Use(IApplicationBuilder app) => app.UseMiddleware<CountUnread>();

    public override Task<Phrase?> Announce(IServiceProvider services, CancellationToken cancel)
    {
        var said = new[] { services.GetRequiredService<MailServer>().Fault, services.GetRequiredService<CallableNetworks>().Fault }.OfType<Phrase>().ToList();
        return Task.FromResult(said.Count == 0 ? null : new Phrase(string.Join('\n', said.Select(one => one.Zh)), string.Join('\n', said.Select(one => one.En))));
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        FeedFile.Map(endpoints);
        DeliveriesWorkbook.Map(endpoints);
    }

    public override void MapTables(ModelBuilder model) => NoticesData.Map(model);
}
