using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>The metrics of one project at the cut-off, straight from its rows. Formulas: README of this folder.</summary>
internal static class Derivation
{
    /// <summary><c>PC</c> in twelfths of 元: the plan of the year's months up to the cut-off, or <c>AP·m/12</c> without any plan of the year.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long PlannedCumulativeTwelfths(RoundFacts facts, in RoundDates dates, int project)
    {
        int start = facts.PlanStart[project], end = facts.PlanStart[project + 1];
        var months = facts.PlanMonth;
        var december = dates.January + 11;
        long sum = 0;
        var planned = false;
        if (end > start)
        {
            int first = months[start], last = months[end - 1];
            if (last - first == end - 1 - start)
            {
                planned = first <= december && last >= dates.January;
                var from = start + Math.Max(0, dates.January - first);
                var to = Math.Min(end - 1, start + dates.MonthIndex - first);
                if (from <= to)
                {
                    foreach (var amount in facts.PlanAmount.AsSpan(from, to - from + 1))
                        sum += amount;
                }
            }
            else
            {
                for (var row = start; row < end; row++)
                {
                    var month = months[row];
                    planned |= month >= dates.January && month <= december;
                    if (month >= dates.January && month <= dates.MonthIndex)
                        sum += facts.PlanAmount[row];
                }
            }
        }

        return planned ? 12 * sum : facts.AnnualPlan[project] * dates.Month;
    }

    /// <summary>Row of the latest report of the season up to the cut-off's month, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int LatestReport(RoundFacts facts, in RoundDates dates, int project)
    {
        int start = facts.ReportStart[project], end = facts.ReportStart[project + 1];
        if (end == start)
            return -1;
        var months = facts.ReportMonth;
        int first = months[start], last = months[end - 1], row = end - 1;
        if (last - first == end - 1 - start)
        {
            row -= Math.Max(0, last - dates.MonthIndex);
        }
        else
        {
            while (row >= start && months[row] > dates.MonthIndex)
                row--;
        }

        return row >= start && months[row] >= dates.January ? row : -1;
    }

    /// <summary><c>MS</c> as achieved and due, and <c>SLIP</c> in days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Due, int Achieved, int Slip) Milestones(RoundFacts facts, in RoundDates dates, int project)
    {
        int start = facts.MilestoneStart[project], count = facts.MilestoneStart[project + 1] - start;
        var plannedOn = facts.MilestonePlannedOn.AsSpan(start, count);
        var achievedOn = facts.MilestoneAchievedOn.AsSpan(start, count);
        int due = 0, achieved = 0, slip = 0;
        for (var row = 0; row < plannedOn.Length; row++)
        {
            var isDue = dates.HasCome(plannedOn[row]) ? 1 : 0;
            var isDone = isDue & (dates.HasCome(achievedOn[row]) ? 1 : 0);
            due += isDue;
            achieved += isDone;
            // All ones where due and not achieved, else zero.
            slip = Math.Max(slip, (isDone - isDue) & (dates.CutOff - plannedOn[row]));
        }

        return (due, achieved, slip);
    }

    /// <summary>Months by which the planned start is missed, the planned month itself counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int StartMissed(RoundFacts facts, in RoundDates dates, int project)
    {
        var planned = facts.PlannedStart[project];
        // The cut-off is a month's last day: a later day is in a later month.
        return dates.HasCome(facts.StartedOn[project]) | !dates.HasCome(planned) ? 0 : dates.MonthIndex - RoundDates.MonthOf(planned) + 1;
    }

    /// <summary>Months since the month of the start without inclusion in the statistics.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int InclusionLag(RoundFacts facts, in RoundDates dates, int project)
    {
        var started = facts.StartedOn[project];
        return !dates.HasCome(started) | dates.HasCome(facts.IncludedOn[project]) ? 0 : dates.MonthIndex - RoundDates.MonthOf(started);
    }

    /// <summary>Issues of the counted levels that are raised, past due and open at the cut-off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Overdue(RoundFacts facts, in RoundDates dates, int fromLevel, int project)
    {
        var overdue = 0;
        for (var row = facts.IssueStart[project]; row < facts.IssueStart[project + 1]; row++)
        {
            if (facts.IssueLevel[row] >= fromLevel && dates.HasCome(facts.IssueRaisedOn[row])
                && facts.IssueDueOn[row] != RoundFacts.NoDate && facts.IssueDueOn[row] < dates.CutOff
                && !dates.HasCome(facts.IssueClosedOn[row]))
            {
                overdue++;
            }
        }

        return overdue;
    }

