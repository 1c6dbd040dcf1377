using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Saima.Ui;

/// <summary>A page answered on the server in one go.</summary>
public abstract class SaimaPage : SaimaComponent
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>Says that there is nothing under this address; the page shows <c>NotFoundPanel</c> then.</summary>
    protected void Missing() => Http.Response.StatusCode = StatusCodes.Status404NotFound;
}
