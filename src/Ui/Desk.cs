using System.Net;
using Microsoft.AspNetCore.Http;

namespace Saima.Ui;

/// <summary>办公页面: a page or endpoint for those who work with the register, not for the public.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeskAttribute : Attribute;

/// <summary>
/// Who may open the desks as long as there are no accounts: whoever sits at this very computer, or everybody the operator lets in
/// by setting <c>SAIMA_DESK</c> to <c>open</c>. A request that came through a proxy came from somewhere else.
/// </summary>
public sealed class DeskGate(bool open)
{
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    // A page from elsewhere may let its name point here, but it cannot call itself localhost.
    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    public bool Admits(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return open || (http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsHere(http.Request.Host.Host) && !Forwarded.Any(http.Request.Headers.ContainsKey));
    }
}
