using Saima.Ui;

namespace Saima.Web;

/// <summary>Before somebody is shown a page, what an earlier person let this device keep is thrown away.</summary>
public sealed class ForgetOthers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (HttpMethods.IsGet(http.Request.Method) && PageFingerprint.IsPage(http) && KeptHere.IsOfSomebodyElse(http))
        {
            KeptHere.Forget(http);
        }

        return next(http);
    }
}
