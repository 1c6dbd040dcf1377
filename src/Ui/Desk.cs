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

    public bool Admits(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return open || (http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Forwarded.Any(http.Request.Headers.ContainsKey));
    }
}
