using System.Numerics;
using Saima.Engines.Scoring;

namespace Saima.Modules.Tests.Races.Scoring;

/// <summary>One project of the second, slow settling.</summary>
internal sealed record PlainResult
{
    public required int Project { get; init; }

    public required string Lane { get; init; }

    public required Flag Flag { get; init; }

    public required string[] Reasons { get; init; }

    public required long?[] Points { get; init; }

    public required long? Score { get; init; }

    public required BigInteger PcTwelfths { get; init; }

    public required long Ytd { get; init; }

    public required long? D { get; init; }

    public required int Slip { get; init; }

    public int Rank { get; init; }
}

/// <summary>
/// The oracle: the rules of the example written out once more, slowly and plainly, from the published text. It shares nothing with the engine
/// but the names of the classes and flags.
/// </summary>
internal static class PlainSettling
{
    public static readonly string[] Lanes = ["reserve", "attract", "start", "build", "finish"];

    public static List<PlainResult> Settle(
        IReadOnlyList<PlainProject> projects, int season, int round, DateOnly deadline, IReadOnlyList<PlainPrevious?>? previous)
    {
        var month = 2 * round;
        var cutOff = new DateOnly(season, month, 1).AddMonths(1).AddDays(-1);
        var settled = new List<PlainResult>();
        for (var index = 0; index < projects.Count; index++)
        {
            if (projects[index].ListedOn is { } listed && listed > cutOff)
                continue;
            settled.Add(One(projects[index], index, season, month, cutOff, deadline, previous?[index]));
        }

        var table = new List<PlainResult>();
        foreach (var lane in Lanes)
        {
            var inLane = settled.Where(r => r.Lane == lane).ToList();
            var ranked = inLane.Where(r => r.Score is not null)
                .OrderByDescending(r => r.Score)
                .ThenByDescending(r => r.Ytd)
                .ThenByDescending(r => projects[r.Project].AnnualPlan > 0)
                .ThenBy(r => r, Comparer<PlainResult>.Create((a, b) => CompareRates(b, a, projects)))
                .ThenBy(r => r.Project)
                .ToList();
            table.AddRange(ranked.Select(r => r with { Rank = 1 + ranked.Count(other => other.Score > r.Score) }));
            table.AddRange(inLane.Where(r => r.Score is null).OrderBy(r => r.Project));
        }

        return table;
    }

    private static int CompareRates(PlainResult a, PlainResult b, IReadOnlyList<PlainProject> projects)
    {
        BigInteger left = a.Ytd, right = b.Ytd;
        return (left * projects[b.Project].AnnualPlan).CompareTo(right * projects[a.Project].AnnualPlan);
    }

