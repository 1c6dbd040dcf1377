using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Saima.Kernel.Refusals;

namespace Saima.Ui;

/// <summary>A page answered on the server in one go.</summary>
public abstract class SaimaPage : SaimaComponent
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>Whether who reads this page may also send its forms.</summary>
    protected bool MayChange => Http.GetEndpoint()?.Metadata.GetMetadata<ChangedByAttribute>() is { } changed && Http.Actor()?.HoldsAny(changed.Roles) == true;

    /// <summary>Says that who reads this page may not; the page shows <c>ClosedPanel</c> then.</summary>
    protected Refusal Refuse(Refusal refusal)
    {
        Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return refusal;
    }

    /// <summary>Says that there is nothing under this address; the page shows <c>NotFoundPanel</c> then.</summary>
    /// <param name="gone">There was something once, and it was taken down.</param>
    protected void Missing(bool gone = false) => Http.Response.StatusCode = gone ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
}