    /// <summary>Days from the day of listing to the cut-off.</summary>
    public static int? DaysListed(RoundFacts facts, in RoundDates dates, int project) =>
        facts.ListedOn[project] == RoundFacts.NoDate ? null : dates.CutOff - facts.ListedOn[project];

    /// <summary>Year of the planned completion less the season.</summary>
    public static int? YearsToPlannedCompletion(RoundFacts facts, in RoundDates dates, int project) =>
        facts.PlannedCompletion[project] == RoundFacts.NoDate ? null : DateOnly.FromDayNumber(facts.PlannedCompletion[project]).Year - dates.Season;

    /// <summary>Whether the row of <see cref="RoundFacts.FindingKind"/> is dated inside the round's two months.</summary>
    public static bool FoundInRound(RoundFacts facts, in RoundDates dates, int row) =>
        facts.FindingFoundOn[row] >= dates.FirstDay && facts.FindingFoundOn[row] <= dates.CutOff;

    /// <summary>A project takes part if it is listed by the cut-off or always was.</summary>
    public static bool TakesPart(RoundFacts facts, in RoundDates dates, int project) => facts.ListedOn[project] <= dates.CutOff;

    /// <summary>The states of <see cref="State"/> that need only the project's own row and its report of the cut-off's month (or −1), as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong States(RoundFacts facts, in RoundDates dates, int project, int report)
    {
        var planned = facts.PlannedStart[project];
        var until = facts.SuspendedTo[project];
        return Bit(State.Started, dates.HasCome(facts.StartedOn[project]))
            | Bit(State.Included, dates.HasCome(facts.IncludedOn[project]))
            | Bit(State.Completed, dates.HasCome(facts.CompletedOn[project]))
            | Bit(State.Suspended, dates.HasCome(facts.SuspendedFrom[project]) & (until == RoundFacts.NoDate | until >= dates.CutOff))
            | Bit(State.StartPlanned, planned != RoundFacts.NoDate)
            | Bit(State.StartDue, dates.HasCome(planned))
            | Reported(facts, dates, report);
    }

    /// <summary>The states that compare with the previous round, as bits.</summary>
    public static ulong Progressed(PreviousRound? previous, int project, long deviation, int slip) =>
        previous is null || !previous.Present[project]
            ? 0
            : Bit(State.DeviationRose, deviation != Settlement.Undefined && previous.D[project] is { } before && deviation > before)
                | Bit(State.SlipFell, slip < previous.Slip[project]);

    /// <summary><c>D</c> in millionths of a percentage point, half away from zero, held inside 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Deviation(long yearToDate, long plannedTwelfths, long annualPlan)
    {
        if (annualPlan == 0)
            return Settlement.Undefined;
        var numerator = (12 * yearToDate) - plannedTwelfths;
        var approximate = numerator * (double)MetricScale.DeviationScale / (12 * annualPlan);
        var size = Math.Abs(approximate);
        var shifted = size + 0.5;
        var whole = Math.Floor(shifted);
        // The quotient is off by at most a few units in the last place; only close to a half is the exact division needed.
        if (size < 1L << 44 && shifted - whole is > 0.125 and < 0.875)
            return approximate < 0 ? -(long)whole : (long)whole;
        return MetricScale.RoundedQuotient((Int128)numerator * MetricScale.DeviationScale, 12 * annualPlan);
    }

    /// <summary>The bit of a state.</summary>
    public static ulong Bit(State state) => 1UL << (int)state;

    private static ulong Reported(RoundFacts facts, in RoundDates dates, int report)
    {
        if (report < 0)
            return 0;
        var submitted = facts.ReportSubmittedOn[report];
        return Bit(State.Reported)
            | Bit(State.OnTime, submitted <= dates.Deadline & submitted != RoundFacts.NoDate)
            | Bit(State.Verified, facts.ReportVerified[report]);
    }

    private static ulong Bit(State state, bool holds) => (holds ? 1UL : 0) << (int)state;
}
