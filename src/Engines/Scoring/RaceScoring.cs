using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>Settles a round: lanes, flags with reasons, scores, ranks and the unit table.</summary>
public static class RaceScoring
{
    private const int Piece = 16 * Mask.Block;

    /// <summary>Settles a round.</summary>
    /// <param name="facts">Frozen facts.</param>
    /// <param name="rules">Rule set.</param>
    /// <param name="frame">Season, round and deadline.</param>
    /// <param name="previous">The previous round's results, or none.</param>
    /// <param name="threads">Threads to use, ≥ 1; the result does not depend on it.</param>
    /// <returns>The settlement.</returns>
    /// <exception cref="ArgumentException">The rule set is outside <see cref="RuleLimits"/> or contradicts itself.</exception>
    public static Settlement Settle(RoundFacts facts, RuleSet rules, RoundFrame frame, PreviousRound? previous = null, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var dates = new RoundDates(frame);
        var compiled = new CompiledRules(rules);
        var settlement = NewSettlement(TakingPart(facts, dates), compiled.Measures.Length, facts.UnitCount);

        var pieces = (settlement.Count + Piece - 1) / Piece;
        var settlings = new BlockSettling[Math.Max(1, Math.Min(threads, pieces))];
        var next = -1;
        Workers.Each(settlings.Length, thread =>
        {
            var settling = settlings[thread] = new BlockSettling(facts, compiled, previous, settlement, dates);
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                settling.Settle(piece * Piece, Math.Min(settlement.Count, (piece + 1) * Piece));
        });

        Ranking.Fill(facts, settlement, compiled, threads);
        var units = settlings[0].Units;
        foreach (var settling in settlings.Skip(1))
            units.Add(settling.Units);
        units.FillTable(facts.UnitClasses, settlement.Units);
        return settlement;
    }

    /// <summary>The metrics of one project: with the rule set they give its lane, flag, reasons and points without the facts.</summary>
    /// <param name="facts">Frozen facts.</param>
    /// <param name="frame">Season, round and deadline.</param>
    /// <param name="rules">Rule set, for the levels of issues that count.</param>
    /// <param name="previous">The previous round's results, or none.</param>
    /// <param name="project">Index of the project.</param>
    /// <returns>The metrics at the cut-off.</returns>
    public static ProjectMetrics Metrics(RoundFacts facts, RoundFrame frame, RuleSet rules, PreviousRound? previous, int project)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        var dates = new RoundDates(frame);
        var report = Derivation.LatestReport(facts, dates, project);
        var ytd = report < 0 ? 0 : facts.ReportYtd[report];
        if (report >= 0 && facts.ReportMonth[report] != dates.MonthIndex)
            report = -1;
        var twelfths = Derivation.PlannedCumulativeTwelfths(facts, dates, project);
        var (due, achieved, slip) = Derivation.Milestones(facts, dates, project);
        var deviation = Derivation.Deviation(ytd, twelfths, facts.AnnualPlan[project]);
        var states = Derivation.States(facts, dates, project, report) | Derivation.Progressed(previous, project, deviation, slip);
        var findings = new SortedSet<string>(StringComparer.Ordinal);
        for (var row = facts.FindingStart[project]; row < facts.FindingStart[project + 1]; row++)
        {
            if (Derivation.FoundInRound(facts, dates, row))
                findings.Add(facts.FindingKinds[facts.FindingKind[row]]);
        }

        var before = previous is not null && previous.Present[project] ? previous : null;
        return new ProjectMetrics
        {
            Class = facts.Class[project],
            AnnualPlan = facts.AnnualPlan[project],
            TotalInvestment = facts.TotalInvestment[project],
            OpeningCumulative = facts.OpeningCumulative[project],
            PlannedCumulativeTwelfths = twelfths,
            YearToDate = ytd,
            MilestonesDue = due,
            MilestonesAchieved = achieved,
            Slip = slip,
            StartMissed = Derivation.StartMissed(facts, dates, project),
            InclusionLag = Derivation.InclusionLag(facts, dates, project),
            Overdue = Derivation.Overdue(facts, dates, rules.OverdueFromLevel, project),
            DaysListed = Derivation.DaysListed(facts, dates, project),
            YearsToPlannedCompletion = Derivation.YearsToPlannedCompletion(facts, dates, project),
            States = [.. Enum.GetValues<State>().Where(state => (states & Derivation.Bit(state)) != 0)],
            Findings = [.. findings],
            PreviousFlag = before?.Flag[project],
            PreviousReasons = before is null ? [] : [.. before.Reasons[project]],
            PreviousDeviation = before?.D[project],
            PreviousSlip = before?.Slip[project],
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] TakingPart(RoundFacts facts, in RoundDates dates)
    {
        var projects = GC.AllocateUninitializedArray<int>(facts.ProjectCount);
        var count = 0;
        for (var project = 0; project < projects.Length; project++)
        {
            projects[count] = project;
            count += Derivation.TakesPart(facts, dates, project) ? 1 : 0;
        }

        return count == projects.Length ? projects : projects[..count];
    }

    private static Settlement NewSettlement(int[] projects, int measures, int units)
    {
        var count = projects.Length;
        var points = new long[measures][];
        for (var m = 0; m < measures; m++)
            points[m] = GC.AllocateUninitializedArray<long>(count);
        return new Settlement
        {
            Count = count,
            Project = projects,
            Lane = GC.AllocateUninitializedArray<byte>(count),
            Flag = GC.AllocateUninitializedArray<Flag>(count),
            Reasons = GC.AllocateUninitializedArray<ulong>(count),
            Score = GC.AllocateUninitializedArray<long>(count),
            Rank = new int[count],
            Points = points,
            PlannedCumulativeTwelfths = GC.AllocateUninitializedArray<long>(count),
            YearToDate = GC.AllocateUninitializedArray<long>(count),
            Deviation = GC.AllocateUninitializedArray<long>(count),
            MilestonesDue = GC.AllocateUninitializedArray<int>(count),
            MilestonesAchieved = GC.AllocateUninitializedArray<int>(count),
            Slip = GC.AllocateUninitializedArray<int>(count),
            StartMissed = GC.AllocateUninitializedArray<int>(count),
            InclusionLag = GC.AllocateUninitializedArray<int>(count),
            Overdue = GC.AllocateUninitializedArray<int>(count),
            Reported = GC.AllocateUninitializedArray<bool>(count),
            OnTime = GC.AllocateUninitializedArray<bool>(count),
            Verified = GC.AllocateUninitializedArray<bool>(count),
            Listing = GC.AllocateUninitializedArray<int>(count),
            Units = new UnitStanding[units],
        };
    }
}
