using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Rounds;

/// <summary>A project whose place differs between two editions; one side is empty where it does not take part.</summary>
public sealed record EditionChange(StandingRow? Before, StandingRow? After)
{
    public StandingRow Either => (After ?? Before)!;
}

/// <summary>What a correction changed: the projects whose flag, lane, rank or score are not what they were.</summary>
public static class EditionChanges
{
    public static async Task<IReadOnlyList<EditionChange>> Read(SaimaDb db, long before, long after, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var then = await Rows(db, before, cancel);
        var now = await Rows(db, after, cancel);
        return [.. then.Keys.Union(now.Keys).Select(project => new EditionChange(then.GetValueOrDefault(project), now.GetValueOrDefault(project)))
            .Where(pair => pair is not { Before: { } one, After: { } other } || (one.Flag, one.Lane, one.Rank, one.Score, one.Reasons) != (other.Flag, other.Lane, other.Rank, other.Score, other.Reasons))
            .OrderByDescending(pair => pair.Before?.Flag != pair.After?.Flag).ThenBy(pair => pair.After?.Position ?? int.MaxValue).ThenBy(pair => pair.Either.Project, StringComparer.Ordinal)];
    }

    private static Task<Dictionary<string, StandingRow>> Rows(SaimaDb db, long round, CancellationToken cancel) =>
        db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == round).ToDictionaryAsync(row => row.Project, cancel);
}
