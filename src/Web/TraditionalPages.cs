using System.Globalization;
using System.Text;
using Saima.Kernel.Chinese;

namespace Saima.Web;

/// <summary>
/// Whoever reads traditional characters reads the names and texts of the register in them too: the answer is converted as it leaves.
/// What was typed into a field, what is code and what says <c>translate="no"</c> stays as it is.
/// </summary>
public sealed class TraditionalPages(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!TraditionalChinese.IsFor(CultureInfo.CurrentUICulture) || !PageFingerprint.IsPage(http))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        // Nothing was said yet: whoever stands further out may say it.
        if (page.Length == 0)
        {
            return;
        }

        var written = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            written = Encoding.UTF8.GetBytes(TraditionalHtml.Of(Encoding.UTF8.GetString(written.Span)));
            http.Response.ContentLength = null;
        }

        await body.WriteAsync(written, http.RequestAborted);
    }
}
