using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Circulars;

/// <summary>All that a circular says of an edition, from the rows kept with it and the objections to its round.</summary>
public sealed record EditionFigures(SettledRound Head, RuleSet Rules, IReadOnlyList<StandingRow> Rows, IReadOnlyList<UnitRow> Units, IReadOnlyList<EditionChange> Changes, RoundObjections Objections)
{
    private readonly Dictionary<string, string> names = Units.ToDictionary(unit => unit.Unit, unit => unit.Name, StringComparer.Ordinal);

    public string UnitName(string unit) => names.GetValueOrDefault(unit, unit);

    public IEnumerable<StandingRow> With(Flag flag) => Rows.Where(row => row.Flag == flag);

    /// <summary>Seven queries whatever the size; nothing if there is no such edition.</summary>
    public static async Task<EditionFigures?> Read(SaimaDb db, int season, int round, int edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var head = await db.Set<SettledRound>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == season && one.Round == round && one.Edition == edition, cancel);
        return head is null ? null : await Read(db, head, cancel);
    }

    public static async Task<EditionFigures> Read(SaimaDb db, SettledRound head, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(head);
        var rules = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(head.RuleSetDocument), "rules.json").Value?.Rules
            ?? throw new InvalidOperationException($"The rule set stored with round {head.Id} cannot be read.");
        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == head.Id).OrderBy(row => row.Position).ToListAsync(cancel);
        var units = await db.Set<UnitRow>().AsNoTracking().Where(row => row.RoundId == head.Id).OrderBy(row => row.Position).ToListAsync(cancel);
        var changes = head.SupersedesId is { } old ? await EditionChanges.Read(db, old, head.Id, cancel) : [];
        return new(head, rules, rows, units, [.. changes.Where(change => change.Before?.Flag != change.After?.Flag || change.Before?.Rank != change.After?.Rank)], await RoundObjections.Read(db, head.Season, head.Round, cancel));
    }
}
