using System.Globalization;
using System.Text.Json;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.Tokens;

/// <summary>A token as it is asked for.</summary>
public sealed record TokenOrder(string Name, IReadOnlyCollection<string> Scopes, DateOnly? ValidTo, int? PerMinute, string Reason);

/// <summary>A token that was just issued.</summary>
/// <param name="Secret">Shown once and kept nowhere.</param>
public sealed record IssuedToken(ProgramToken Token, string Secret);

/// <summary>Issues a read-only token to a program, for a year at most.</summary>
public static class IssueToken
{
    public const int MostPerMinute = 600;
    private const int LongestDays = 366;
    private const int LongestName = 60;

    public static async Task<Outcome<IssuedToken>> Run(SaimaDb db, TimeProvider time, Actor actor, TokenOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var now = time.GetUtcNow();
        var problems = Problems(order, Written.DayOf(now)).ToList();
        if (problems.Count > 0)
        {
            return AccountRefusals.Faulty(problems);
        }

        var secret = ProgramToken.Draw();
        var token = new ProgramToken
        {
            Id = Guid.NewGuid(),
            Name = order.Name.Trim(),
            Scopes = string.Join(' ', order.Scopes.Order(StringComparer.Ordinal)),
            Hash = ProgramToken.HashOf(secret),
            PerMinute = order.PerMinute!.Value,
            IssuedBy = actor.Name,
            IssuedAt = now,
            Reason = order.Reason.Trim(),
            ValidTo = order.ValidTo!.Value,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, actor.Name, [new("accounts.issue-token", Subject(token.Id), token.Reason, null, JsonSerializer.Serialize(new { name = token.Name, scopes = token.Scopes, validTo = token.ValidTo, perMinute = token.PerMinute }))], cancel);
        await transaction.CommitAsync(cancel);
        return new IssuedToken(token, secret);
    }

    internal static string Subject(Guid token) => $"accounts/token/{token}";

    private static IEnumerable<Problem> Problems(TokenOrder order, DateOnly today)
    {
        if (order.Name.Trim().Length is 0 or > LongestName)
        {
            yield return AccountRefusals.Field("name", order.Name, "BAD_NAME", new("没有写明是哪个程序。", "It is not said which program."), new($"写 1 到 {LongestName} 个字。", $"Write 1 to {LongestName} characters."));
        }

        if (order.Scopes.Count == 0 || order.Scopes.Except(ForProgramsAttribute.Scopes).Any())
        {
            yield return AccountRefusals.Field("scope", null, "NO_SCOPE", new("没有选可读的范围。", "No scope is chosen."), new("至少选一项。", "Choose at least one."));
        }

        if (order.ValidTo is not { } to || to < today || to > today.AddDays(LongestDays))
        {
            yield return AccountRefusals.Field("to", order.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "BAD_DAY", new("有效期要从今天起，最长一年。", "It is valid from today for a year at most."), new("改正日期。", "Mend the day."));
        }

        if (order.PerMinute is not (>= 1 and <= MostPerMinute))
        {
            yield return AccountRefusals.Field("rate", order.PerMinute?.ToString(CultureInfo.InvariantCulture), "BAD_RATE", new($"每分钟次数要在 1 到 {MostPerMinute} 之间。", $"Requests a minute are between 1 and {MostPerMinute}."), new("改正次数。", "Mend the number."));
        }

        if (order.Reason.Trim().Length is 0 or > 200)
        {
            yield return AccountRefusals.Field("reason", null, "WHY_MISSING", new("请写明依据。", "Say on what ground."), new("不超过 200 个字。", "Use at most 200 characters."));
        }
    }
}
