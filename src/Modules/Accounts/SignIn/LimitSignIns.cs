using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>A page on which whoever fails too often from one address has to wait.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute : Attribute
{
    /// <summary>Coming there is a try by itself, not only sending a form.</summary>
    public bool Visits { get; init; }
}

/// <summary>Answers whoever tried too often with a page that says how long to wait, before any password is looked at.</summary>
public sealed partial class LimitSignIns(RequestDelegate next, SignInLimit limit, ILogger<LimitSignIns> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!Tries(http))
        {
            await next(http);
            return;
        }

        var address = http.Connection.RemoteIpAddress;
        if (limit.Enter(address) is { } wait)
        {
            TooOften(log, address?.ToString() ?? "", http.Request.Path);
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            // The page that says so is only read, whatever was sent.
            http.Request.Method = HttpMethods.Get;
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            await next(http);
        }
        finally
        {
            limit.Leave(address, limit.HasFailed(http));
        }
    }

    private static bool Tries(HttpContext http) => http.Request.Path == AccountsLinks.ProviderAnswer
        || (http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is { } limited && (limited.Visits || HttpMethods.IsPost(http.Request.Method)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in failed too often from {Address}; {Path} was refused")]
    private static partial void TooOften(ILogger log, string address, string path);
}
