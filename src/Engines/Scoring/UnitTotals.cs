using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>Sums per unit; whole numbers, so that the order in which threads add does not matter.</summary>
internal sealed class UnitTotals(int units)
{
    private const int Flags = (int)Flag.Exempt + 1;

    private readonly int[] counts = new int[units * Flags];
    private readonly UInt128[] weighted = new UInt128[units];
    private readonly UInt128[] weights = new UInt128[units];

    public int Projects(int unit) => counts.AsSpan(unit * Flags, Flags).ToArray().Sum();

    public int Count(int unit, Flag flag) => counts[(unit * Flags) + (int)flag];

    /// <summary><c>Σ AP·score / Σ AP</c> in millionths, half up.</summary>
    public long Score(int unit) =>
        weights[unit] == 0 ? Settlement.Undefined : (long)(((2 * weighted[unit]) + weights[unit]) / (2 * weights[unit]));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(RoundFacts facts, Settlement settlement, int first, int count)
    {
        for (var at = first; at < first + count; at++)
        {
            var project = settlement.Project[at];
            var unit = facts.Unit[project];
            counts[(unit * Flags) + (int)settlement.Flag[at]]++;
            if (settlement.Score[at] == Settlement.Undefined)
                continue;
            var plan = (ulong)facts.AnnualPlan[project];
            var high = Math.BigMul(plan, (ulong)settlement.Score[at], out var low);
            weighted[unit] += new UInt128(high, low);
            weights[unit] += plan;
        }
    }

    public void Add(UnitTotals other)
    {
        for (var k = 0; k < counts.Length; k++)
            counts[k] += other.counts[k];
        for (var unit = 0; unit < weights.Length; unit++)
        {
            weighted[unit] += other.weighted[unit];
            weights[unit] += other.weights[unit];
        }
    }

    /// <summary>The unit table: class by class, ranked units first, ties sharing a rank, each tie by unit.</summary>
    public void FillTable(UnitClass[] classes, UnitStanding[] table)
    {
        var order = Enumerable.Range(0, units).OrderBy(unit => classes[unit]).ThenByDescending(Score).ThenBy(unit => unit).ToArray();
        int rank = 0, place = 0;
        for (var k = 0; k < units; k++)
        {
            var unit = order[k];
            var score = Score(unit);
            var sameClass = k > 0 && classes[order[k - 1]] == classes[unit];
            place = sameClass ? place + 1 : 1;
            if (!sameClass || score != table[k - 1].Score)
                rank = place;
            table[k] = new UnitStanding(
                unit, score == Settlement.Undefined ? 0 : rank, score, Projects(unit), Count(unit, Flag.Red), Count(unit, Flag.Yellow),
                Count(unit, Flag.Snail), Count(unit, Flag.Exempt), Count(unit, Flag.None));
        }
    }
}
