using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.RuleSets;

/// <summary>A rule set that can be read, compared and tried.</summary>
/// <param name="KeptBy">Who handed it in; empty for the example and for one that only came with a settlement.</param>
/// <param name="Rounds">Editions settled by it.</param>
public sealed record ShelvedRuleSet(RuleSetDocument Document, DateTimeOffset? KeptAt, string? KeptBy, IReadOnlyList<UsedIn> Rounds)
{
    /// <summary>The example the platform comes with; it is nobody's regulation.</summary>
    public bool IsExample => Document.Hash == RuleSetDocument.Default.Hash;
}

/// <summary>An edition that was settled by a rule set.</summary>
public sealed record UsedIn(int Season, int Round, int Edition, bool Published);

/// <summary>The rule sets there are: the example, those handed in, and those that rounds were settled by.</summary>
public static class RuleSetShelf
{
    public static async Task<IReadOnlyList<ShelvedRuleSet>> Read(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var kept = await db.Set<KeptRuleSet>().AsNoTracking().ToDictionaryAsync(rules => rules.Hash, cancel);
        var used = (await db.Set<SettledRound>().AsNoTracking().Select(round => new { round.RuleSetHash, round.Id, round.Season, round.Round, round.Edition, Published = round.PublishedAt != null }).ToListAsync(cancel))
            .OrderBy(round => (round.Season, round.Round, round.Edition)).ToLookup(round => round.RuleSetHash);
        var elsewhere = used.Where(rounds => rounds.Key != RuleSetDocument.Default.Hash && !kept.ContainsKey(rounds.Key)).Select(rounds => rounds.First().Id).ToList();
        var settled = await db.Set<SettledRound>().AsNoTracking().Where(round => elsewhere.Contains(round.Id)).Select(round => round.RuleSetDocument).ToListAsync(cancel);
        return
        [
            .. kept.Values.Select(rules => Parsed(rules.Document)).Concat(settled.Select(Parsed)).Append(RuleSetDocument.Default).DistinctBy(document => document.Hash)
                .Select(document => new ShelvedRuleSet(
                    document, kept.GetValueOrDefault(document.Hash)?.KeptAt, kept.GetValueOrDefault(document.Hash)?.KeptBy,
                    [.. used[document.Hash].Select(round => new UsedIn(round.Season, round.Round, round.Edition, round.Published))]))
                .OrderBy(rules => rules.IsExample).ThenBy(rules => rules.Document.Code, StringComparer.Ordinal).ThenByDescending(rules => rules.Document.Version).ThenBy(rules => rules.Document.Hash, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rule set of this fingerprint, or of the only one that begins so.</summary>
    public static async Task<ShelvedRuleSet?> Find(SaimaDb db, string hash, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var all = await Read(db, cancel);
        return all.FirstOrDefault(rules => rules.Document.Hash == hash)
            ?? (hash.Length >= 6 && all.Where(rules => rules.Document.Hash.StartsWith(hash, StringComparison.Ordinal)).ToList() is [var only] ? only : null);
    }

    internal static RuleSetDocument Parsed(string document) =>
        RuleSetDocument.Parse(Encoding.UTF8.GetBytes(document), "rules.json").Value ?? throw new InvalidOperationException("A rule set that is kept cannot be read.");
}
