using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Saima.Kernel.Data;
using Saima.Ui;
using Saima.Ui.Layout;

namespace Saima.Modules.Notices.Reminders;

/// <summary>Counts what somebody has not read before a page is made for them; nothing else is asked for it.</summary>
public sealed class CountUnread(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, SaimaDb db)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Actor() is { Scopes: null } actor && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            Unread.Tell(http, await ReadReminders.Unread(db, actor.Id, http.RequestAborted));
        }

        await next(http);
    }
}
