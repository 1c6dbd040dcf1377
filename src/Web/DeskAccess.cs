using Saima.Ui;

namespace Saima.Web;

/// <summary>Keeps the desks closed to those whom the gate does not admit.</summary>
public sealed class DeskAccess(RequestDelegate next, DeskGate gate)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<DeskAttribute>() is null || gate.Admits(http))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
