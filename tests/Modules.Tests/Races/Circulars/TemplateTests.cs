using Saima.Modules.Races.Circulars;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Circulars;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(TemplateKind.Circular)]
    [InlineData(TemplateKind.Project)]
    [InlineData(TemplateKind.Unit)]
    [InlineData(TemplateKind.Deck)]
    public void The_examples_have_no_fault(TemplateKind kind) => CheckTemplate.Run(kind, TemplateShelf.Example(kind).Content).ShouldBeNull();

    [Fact]
    public void Every_fault_is_told_at_once_with_line_and_column()
    {
        var refusal = CheckTemplate.Run(TemplateKind.Circular, Text("共{{ 项目树 }}个\n{{ for 项 in 红旗项目 }}{{ 项.名 }}{{ end }}\n【表：没有的表】\n{{ 红旗项目 }}"))!;
        refusal.Problems.Select(problem => (problem.Row, problem.Column, problem.Value)).ShouldBe(
            [(3, "第 1 字", "【表：没有的表】"), (1, "第 5 字", "共{{ 项目树 }}个"), (2, "第 25 字", "{{ for 项 in 红旗项目 }}{{ 项.名 }}{{ end }}"), (4, "第 4 字", "{{ 红旗项目 }}")], ignoreOrder: true);
        refusal.Problems[1].Message.Zh.ShouldBe("没有“项目树”这个字段");
    }

    [Theory]
    [InlineData("{{ if 红旗数 > 0 }}没有结束")]
    [InlineData("{{ for 项 红旗项目 }}{{ end }}")]
    [InlineData("{{ ) }}")]
    public void A_slip_of_writing_is_told_where_it_is(string text) => CheckTemplate.Run(TemplateKind.Circular, Text(text))!.Problems.ShouldAllBe(problem => problem.Row >= 1 && problem.Message.Zh.Length > 0);

    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ 'a' * 100000000 }}")]
    [InlineData("{{ for i in 1..100000000 }}{{ end }}")]
    [InlineData("{{ include 'passwd' }}")]
    [InlineData("{{ x = 1 }}")]
    [InlineData("{{ func f; f; end }}{{ f }}")]
    [InlineData("{{ 红旗数 | string.upcase }}")]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ 红旗项目[0].名称 }}")]
    [InlineData("{{ capture 甲 }}{{ end }}")]
    [InlineData("{{ import this }}")]
    public void What_could_read_or_run_on_is_refused(string text) => CheckTemplate.Run(TemplateKind.Circular, Text(text)).ShouldNotBeNull();

    [Fact]
    public void First_headings_are_numbered_anew_where_a_section_is_left_out() =>
        TextBlocks.Read("一、总体\n三、排名\n（一）平台\n1.甲\n正文", _ => throw new InvalidOperationException()).Cast<Saima.Kernel.Documents.Passage>().Select(passage => (passage.Role.ToString(), passage.Text))
            .ShouldBe([("First", "一、总体"), ("First", "二、排名"), ("Second", "（一）平台"), ("Third", "1.甲"), ("Body", "正文")]);

    private static TemplateContent Text(string text)
    {
        var example = TemplateShelf.Example(TemplateKind.Circular).Content;
        return new(new Dictionary<string, string>(example.Sections) { [TemplateSections.Text] = text });
    }
}
