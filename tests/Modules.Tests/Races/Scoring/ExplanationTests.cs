using System.Text.Json;
using CsCheck;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Tests.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Scoring;

public sealed class ExplanationTests
{
    [Fact]
    public void An_explanation_agrees_with_the_settling_it_explains() =>
        Gen.Int[0, 1_000_000_000].Sample(seed => Agree(seed, RuleSetDocument.Default.Rules), iter: 12);

    [Fact]
    public void An_explanation_agrees_under_another_districts_rules_too() =>
        Gen.Int[0, 1_000_000_000].Sample(seed => Agree(seed, OtherDistrict.Document.Rules), iter: 12);

    [Fact]
    public void Metrics_keep_everything_as_json()
    {
        var projects = new RandomRounds(5).Projects(50);
        var facts = PlainColumns.Facts(projects, new RandomRounds(5).Units);
        var previous = PlainColumns.Previous([.. projects.Select((_, p) => p % 2 == 0 ? null : new PlainPrevious(Flag.Yellow, ["SLIP_30"], p % 3 == 0 ? null : -5, p))]);
        for (var project = 0; project < projects.Count; project++)
        {
            var metrics = RaceScoring.Metrics(facts, new RoundFrame(2023, 4, 738_770), RuleSetDocument.Default.Rules, previous, project);
            var json = JsonSerializer.Serialize(metrics);
            JsonSerializer.Serialize(JsonSerializer.Deserialize<ProjectMetrics>(json)).ShouldBe(json);
        }
    }

    [Fact]
    public void A_reader_sees_the_metric_its_exact_value_and_the_bounds()
    {
        var project = new PlainProject { AnnualPlan = 700, Reports = [new PlainReport(2023, 4, 100, new DateOnly(2023, 5, 2), true)] };
        var facts = PlainColumns.Facts([project], [UnitClass.Town]);
        var rules = RuleSetDocument.Default.Rules;
        var metrics = RaceScoring.Metrics(facts, new RoundFrame(2023, 2, new DateOnly(2023, 5, 5).DayNumber), rules, null, 0);

        var explanation = RaceExplanation.Explain(metrics, rules);

        // YTD 100 of AP 700 against PC 700·4/12: D = 100/7 − 100/3 = −400/21 points.
        var behind = explanation.Rows.Single(row => row.Code == "BEHIND_10");
        behind.Holds.ShouldBeTrue();
        behind.Decides.ShouldBeTrue();
        behind.When.Value.ShouldBe(new ExplainedValue(Metric.Deviation, "-19.047619", "-400/21"));
        behind.When.Lower.ShouldBe(new Bound(-30_000_000, true));
        behind.When.Upper.ShouldBe(new Bound(-10_000_000, false));
        // 100·12/2800 is 3/7 of the plan, 42.857143 points; with issues and reporting: (40·42.857143 + 10·100 + 10·100)/60.
        explanation.Measures[0].Points.ShouldBe(42_857_143);
        explanation.Measures[0].Value!.Exact.ShouldBe("3/7");
        explanation.Measures[1].Points.ShouldBeNull();
        explanation.Weights.ShouldBe(60);
        explanation.Score.ShouldBe(61_904_762);
        explanation.Measures[0].Contribution.ShouldBe(28_571_429);
    }

    private static void Agree(int seed, RuleSet rules)
    {
        var random = new RandomRounds(seed);
        var projects = random.Projects(40);
        var facts = PlainColumns.Facts(projects, random.Units);
        PreviousRound? previous = null;
        for (var round = 1; round <= 6; round++)
        {
            var frame = new RoundFrame(RandomRounds.Season, round, RandomRounds.CutOff(round).AddDays(7).DayNumber);
            var settled = RaceScoring.Settle(facts, rules, frame, previous);
            var next = new PlainPrevious?[projects.Count];
            for (var at = 0; at < settled.Count; at++)
            {
                var metrics = RaceScoring.Metrics(facts, frame, rules, previous, settled.Project[at]);
                var stored = JsonSerializer.Deserialize<ProjectMetrics>(JsonSerializer.Serialize(metrics))!;
                var explanation = RaceExplanation.Explain(stored, rules);
                var where = $"seed {seed}, round {round}, project {settled.Project[at]}";
                explanation.Lane.ShouldBe(settled.Lane[at], where);
                explanation.Flag.ShouldBe(settled.Flag[at], where);
                explanation.Reasons.ShouldBe(settled.Reasons[at], where);
                (explanation.Score ?? Settlement.Undefined).ShouldBe(settled.Score[at], where);
                explanation.Measures.Select(measure => measure.Points ?? Settlement.Undefined).ShouldBe(settled.Points.Select(points => points[at]), where);
                next[settled.Project[at]] = new PlainPrevious(
                    settled.Flag[at], [.. explanation.Rows.Where(row => row.Listed).Select(row => row.Code)],
                    settled.Deviation[at] == Settlement.Undefined ? null : settled.Deviation[at], settled.Slip[at]);
            }

            previous = PlainColumns.Previous(next);
        }
    }
}
