using Saima.Modules.Races.Publications;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

public sealed class ExplainTests : IDisposable
{
    private readonly Golden golden = new();

    public void Dispose() => golden.Dispose();

    [Fact]
    public void Every_project_is_explained_as_it_was_settled()
    {
        using var bundle = Bundle.Open(golden.Settle(2)).Value!;
        var round = VerifyBundle.Run(bundle, cancel: TestContext.Current.CancellationToken).Recomputed!;
        var rows = Golden.Approved("standings.csv").Split('\n').Skip(1).Where(line => line.Length > 0 && !line.Contains('"', StringComparison.Ordinal)).Select(line => line.Split(',')).ToList();
        rows.Count.ShouldBe(10);
        foreach (var row in rows)
        {
            var explained = ExplainProject.Run(round, row[2]).Value!;
            var reasons = explained.Explanation.Rows.Where(one => one.Listed).Select(one => one.Code);
            var score = explained.Explanation.Score is { } points ? (points / 1_000_000m).ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture) : "";
            (explained.Rules.Lanes[explained.Explanation.Lane].Code, string.Join('|', reasons), score).ShouldBe((row[1], row[6], row[7]), row[2]);
        }
    }

    [Theory]
    [InlineData("A10")]
    [InlineData("A99")]
    [InlineData("")]
    public void A_project_that_does_not_take_part_is_refused(string project)
    {
        using var bundle = Bundle.Open(golden.Settle(1)).Value!;
        var round = VerifyBundle.Run(bundle, cancel: TestContext.Current.CancellationToken).Recomputed!;
        ExplainProject.Run(round, project).Refusal!.Code.ShouldBe("UNKNOWN_PROJECT");
    }
}
