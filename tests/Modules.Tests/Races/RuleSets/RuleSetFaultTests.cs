using System.Text;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.RuleSets;

public sealed class RuleSetFaultTests
{
    [Fact]
    public void All_faults_come_at_once_with_line_column_path_value_and_remedy()
    {
        var text = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource)
            .Replace("\"weight\": 40", "\"weight\": 0", StringComparison.Ordinal)
            .Replace("\"below\": -30", "\"below\": \"甲\", \"seven\": 7", StringComparison.Ordinal);

        var problems = Problems(Encoding.UTF8.GetBytes(text));

        problems.Select(problem => problem.Code).ShouldBe(["RULES_WRONG_KIND", "RULES_UNKNOWN_NAME", "RULES_OUT_OF_RANGE"], ignoreOrder: true);
        var first = problems[0];
        var line = text.Split('\n').ToList().FindIndex(row => row.Contains("\"甲\"", StringComparison.Ordinal));
        first.Row.ShouldBe(line + 1);
        first.Column.ShouldBe("18");
        first.Value.ShouldBe("甲");
        first.File.ShouldBe("r.json");
        first.Message.Zh.ShouldStartWith($"第 {line + 1} 行第 18 列（$.flagRows[2].when.below）");
        first.Message.En.ShouldStartWith($"Line {line + 1}, column 18 ($.flagRows[2].when.below)");
        first.Remedy.Zh.ShouldNotBeEmpty();
        // The column counts characters, not bytes: three lie between the two places.
        problems[1].Column.ShouldBe("23");
    }

    [Fact]
    public void A_name_given_twice_is_refused_where_it_comes_again()
    {
        var problems = Problems("{\n  \"code\": \"A\",\n  \"code\": \"B\"\n}"u8);

        var twice = problems.Single(problem => problem.Code == "RULES_DUPLICATE_NAME");
        twice.Row.ShouldBe(3);
        twice.Column.ShouldBe("3");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 1)]
    [InlineData("{}\n}", 2)]
    [InlineData("[1,\n\n,2]", 3)]
    [InlineData("{\"a\":NaN}", 1)]
    [InlineData("// no\n{}", 1)]
    [InlineData("{\"a\":\"\\ud800\"}", 1)]
    public void What_is_not_json_is_refused_with_its_line(string text, int line) =>
        Problems(Encoding.UTF8.GetBytes(text)).Single(problem => problem.Code == "RULES_NOT_JSON").Row.ShouldBe(line);

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        Problems(Encoding.UTF8.GetBytes(new string('[', 200_000))).Single().Code.ShouldBe("RULES_NOT_JSON");
        var deep = string.Concat(Enumerable.Repeat("{\"not\":", 60)) + "{\"is\":\"started\"}" + new string('}', 60);
        var text = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource).Replace("{\n        \"is\": \"suspended\"\n      }", deep, StringComparison.Ordinal);
        Problems(Encoding.UTF8.GetBytes(text)).Single().Code.ShouldBe("RULES_TOO_DEEP");
    }

    [Fact]
    public void Other_encodings_and_giant_files_are_refused()
    {
        Problems(Encoding.Unicode.GetBytes("{\"标题\":1}")).Single().Code.ShouldBe("RULES_NOT_UTF8");
        Problems([0xCE, 0xD2, 0x22]).Single().Code.ShouldBe("RULES_NOT_UTF8");
        Problems(new byte[5_000_000]).Single().Code.ShouldBe("RULES_TOO_LARGE");
    }

    [Fact]
    public void A_number_of_a_million_digits_is_refused_quickly()
    {
        var text = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource).Replace("\"weight\": 40", $"\"weight\": {new string('9', 1_000_000)}", StringComparison.Ordinal);

        var problem = Problems(Encoding.UTF8.GetBytes(text)).Single();

        problem.Code.ShouldBe("RULES_BAD_NUMBER");
        problem.Value!.Length.ShouldBe(60);
    }

    [Fact]
    public void A_byte_order_mark_and_other_layout_change_nothing()
    {
        var text = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource);
        byte[] other = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n\t", StringComparison.Ordinal).Replace("\"weight\": 40", "\"weight\": 4.0e1", StringComparison.Ordinal))];

        RuleSetDocument.Parse(other, "r.json").Value!.Hash.ShouldBe(RuleSetDocument.Default.Hash);
    }

    [Fact]
    public void Sixty_five_rows_are_one_too_many()
    {
        var row = "{\"flag\":\"yellow\",\"code\":\"R%\",\"when\":{\"is\":\"started\"},\"sentence\":{\"zh-Hans\":\"一\",\"en\":\"one\"}},";
        var rows = string.Concat(Enumerable.Range(0, 50).Select(k => row.Replace("%", $"{k}", StringComparison.Ordinal)));
        var text = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource).Replace("\"flagRows\": [", "\"flagRows\": [" + rows, StringComparison.Ordinal);

        Problems(Encoding.UTF8.GetBytes(text)).Single().Code.ShouldBe("RULES_BAD_COUNT");
    }

    private static IReadOnlyList<Problem> Problems(ReadOnlySpan<byte> bytes) => RuleSetDocument.Parse(bytes, "r.json").Refusal!.Problems;
}
