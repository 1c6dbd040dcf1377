using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Cohorts;

/// <summary>A project of a round, as two rounds are compared; flag, score and deviation are empty before the round is settled.</summary>
/// <param name="Why">Why it has no rank, codes joined with <c>|</c>; empty for one that has.</param>
public sealed record CohortRow(string Project, string Name, string Unit, string UnitName, string Lane, string Why, Flag? Flag, long? Score, long? Deviation);

/// <summary>A project that is in one of two rounds, or in both with another unit or lane.</summary>
public sealed record CohortChange(CohortRow? Before, CohortRow? Now)
{
    public CohortRow Either => (Now ?? Before)!;
}

/// <summary>Flags and averages of some projects in a round.</summary>
/// <param name="Deviation">Mean, millionths of a percentage point; empty where none has one.</param>
/// <param name="Score">Mean of those that have a score, millionths.</param>
public sealed record CohortTotal(int Projects, IReadOnlyDictionary<Flag, int> Flags, long? Deviation, long? Score)
{
    public static CohortTotal Of(IReadOnlyCollection<CohortRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new(rows.Count, rows.Where(row => row.Flag is not null).GroupBy(row => row.Flag!.Value).ToDictionary(flag => flag.Key, flag => flag.Count()), Mean(rows.Select(row => row.Deviation)), Mean(rows.Select(row => row.Score)));
    }

    // Exact: the sum of a hundred thousand millionths does not fit into 64 bits where one is held at the limit.
    private static long? Mean(IEnumerable<long?> values)
    {
        var (sum, count) = (Int128.Zero, 0);
        foreach (var value in values.OfType<long>())
        {
            (sum, count) = (sum + value, count + 1);
        }

        return count == 0 ? null : (long)((sum + (Int128.Sign(sum) * (count / 2))) / count);
    }
}

/// <summary>A round's cohort against that of the round before.</summary>
/// <param name="Moved">In both, with another unit or another lane.</param>
/// <param name="Unranked">In this one without a rank.</param>
/// <param name="Raw">All projects of the round before and of this one.</param>
/// <param name="Alike">Only the projects that are in both: like for like.</param>
public sealed record CohortComparison(
    IReadOnlyList<CohortChange> Joined, IReadOnlyList<CohortChange> Left, IReadOnlyList<CohortChange> Moved, IReadOnlyList<CohortChange> Unranked,
    (CohortTotal Before, CohortTotal Now) Raw, (CohortTotal Before, CohortTotal Now) Alike)
{
    public static CohortComparison Of(IReadOnlyList<CohortRow> before, IReadOnlyList<CohortRow> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var then = before.ToDictionary(row => row.Project, StringComparer.Ordinal);
        var present = now.Select(row => row.Project).ToHashSet(StringComparer.Ordinal);
        var both = now.Where(row => then.ContainsKey(row.Project)).ToList();
        return new(
            [.. now.Where(row => !then.ContainsKey(row.Project)).Select(row => new CohortChange(null, row))],
            [.. before.Where(row => !present.Contains(row.Project)).Select(row => new CohortChange(row, null))],
            [.. both.Where(row => then[row.Project] is var old && (old.Unit, old.Lane) != (row.Unit, row.Lane)).Select(row => new CohortChange(then[row.Project], row))],
            [.. now.Where(row => row.Why.Length > 0).Select(row => new CohortChange(then.GetValueOrDefault(row.Project), row))],
            (CohortTotal.Of(before), CohortTotal.Of(now)),
            (CohortTotal.Of([.. before.Where(row => present.Contains(row.Project))]), CohortTotal.Of(both)));
    }
}
