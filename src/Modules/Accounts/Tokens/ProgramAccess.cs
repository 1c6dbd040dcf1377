using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.Tokens;

/// <summary>Programs with a token in <c>Authorization: Bearer</c>: who they are, and how often they may ask.</summary>
public static class ProgramAccess
{
    private const string Scheme = "Bearer ";
    private static readonly object Rate = new();
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static bool Asks(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Headers.Authorization.ToString().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The program a token belongs to; empty if it is unknown, over or revoked.</summary>
    public static async Task<Actor?> Find(HttpContext http, SaimaDb db, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var hash = ProgramToken.HashOf(http.Request.Headers.Authorization.ToString()[Scheme.Length..].Trim());
        var now = time.GetUtcNow();
        var token = await db.Set<ProgramToken>().AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.RevokedAt == null, http.RequestAborted);
        if (token is null || token.ValidTo < Written.DayOf(now))
        {
            return null;
        }

        if (token.UsedAt is not { } used || now - used > Window)
        {
            await db.Set<ProgramToken>().Where(one => one.Id == token.Id).ExecuteUpdateAsync(one => one.SetProperty(row => row.UsedAt, now), http.RequestAborted);
        }

        http.Items[Rate] = token.PerMinute;
        return new($"token/{token.Id}", token.Name, []) { Scopes = token.Scopes.Split(' ').ToHashSet(StringComparer.Ordinal) };
    }

    public static Task Refuse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Say(http, StatusCodes.Status401Unauthorized, AccountRefusals.BadToken);
    }

    public static void Limit(RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Items[Rate] is int most
            ? RateLimitPartition.GetFixedWindowLimiter(http.Actor()!.Id, _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Say(context.HttpContext, StatusCodes.Status429TooManyRequests, AccountRefusals.TooOften);
        };
    }

    private static Task Say(HttpContext http, int status, Refusal refusal)
    {
        var culture = CultureInfo.CurrentUICulture;
        return Results.Problem(detail: refusal.Remedy.In(culture), title: refusal.Message.In(culture), statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code }).ExecuteAsync(http);
    }
}
