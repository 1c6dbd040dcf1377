using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Ui;

namespace Saima.Web;

/// <summary>Records looks at personal data and exports by whoever is signed in, before anything is shown: what cannot be recorded is not shown.</summary>
public sealed class RecordLooks(RequestDelegate next)
{
    private const int LongestScope = 1000;

    public async Task InvokeAsync(HttpContext http, SaimaDb db, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        // A form that is sent was looked at when it was opened.
        if (http.GetEndpoint()?.Metadata.GetMetadata<RecordedAttribute>() is { } recorded && http.Actor() is { } actor && HttpMethods.IsGet(http.Request.Method))
        {
            var scope = http.Request.QueryString.Value is { Length: > 1 } query ? Uri.UnescapeDataString(query[1..].Replace('+', ' ')) : null;
            await RecordLook.Run(db, time.GetUtcNow(), actor.Name, recorded.Action, recorded.SubjectOf(http.Request), scope: scope?[..Math.Min(scope.Length, LongestScope)], cancel: http.RequestAborted);
        }

        await next(http);
    }
}
