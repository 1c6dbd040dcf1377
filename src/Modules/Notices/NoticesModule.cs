using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Modules.Notices.Feeds;

namespace Saima.Modules.Notices;

public sealed class NoticesModule : SaimaModule
{
    public override string Name => "notices";

    public override IReadOnlyList<MenuItem> Menu { get; } = [new(NoticeWords.Inbox, NoticesLinks.Inbox, "inbox", 90) { For = Roles.Register }];

    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => FeedFile.Map(endpoints);

    public override void MapTables(ModelBuilder model) => NoticesData.Map(model);
}
