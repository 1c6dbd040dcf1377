using System.Runtime.CompilerServices;
using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>
/// Rows of <c>standings.csv</c> by the hundred. Neighbours in the listing lie anywhere in the columns; so the cells of many rows are fetched column by
/// column, where the memory can fetch several at a time, before any is written.
/// </summary>
internal sealed class StandingsPiece(DataPackage data, RuleSet rules, Settlement settled, MemoryStream bytes)
{
    private const int Most = 256;
    private const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private readonly byte[][] lanes = [.. rules.Lanes.Select(lane => System.Text.Encoding.UTF8.GetBytes(lane.Code))];
    private readonly byte[][] flagWords = [.. Enum.GetValues<Flag>().Select(flag => System.Text.Encoding.UTF8.GetBytes(BundleFormat.Word(flag)))];
    private readonly ReasonTexts reasonTexts = new(rules);
    private readonly int[] projects = new int[Most];
    private readonly int[] idEnds = new int[Most + 1];
    private readonly int[] nameEnds = new int[Most + 1];
    private readonly int[] units = new int[Most];
    private readonly int[] ranks = new int[Most];
    private readonly byte[] lane = new byte[Most];
    private readonly Flag[] flags = new Flag[Most];
    private readonly ulong[] reasons = new ulong[Most];
    private readonly long[] scores = new long[Most];
    private readonly long[][] points = [.. settled.Points.Select(_ => new long[Most])];
    private readonly long[] plans = new long[Most];
    private readonly long[] planned = new long[Most];
    private readonly long[] done = new long[Most];
    private readonly long[] deviations = new long[Most];
    private readonly int[] achieved = new int[Most];
    private readonly int[] due = new int[Most];
    private readonly int[] slips = new int[Most];
    private readonly int[] missed = new int[Most];
    private readonly int[] lags = new int[Most];
    private readonly int[] overdue = new int[Most];
    private readonly bool[] onTime = new bool[Most];
    private readonly bool[] verified = new bool[Most];

    private byte[] ids = new byte[1 << 12];
    private byte[] names = new byte[1 << 14];

    /// <summary>The rows last written.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.GetBuffer().AsSpan(0, (int)bytes.Length);

    /// <summary>Writes rows of the listing.</summary>
    public void Write(int from, int until)
    {
        bytes.SetLength(0);
        var rows = new CsvRows(bytes);
        for (var first = from; first < until; first += Most)
        {
            var count = Math.Min(Most, until - first);
            Fetch(settled.Listing.AsSpan(first, count));
            Rows(rows, count);
        }

        rows.Flush();
    }

    private void Fetch(ReadOnlySpan<int> at)
    {
        Take(settled.Project, at, projects);
        var project = projects.AsSpan(0, at.Length);
        data.ProjectIds.Copy(project, idEnds.AsSpan(1), ref ids);
        data.ProjectNames.Copy(project, nameEnds.AsSpan(1), ref names);
        Take(data.Facts.Unit, project, units);
        Take(data.Facts.AnnualPlan, project, plans);
        Take(settled.Rank, at, ranks);
        Take(settled.Lane, at, lane);
        Take(settled.Flag, at, flags);
        Take(settled.Reasons, at, reasons);
        Take(settled.Score, at, scores);
        for (var measure = 0; measure < points.Length; measure++)
        {
            Take(settled.Points[measure], at, points[measure]);
        }

        Take(settled.PlannedCumulativeTwelfths, at, planned);
        Take(settled.YearToDate, at, done);
        Take(settled.Deviation, at, deviations);
        Take(settled.MilestonesAchieved, at, achieved);
        Take(settled.MilestonesDue, at, due);
        Take(settled.Slip, at, slips);
        Take(settled.StartMissed, at, missed);
        Take(settled.InclusionLag, at, lags);
        Take(settled.Overdue, at, overdue);
        Take(settled.OnTime, at, onTime);
        Take(settled.Verified, at, verified);
    }

    [MethodImpl(Loop)]
    private static void Take<T>(T[] column, ReadOnlySpan<int> at, Span<T> into)
    {
        for (var i = 0; i < at.Length; i++)
        {
            into[i] = column[at[i]];
        }
    }

    [MethodImpl(Loop)]
    private void Rows(CsvRows rows, int count)
    {
        for (var i = 0; i < count; i++)
        {
            StandingsTable.Rank(rows, ranks[i]);
            rows.Code(lanes[lane[i]]);
            rows.Text(ids.AsSpan(idEnds[i], idEnds[i + 1] - idEnds[i]));
            rows.Text(names.AsSpan(nameEnds[i], nameEnds[i + 1] - nameEnds[i]));
            rows.Text(data.UnitCodes.Utf8(units[i]));
            rows.Code(flagWords[(int)flags[i]]);
            rows.Code(reasonTexts.Of(reasons[i]));
            rows.Millionths(scores[i]);
            foreach (var measure in points)
            {
                rows.Millionths(measure[i]);
            }

            rows.Money(plans[i]);
            rows.Money(StandingsTable.WholeYuan(planned[i]));
            rows.Money(done[i]);
            rows.Millionths(deviations[i]);
            rows.Millionths(StandingsTable.Share(achieved[i], due[i]));
            rows.Whole(slips[i]);
            rows.Whole(missed[i]);
            rows.Whole(lags[i]);
            rows.Whole(overdue[i]);
            rows.YesNo(onTime[i]);
            rows.YesNo(verified[i]);
            rows.End();
        }
    }
}
