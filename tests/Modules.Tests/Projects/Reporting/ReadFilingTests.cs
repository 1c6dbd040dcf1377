using CsCheck;
using Saima.Kernel.Refusals;
using Saima.Projects.Reporting;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Reporting;

public sealed class ReadFilingTests
{
    private const long Wan = 10_000;

    // Plan 8,000; 3,000 before this year; 500 until last month.
    private static readonly FilingGround Ground = new("P1", "示例", 202305, 8_000 * Wan, 3_000 * Wan, 500 * Wan, null, new HashSet<string> { "主体结顶", "设备安装" });

    [Fact]
    public void A_report_that_adds_up_is_taken_as_it_is()
    {
        var (content, problems) = Read(("invested", "120"), ("year_to_date", "620"), ("building", "400"), ("installation", "100"), ("equipment", "100"), ("other", "20"), ("progress", "主体 5/12 层"), ("milestones", "主体结顶 2023-05-20"));
        problems.ShouldBeEmpty();
        (content.Invested, content.YearToDate, content.Equipment).ShouldBe((120 * Wan, 620 * Wan, 100 * Wan));
        ReadFiling.Reached(content, 202305).ShouldBe([("主体结顶", new DateOnly(2023, 5, 20))]);
    }

    [Theory]
    [InlineData("YTD_SUM", "year_to_date", "120", "700", "700", "")]
    [InlineData("PARTS_SUM", "other", "120", "620", "600", "")]
    [InlineData("NEGATIVE_MONTH", "invested", "-100", "400", "400", "")]
    [InlineData("MISSING_VALUE", "year_to_date", "120", "", "620", "")]
    [InlineData("UNKNOWN_MILESTONE", "milestones", "120", "620", "620", "竣工")]
    [InlineData("DAY_AFTER_MONTH", "milestones", "120", "620", "620", "主体结顶 2023-06-01")]
    public void Each_hard_check_names_the_field_and_the_remedy(string code, string field, string invested, string sum, string building, string milestones)
    {
        var problem = Read(("invested", invested), ("year_to_date", sum), ("building", building), ("milestones", milestones)).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Column, problem.Severity).ShouldBe((code, field, Severity.Error));
        problem.Remedy.Zh.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_only_unusual_is_a_remark()
    {
        var problems = Read(("invested", "5500"), ("year_to_date", "6000"), ("building", "6000")).Problems;
        problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Code.ShouldBe("OVER_TOTAL"), one => one.Severity.ShouldBe(Severity.Warning));
        Read(("invested", "-100"), ("year_to_date", "400"), ("building", "400"), ("correction", "冲减四月重复凭证")).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_is_typed_every_fault_is_found_in_its_own_field_and_nothing_breaks()
    {
        string[] odd = ["=1+1", "１２", "1,200", "6.18亿元", " ", "-0", "1e9", "120", "620"];
        var text = Gen.OneOf(Gen.String, Gen.Int[0, odd.Length - 1].Select(at => odd[at]));
        text.Array[ReadFiling.Fields.Count].Sample(typed =>
        {
            var reading = new ReadFiling(Ground, ReadFiling.Fields.Zip(typed).ToDictionary(pair => pair.First, pair => pair.Second), "", 1);
            reading.Run();
            reading.Problems.ShouldAllBe(problem => ReadFiling.Fields.Contains(problem.Column) && problem.Message.Zh.StartsWith("示例："));
        });
    }

    private static (FilingContent Content, List<Problem> Problems) Read(params (string Field, string Text)[] typed)
    {
        var reading = new ReadFiling(Ground, typed.ToDictionary(pair => pair.Field, pair => pair.Text), "", 1);
        return (reading.Run(), reading.Problems);
    }
}