    private static PlainResult One(PlainProject p, int index, int year, int m, DateOnly c, DateOnly deadline, PlainPrevious? before)
    {
        bool started = p.StartedOn <= c, included = p.IncludedOn <= c, completed = p.CompletedOn <= c;
        var ofYear = p.Plans.Where(x => x.Year == year).ToList();
        BigInteger pc12 = ofYear.Count == 0
            ? (BigInteger)p.AnnualPlan * m
            : 12 * ofYear.Where(x => x.Month <= m).Aggregate(BigInteger.Zero, (sum, x) => sum + x.Planned);
        var ytd = p.Reports.Where(x => x.Year == year && x.Month <= m).OrderBy(x => x.Month).LastOrDefault()?.Ytd ?? 0;
        BigInteger dTop = ((BigInteger)ytd * 12) - pc12, dUnder = (BigInteger)p.AnnualPlan * 12;
        var hasD = p.AnnualPlan > 0;
        var due = p.Milestones.Where(x => x.PlannedOn <= c).ToList();
        var achieved = due.Where(x => x.AchievedOn <= c).ToList();
        var slip = due.Except(achieved, ReferenceEqualityComparer.Instance).Cast<PlainMilestone>()
            .Select(x => c.DayNumber - x.PlannedOn.DayNumber).DefaultIfEmpty(0).Max();
        var missed = started || p.PlannedStart is not { } ps || (ps.Year * 12) + ps.Month > (year * 12) + m ? 0 : (12 * (year - ps.Year)) + m - ps.Month + 1;
        var lag = !started || included ? 0 : (12 * (year - p.StartedOn!.Value.Year)) + m - p.StartedOn.Value.Month;
        var overdue = p.Issues.Count(x => x.Level >= 2 && x.RaisedOn <= c && x.DueOn < c && !(x.ClosedOn <= c));
        var report = p.Reports.FirstOrDefault(x => x.Year == year && x.Month == m);
        var onTime = report is not null && report.SubmittedOn <= deadline;
        var verified = report is { Verified: true };
        var falsified = p.Findings.Any(x => x.Kind == "falsification" && x.FoundOn >= new DateOnly(year, m - 1, 1) && x.FoundOn <= c);
        long? d = hasD ? HalfAway(dTop * 100_000_000, dUnder) : null;

        // D compared with a whole number of percentage points.
        bool Below(int points) => hasD && dTop * 100 < points * dUnder;
        bool AtLeast(int points) => hasD && dTop * 100 >= points * dUnder;

        var exempt = new List<string>();
        if (p.SuspendedFrom <= c && (p.SuspendedTo is not { } until || until >= c))
            exempt.Add("SUSPENDED");
        if (p.ListedOn > c.AddDays(-30))
            exempt.Add("NEWLY_LISTED");

        var snail = new List<string>();
        if (Below(-30))
            snail.Add("BEHIND_30");
        if (missed >= 3)
            snail.Add("START_MISSED_3");
        if (lag >= 2)
            snail.Add("NOT_INCLUDED_2");
        if (slip > 90)
            snail.Add("SLIP_90");
        if (falsified)
            snail.Add("FALSIFIED");

        var yellow = new List<string>();
        if (AtLeast(-30) && Below(-10))
            yellow.Add("BEHIND_10");
        if (missed is 1 or 2)
            yellow.Add("START_MISSED_1");
        if (lag == 1)
            yellow.Add("NOT_INCLUDED_1");
        if (slip is > 30 and <= 90)
            yellow.Add("SLIP_30");
        if (overdue >= 1)
            yellow.Add("ISSUE_OVERDUE");
        if (report is null)
            yellow.Add("NO_REPORT");

        if (before is not null && (before.Flag == Flag.Yellow || (before.Flag == Flag.Snail && before.Reasons.Contains("YELLOW_TWICE")))
            && exempt.Count == 0 && yellow.Count > 0 && snail.Count == 0
            && !(d > before.D) && !(slip < before.Slip))
        {
            snail.Add("YELLOW_TWICE");
        }

        var red = AtLeast(0) && achieved.Count == due.Count && (!started || included) && overdue == 0 && onTime && verified;
        var flag = exempt.Count > 0 ? Flag.Exempt : snail.Count > 0 ? Flag.Snail : yellow.Count > 0 ? Flag.Yellow : red ? Flag.Red : Flag.None;
        string[] reasons = [.. exempt, .. snail, .. yellow, .. flag == Flag.Red ? ["MET_ALL"] : Array.Empty<string>()];

        long? progress;
        if (pc12 == 0)
            progress = ytd > 0 ? 100_000_000 : null;
        else if ((BigInteger)ytd * 12 * 10 >= pc12 * 12)
            progress = 120_000_000;
        else
            progress = HalfAway((BigInteger)ytd * 12 * 100_000_000, pc12);
        long? milestones = due.Count == 0 ? null : HalfAway((BigInteger)achieved.Count * 100_000_000, due.Count);
        long? start = started ? (included ? 100_000_000 : 50_000_000) : p.PlannedStart is null || p.PlannedStart > c ? null : 0;
        long? issues = Math.Max(0, 100 - (25 * overdue)) * 1_000_000L;
        long? reporting = onTime ? (verified ? 100_000_000 : 50_000_000) : 0;
        long?[] points = [progress, milestones, start, issues, reporting];
        int[] weights = [40, 25, 15, 10, 10];
        BigInteger top = 0, under = 0;
        for (var k = 0; k < 5; k++)
        {
            if (points[k] is { } value)
            {
                top += (BigInteger)value * weights[k];
                under += weights[k];
            }
        }

        return new PlainResult
        {
            Project = index,
            Lane = p.Class == ProjectClass.Preparatory ? "reserve"
                : completed || p.PlannedCompletion?.Year <= year ? "finish"
                : started && included ? "build" : "start",
            Flag = flag,
            Reasons = reasons,
            Points = points,
            Score = flag == Flag.Exempt ? null : HalfAway(top, under),
            PcTwelfths = pc12,
            Ytd = ytd,
            D = d,
            Slip = slip,
        };
    }

    public static long HalfAway(BigInteger top, BigInteger under)
    {
        var size = ((BigInteger.Abs(top) * 2) + under) / (under * 2);
        return (long)(top.Sign < 0 ? -size : size);
    }
}
