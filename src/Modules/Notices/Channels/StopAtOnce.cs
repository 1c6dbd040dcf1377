using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Ui;

namespace Saima.Modules.Notices.Channels;

/// <summary>What a mail program asks for when somebody presses its button to be left alone (RFC 8058): no page, no cookie, no form of ours.</summary>
public static class StopAtOnce
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var address = NoticesLinks.StopAtOnce("{token}");
        endpoints.MapGet(address, (string token) => Results.Redirect(NoticesLinks.Stop(Uri.EscapeDataString(token)))).WithMetadata(new PublicAttribute());
        endpoints.MapPost(address, async (string token, SaimaDb db, TimeProvider time, NoticeSecrets secrets, CancellationToken cancel) =>
            await EndAddress.ByLink(db, time, secrets, token, cancel) ? Results.Ok() : Results.Text("", statusCode: StatusCodes.Status404NotFound)).WithMetadata(new OpenFormsAttribute());
    }
}
