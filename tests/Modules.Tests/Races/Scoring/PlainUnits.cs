using System.Numerics;
using Saima.Engines.Scoring;

namespace Saima.Modules.Tests.Races.Scoring;

/// <summary>The unit table of the oracle.</summary>
internal static class PlainUnits
{
    public static IEnumerable<(int Unit, int Rank, long Score, int Projects, int Red, int Yellow, int Snail, int Exempt, int None)> Table(
        List<PlainResult> settled, IReadOnlyList<PlainProject> projects, IReadOnlyList<UnitClass> units)
    {
        var scores = Enumerable.Range(0, units.Count).ToDictionary(unit => unit, unit => Score(settled.Where(r => projects[r.Project].Unit == unit), projects));
        foreach (var unitClass in Enum.GetValues<UnitClass>())
        {
            var members = Enumerable.Range(0, units.Count).Where(unit => units[unit] == unitClass).ToList();
            foreach (var unit in members.OrderBy(unit => scores[unit] is null).ThenByDescending(unit => scores[unit]).ThenBy(unit => unit))
            {
                var own = settled.Where(r => projects[r.Project].Unit == unit).ToList();
                int Count(Flag flag) => own.Count(r => r.Flag == flag);
                yield return (
                    unit, scores[unit] is null ? 0 : 1 + members.Count(other => scores[other] > scores[unit]), scores[unit] ?? Settlement.Undefined,
                    own.Count, Count(Flag.Red), Count(Flag.Yellow), Count(Flag.Snail), Count(Flag.Exempt), Count(Flag.None));
            }
        }
    }

    private static long? Score(IEnumerable<PlainResult> own, IReadOnlyList<PlainProject> projects)
    {
        BigInteger top = 0, under = 0;
        foreach (var row in own.Where(r => r.Score is not null))
        {
            top += (BigInteger)projects[row.Project].AnnualPlan * row.Score!.Value;
            under += projects[row.Project].AnnualPlan;
        }

        return under == 0 ? null : PlainSettling.HalfAway(top, under);
    }
}
