using System.Numerics;
using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>Settles projects block by block into the columns of the settlement; every thread has one.</summary>
internal sealed class BlockSettling
{
    private readonly RoundFacts facts;
    private readonly CompiledRules rules;
    private readonly PreviousRound? previous;
    private readonly Settlement to;
    private readonly RoundDates dates;
    private readonly ulong[] kindBits;
    private readonly Block block;

    public BlockSettling(RoundFacts facts, CompiledRules rules, PreviousRound? previous, Settlement to, RoundDates dates)
    {
        (this.facts, this.rules, this.previous, this.to, this.dates) = (facts, rules, previous, to, dates);
        kindBits = rules.Bits.OfKinds(facts.FindingKinds);
        block = new Block(rules);
        Units = new UnitTotals(facts.UnitCount);
    }

    /// <summary>What this thread's projects add to the units.</summary>
    public UnitTotals Units { get; }

    /// <summary>Settles the projects at positions <paramref name="from"/> to <paramref name="until"/> (not included).</summary>
    public void Settle(int from, int until)
    {
        for (var first = from; first < until; first += Mask.Block)
        {
            block.Count = Math.Min(Mask.Block, until - first);
            Gather(first);
            block.FillValues();
            block.FillRows();
            ChooseLanes(first);
            GiveFlags(first);
            for (var m = 0; m < rules.Measures.Length; m++)
                GivePoints(rules.Measures[m], to.Points[m].AsSpan(first, block.Count));
            Score(first);
            Units.Add(facts, to, first, block.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int first)
    {
        var numerator = block.Numerator;
        var denominator = block.Denominator;
        for (var i = 0; i < block.Count; i++)
        {
            var at = first + i;
            var project = to.Project[at];
            long plan = facts.AnnualPlan[project], total = facts.TotalInvestment[project];
            var twelfths = Derivation.PlannedCumulativeTwelfths(facts, dates, project);
            var report = Derivation.LatestReport(facts, dates, project);
            var ytd = report < 0 ? 0 : facts.ReportYtd[report];
            if (report >= 0 && facts.ReportMonth[report] != dates.MonthIndex)
                report = -1;
            var (due, achieved, slip) = Derivation.Milestones(facts, dates, project);
            var missed = Derivation.StartMissed(facts, dates, project);
            var lag = Derivation.InclusionLag(facts, dates, project);
            var overdue = Derivation.Overdue(facts, dates, rules.OverdueFromLevel, project);
            var deviation = Derivation.Deviation(ytd, twelfths, plan);
            var states = Derivation.States(facts, dates, project, report);

            to.PlannedCumulativeTwelfths[at] = twelfths;
            to.YearToDate[at] = ytd;
            to.Deviation[at] = deviation;
            to.MilestonesDue[at] = due;
            to.MilestonesAchieved[at] = achieved;
            to.Slip[at] = slip;
            to.StartMissed[at] = missed;
            to.InclusionLag[at] = lag;
            to.Overdue[at] = overdue;
            to.Reported[at] = (states & Derivation.Bit(State.Reported)) != 0;
            to.OnTime[at] = (states & Derivation.Bit(State.OnTime)) != 0;
            to.Verified[at] = (states & Derivation.Bit(State.Verified)) != 0;

            block.Facts[i] = states | FactBits.Of(facts.Class[project]) | Found(project) | Before(project, deviation, slip);
            numerator[(int)Metric.AnnualPlan][i] = plan;
            numerator[(int)Metric.TotalInvestment][i] = total;
            numerator[(int)Metric.PlannedCumulative][i] = twelfths;
            numerator[(int)Metric.YearToDate][i] = ytd;
            numerator[(int)Metric.Deviation][i] = (12 * ytd) - twelfths;
            denominator[(int)Metric.Deviation][i] = 12 * plan;
            numerator[(int)Metric.CompletionRate][i] = ytd;
            denominator[(int)Metric.CompletionRate][i] = plan;
            numerator[(int)Metric.ProgressRatio][i] = 12 * ytd;
            denominator[(int)Metric.ProgressRatio][i] = twelfths;
            numerator[(int)Metric.OverallRate][i] = facts.OpeningCumulative[project] + ytd;
            denominator[(int)Metric.OverallRate][i] = total;
            numerator[(int)Metric.Milestones][i] = achieved;
            denominator[(int)Metric.Milestones][i] = due;
            numerator[(int)Metric.Slip][i] = slip;
            numerator[(int)Metric.StartMissed][i] = missed;
            numerator[(int)Metric.InclusionLag][i] = lag;
            numerator[(int)Metric.Overdue][i] = overdue;
            numerator[(int)Metric.DaysListed][i] = Derivation.DaysListed(facts, dates, project) ?? long.MinValue;
            numerator[(int)Metric.YearsToPlannedCompletion][i] = Derivation.YearsToPlannedCompletion(facts, dates, project) ?? long.MinValue;
        }
    }

    private ulong Found(int project)
    {
        ulong bits = 0;
        if (rules.Bits.AsksFindings)
        {
            for (var row = facts.FindingStart[project]; row < facts.FindingStart[project + 1]; row++)
                bits |= Derivation.FoundInRound(facts, dates, row) ? kindBits[facts.FindingKind[row]] : 0;
        }

        return bits;
    }

    private ulong Before(int project, long deviation, int slip)
    {
        if (previous is null || !previous.Present[project])
            return 0;
        return FactBits.OfPrevious(previous.Flag[project])
            | Derivation.Progressed(previous, project, deviation, slip)
            | (rules.Bits.AsksReasons ? rules.Bits.OfReasons(previous.Reasons[project]) : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChooseLanes(int first)
    {
        Mask.First(block.Open, block.Count);
        foreach (var (lane, when) in rules.LaneChoice)
        {
            when.Evaluate(block, block.Holds);
            for (var w = 0; w < Mask.Words; w++)
            {
                var chosen = block.Open[w] & block.Holds[w];
                block.Open[w] &= ~chosen;
                for (; chosen != 0; chosen &= chosen - 1)
                    to.Lane[first + (64 * w) + BitOperations.TrailingZeroCount(chosen)] = lane;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GiveFlags(int first)
    {
        Mask.First(block.Open, block.Count);
        Array.Clear(to.Reasons, first, block.Count);
        Array.Clear(to.Flag, first, block.Count);
        for (var r = 0; r < rules.FlagRows.Length; r++)
        {
            var flag = rules.FlagRows[r].Flag;
            for (var w = 0; w < Mask.Words; w++)
            {
                var given = block.Open[w] & block.Rows[r][w];
                block.Open[w] &= ~given;
                for (; given != 0; given &= given - 1)
                    to.Flag[first + (64 * w) + BitOperations.TrailingZeroCount(given)] = flag;
            }
        }

        for (var r = 0; r < rules.FlagRows.Length; r++)
        {
            var onlyIfRed = rules.FlagRows[r].Flag == Flag.Red;
            for (var w = 0; w < Mask.Words; w++)
            {
                var rest = block.Count - (64 * w);
                var holding = block.Rows[r][w] & (rest >= 64 ? ulong.MaxValue : rest <= 0 ? 0 : (1UL << rest) - 1);
                for (; holding != 0; holding &= holding - 1)
                {
                    var at = first + (64 * w) + BitOperations.TrailingZeroCount(holding);
                    if (!onlyIfRed || to.Flag[at] == Flag.Red)
                        to.Reasons[at] |= 1UL << r;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GivePoints(CompiledMeasure measure, Span<long> points)
    {
        points.Fill(Settlement.Undefined);
        Mask.First(block.Open, block.Count);
        foreach (var (when, curve) in measure.Cases)
        {
            when.Evaluate(block, block.Holds);
            for (var w = 0; w < Mask.Words; w++)
            {
                var taken = block.Open[w] & block.Holds[w];
                block.Open[w] &= ~taken;
                if (curve is null)
                    continue;
                for (; taken != 0; taken &= taken - 1)
                {
                    var i = (64 * w) + BitOperations.TrailingZeroCount(taken);
                    points[i] = curve.Metric is not { } metric ? curve.Constant
                        : double.IsNaN(block.Value[(int)metric][i]) ? Settlement.Undefined
                        : curve.Points(block.Value[(int)metric][i], block.Numerator[(int)metric][i], block.DenominatorOf(metric, i));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(int first)
    {
        for (var at = first; at < first + block.Count; at++)
        {
            to.Score[at] = Settlement.Undefined;
            if (to.Flag[at] == Flag.Exempt)
                continue;
            long weights = 0, narrow = 0;
            Int128 wide = 0;
            for (var m = 0; m < rules.Measures.Length; m++)
            {
                var points = to.Points[m][at];
                if (points == Settlement.Undefined)
                    continue;
                weights += rules.Measures[m].Weight;
                if (rules.NarrowScore)
                    narrow += points * rules.Measures[m].Weight;
                else
                    wide += (Int128)points * rules.Measures[m].Weight;
            }

            if (weights > 0)
                to.Score[at] = rules.NarrowScore ? ((2 * narrow) + weights) / (2 * weights) : (long)(((2 * wide) + weights) / (2 * weights));
        }
    }
}
