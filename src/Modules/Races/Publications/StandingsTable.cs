using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>Writes <c>standings.csv</c> and <c>units.csv</c>.</summary>
internal static class StandingsTable
{
    private const long Million = 1_000_000;

    private static readonly string[] Before = ["rank", "lane", "project", "name", "unit", "flag", "reasons", "score"];
    private static readonly string[] After = ["ap", "pc", "ytd", "d", "ms", "slip", "start_missed", "inclusion_lag", "overdue", "on_time", "verified"];
    private static readonly string[] UnitColumns = ["rank", "class", "unit", "name", "score", "projects", "red", "yellow", "snail", "exempt", "none"];

    public static void Write(DataPackage data, RuleSet rules, Settlement settled, Stream target, CancellationToken cancel = default)
    {
        var rows = new CsvRows(target);
        rows.Header([.. Before, .. rules.Measures.Select(measure => measure.Code), .. After]);
        var lanes = rules.Lanes.Select(lane => Encoding.UTF8.GetBytes(lane.Code)).ToArray();
        var reasons = new ReasonTexts(rules);
        for (var i = 0; i < settled.Listing.Length; i++)
        {
            if ((i & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var at = settled.Listing[i];
            var project = settled.Project[at];
            Rank(rows, settled.Rank[at]);
            rows.Text(lanes[settled.Lane[at]]);
            rows.Text(data.ProjectIds.Utf8(project));
            rows.Text(data.ProjectNames.Utf8(project));
            rows.Text(data.UnitCodes.Utf8(data.Facts.Unit[project]));
            rows.Text(BundleFormat.Word(settled.Flag[at]));
            rows.Text(reasons.Of(settled.Reasons[at]));
            rows.Millionths(settled.Score[at]);
            foreach (var points in settled.Points)
            {
                rows.Millionths(points[at]);
            }

            rows.Money(data.Facts.AnnualPlan[project]);
            rows.Money(WholeYuan(settled.PlannedCumulativeTwelfths[at]));
            rows.Money(settled.YearToDate[at]);
            rows.Millionths(settled.Deviation[at]);
            rows.Millionths(Share(settled.MilestonesAchieved[at], settled.MilestonesDue[at]));
            rows.Whole(settled.Slip[at]);
            rows.Whole(settled.StartMissed[at]);
            rows.Whole(settled.InclusionLag[at]);
            rows.Whole(settled.Overdue[at]);
            rows.YesNo(settled.OnTime[at]);
            rows.YesNo(settled.Verified[at]);
            rows.End();
        }

        rows.Flush();
    }

    public static void WriteUnits(DataPackage data, Settlement settled, Stream target)
    {
        var rows = new CsvRows(target);
        rows.Header(UnitColumns);
        foreach (var unit in settled.Units)
        {
            Rank(rows, unit.Rank);
            rows.Text(BundleFormat.Word(data.Facts.UnitClasses[unit.Unit]));
            rows.Text(data.UnitCodes.Utf8(unit.Unit));
            rows.Text(data.UnitNames.Utf8(unit.Unit));
            rows.Millionths(unit.Score);
            foreach (var count in new[] { unit.Projects, unit.Red, unit.Yellow, unit.Snail, unit.Exempt, unit.None })
            {
                rows.Whole(count);
            }

            rows.End();
        }

        rows.Flush();
    }

    /// <summary>Twelfths of 元 as whole 元, half up; the amount is never negative.</summary>
    internal static long WholeYuan(long twelfths) => (twelfths / 12) + (twelfths % 12 >= 6 ? 1 : 0);

    /// <summary>Millionths of a share, half up; undefined where nothing is due.</summary>
    internal static long Share(int achieved, int due) =>
        due == 0 ? Settlement.Undefined : ((2 * Million * achieved) + due) / (2L * due);

    private static void Rank(CsvRows rows, int rank)
    {
        if (rank == 0)
        {
            rows.Empty();
        }
        else
        {
            rows.Whole(rank);
        }
    }
}

/// <summary>Reason codes joined as they are written, by their bits.</summary>
internal sealed class ReasonTexts(RuleSet rules)
{
    private readonly Dictionary<ulong, byte[]> known = [];

    public byte[] Of(ulong reasons)
    {
        if (!known.TryGetValue(reasons, out var text))
        {
            known[reasons] = text = Encoding.UTF8.GetBytes(string.Join('|', Codes(reasons)));
        }

        return text;
    }

    public IEnumerable<string> Codes(ulong reasons) =>
        rules.FlagRows.Where((_, row) => (reasons >> row & 1) == 1).Select(row => row.Code);
}
