using System.Globalization;
using System.Text.Json;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Scoring;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(2, "en-US")]
    [InlineData(7, "zh-CN")]
    [InlineData(1, "tr-TR")]
    [InlineData(2, "ar-SA")]
    public void Threads_and_culture_change_no_bit(int threads, string culture)
    {
        var expected = Settled(1);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Settled(threads).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Settled(int threads)
    {
        var random = new RandomRounds(20230630);
        var few = random.Projects(400);
        // Enough for several pieces of work per thread, and full of ties.
        var facts = PlainColumns.Facts([.. Enumerable.Range(0, 60_000).Select(p => few[p * 7 % few.Count])], random.Units);
        var rules = RuleSetDocument.Parse(RuleSetDocument.DefaultSource, "r.json").Value!;
        return rules.Hash + JsonSerializer.Serialize(RaceScoring.Settle(facts, rules.Rules, new RoundFrame(2023, 3, new DateOnly(2023, 7, 7).DayNumber), null, threads));
    }
}
