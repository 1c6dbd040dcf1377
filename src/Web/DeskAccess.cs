using Saima.Kernel.Identity;
using Saima.Ui;

namespace Saima.Web;

/// <summary>Lets each page be opened, and its forms be sent, only by those whom its attributes name. What says nothing is refused to everybody.</summary>
public sealed class DeskAccess(RequestDelegate next)
{
    private const string SignIn = "/sign-in";

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.GetEndpoint() is not { } page)
        {
            return next(http);
        }

        var actor = http.Actor();
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        if (May(page, actor, reads))
        {
            return next(http);
        }

        if (actor is null && reads && http.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true))
        {
            http.Response.Redirect(SignIn + QueryString.Create("return", http.Request.Path + http.Request.QueryString));
            return Task.CompletedTask;
        }

        // The page that says so is only read, whatever was sent.
        http.Request.Method = HttpMethods.Get;
        http.Response.StatusCode = actor is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Whether somebody may open a page, or send its forms.</summary>
    public static bool May(Endpoint page, Actor? actor, bool reads)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (actor?.Scopes is { } scopes)
        {
            return reads && (page.Metadata.GetMetadata<PublicAttribute>() is not null || (page.Metadata.GetMetadata<ForProgramsAttribute>() is { } open && scopes.Contains(open.Scope)));
        }

        if (page.Metadata.GetMetadata<DeskAttribute>() is { } desk && (actor is null || !actor.HoldsAny(desk.Roles)))
        {
            return false;
        }

        if (page.Metadata.GetMetadata<SignedInAttribute>() is not null)
        {
            return actor is not null;
        }

        if (page.Metadata.GetMetadata<OpenFormsAttribute>() is not null)
        {
            return true;
        }

        var opened = page.Metadata.GetMetadata<DeskAttribute>() is not null || page.Metadata.GetMetadata<PublicAttribute>() is not null;
        return opened && (reads || (page.Metadata.GetMetadata<ChangedByAttribute>() is { } changed && actor?.HoldsAny(changed.Roles) == true));
    }
}
