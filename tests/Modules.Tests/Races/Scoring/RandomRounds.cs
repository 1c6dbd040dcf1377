using Saima.Engines.Scoring;

namespace Saima.Modules.Tests.Races.Scoring;

/// <summary>Random projects whose numbers and days fall on the rules' boundaries far more often than chance would have it.</summary>
internal sealed class RandomRounds(int seed)
{
    public const int Season = 2023;

    private readonly Random chance = new(seed);

    public UnitClass[] Units { get; } = [UnitClass.Town, UnitClass.Platform, UnitClass.Town, UnitClass.Department, UnitClass.Town, UnitClass.Platform];

    public List<PlainProject> Projects(int count)
    {
        var focus = CutOff(chance.Next(1, 7));
        return [.. Enumerable.Range(0, count).Select(_ => One(focus))];
    }

    public static DateOnly CutOff(int round) => new DateOnly(Season, 2 * round, 1).AddMonths(1).AddDays(-1);

    public bool Once(int times) => chance.Next(times) == 0;

    private T Pick<T>(params T[] values) => values[chance.Next(values.Length)];

    private PlainProject One(DateOnly focus)
    {
        long plan = Pick<long>(0, 1, 7, 100, 1200, 12_000_000, 99_999_999, chance.NextInt64(1, 10_000_000_000), RoundFacts.LargestAmount);
        var plans = Plans(plan);
        var started = Maybe(3, () => Near(focus, 120));
        return new PlainProject
        {
            Unit = chance.Next(Units.Length),
            Class = Pick(ProjectClass.New, ProjectClass.Continuing, ProjectClass.Continuing, ProjectClass.Completing, ProjectClass.Preparatory),
            TotalInvestment = Pick(0, plan, chance.NextInt64(1, 1_000_000_000)),
            AnnualPlan = plan,
            Opening = chance.NextInt64(0, 1_000_000),
            PlannedStart = Maybe(2, () => Near(focus, 150)),
            StartedOn = started,
            IncludedOn = started is { } day ? Maybe(2, () => day.AddDays(chance.Next(0, 90))) : null,
            PlannedCompletion = Maybe(2, () => new DateOnly(Season + chance.Next(-1, 3), chance.Next(1, 13), 15)),
            CompletedOn = started is { } from ? Maybe(8, () => from.AddDays(chance.Next(0, 200))) : null,
            ListedOn = Maybe(5, () => focus.AddDays(Pick(-31, -30, -29, -28, -60, -61, 0, 1, -400))),
            SuspendedFrom = null,
            Plans = plans,
            Reports = Reports(plan, plans),
            Milestones = [.. Enumerable.Range(0, chance.Next(0, 4)).Select(_ => new PlainMilestone(
                focus.AddDays(Pick(-91, -90, -89, -31, -30, -29, -1, 0, 1, -400, 60)), Maybe(2, () => Near(focus, 60))))],
            Issues = [.. Enumerable.Range(0, Once(3) ? chance.Next(0, 6) : 0).Select(_ => Issue(focus))],
            Findings = Once(6) ? [new PlainFinding(Pick("falsification", "delay"), focus.AddDays(Pick(0, 1, -58, -59, -60, -61, -62, -20)))] : [],
        } is var project && Once(8) ? project with { SuspendedFrom = focus.AddDays(Pick(0, 1, -10)), SuspendedTo = Maybe(2, () => focus.AddDays(Pick(1, 0, 10))) } : project;
    }

    private PlainIssue Issue(DateOnly focus)
    {
        var raised = focus.AddDays(Pick(0, 1, -40, -70));
        return new PlainIssue(chance.Next(1, 5), raised, raised.AddDays(Pick(0, 10, 39, 40, 41, 100)), Maybe(3, () => raised.AddDays(chance.Next(0, 100))));
    }

    private List<PlainPlan> Plans(long plan)
    {
        if (Once(3))
            return Once(4) ? [new PlainPlan(Season - 1, 12, plan), new PlainPlan(Season + 1, 1, plan)] : [];
        var months = Enumerable.Range(1, 12).Where(_ => !Once(5)).ToList();
        var rows = months.Select(month => new PlainPlan(Season, month, Once(6) ? 0 : plan / 12 * Pick(1, 1, 1, 0, 2) / Pick(1, 1, 3))).ToList();
        if (Once(3))
            rows.Insert(0, new PlainPlan(Season - 1, 12, plan));
        if (Once(4))
            rows.Add(new PlainPlan(Season + 1, 1, 5));
        return rows;
    }

    private List<PlainReport> Reports(long plan, List<PlainPlan> plans)
    {
        var rows = new List<PlainReport>();
        if (Once(5))
            rows.Add(new PlainReport(Season - 1, 12, 77, new DateOnly(Season, 1, 5), true));
        for (var month = 1; month <= 12; month++)
        {
            if (Once(6))
                continue;
            var planned = plans.Any(x => x.Year == Season) ? plans.Where(x => x.Year == Season && x.Month <= month).Sum(x => x.Planned) : (long)((Int128)plan * month / 12);
            // Aims at D = −30, −10 and 0, at progress of 120 %, and one 元 to either side.
            var aim = planned + (long)((Int128)plan * Pick(-30, -10, 0, 0, -20, 20, -40) / 100) + Pick(0, 0, 0, 1, -1);
            if (Once(6))
                aim = planned / 5 * 6;
            if (Once(6))
                aim = chance.NextInt64(0, Math.Max(1, plan));
            var deadline = new DateOnly(Season, month, 1).AddMonths(1).AddDays(6);
            rows.Add(new PlainReport(Season, month, Math.Clamp(aim, 0, RoundFacts.LargestAmount), deadline.AddDays(Pick(0, 0, -3, -3, 1)), !Once(5)));
        }

        return rows;
    }

    private DateOnly Near(DateOnly focus, int days) => Pick(focus, focus.AddDays(1), focus.AddMonths(-1), focus.AddDays(-chance.Next(0, days)), focus.AddDays(chance.Next(0, days)));

    private DateOnly? Maybe(int most, Func<DateOnly> day) => Once(most) ? null : day();
}
