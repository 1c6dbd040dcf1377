using CsCheck;
using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("总投资（万元）", "总投资")]
    [InlineData("總投資(萬元)", "总投资")]
    [InlineData("总 投 资\n〔万元〕", "总投资")]
    [InlineData("Ｐｒｏｊｅｃｔ  Name ", "project name")]
    [InlineData("Project Geographic District ", "PROJECT GEOGRAPHIC DISTRICT")]
    [InlineData("Presupuesto definitivo\n(Pesos)\n(1)", "presupuesto definitivo")]
    [InlineData("Día / Mes / Año (Finali-zación)", "dia/mes/ano (finalizacion)")]
    [InlineData(" PPTO. MODIFICADO ", "ppto modificado")]
    public void Width_case_spaces_accents_units_and_traditional_characters_make_no_difference(string one, string other) =>
        HeaderText.Key(one).ShouldBe(HeaderText.Key(other));

    [Theory]
    [InlineData("年度计划投资", "自年初累计")]
    [InlineData("计划开工", "实际开工")]
    [InlineData("入库时间(计划)", "入库时间(实际)")]
    [InlineData("% de avance", "avance")]
    public void Headings_that_mean_different_things_stay_apart(string one, string other) => HeaderText.Key(one).ShouldNotBe(HeaderText.Key(other));

    [Theory]
    [InlineData("总投资（万元）", "万元")]
    [InlineData("总投资(億元)", "亿元")]
    [InlineData("总投资（单位：元）", "元")]
    [InlineData("总投资", null)]
    [InlineData("Presupuesto (Pesos)", null)]
    public void The_unit_of_money_is_read_from_the_heading(string heading, string? unit) => HeaderText.Unit(heading).ShouldBe(unit);

    [Fact]
    public void A_merged_upper_heading_reaches_over_its_columns_and_no_further()
    {
        var header = HeaderBlock.From(Sheets.Rows("项目名称|总投资|月度计划|||实际|备注", "||1月|2月|3月|累计|"));
        header.Headings.ShouldBe(["项目名称", "总投资", "月度计划 / 1月", "月度计划 / 2月", "月度计划 / 3月", "实际 / 累计", "备注"]);
    }

    [Fact]
    public void Three_levels_of_merged_headings_are_put_together()
    {
        var header = HeaderBlock.From(Sheets.Rows("项目|时间||||", "|开工||竣工||", "|计划|实际|计划|实际|"));
        header.Headings.ShouldBe(["项目", "时间 / 开工 / 计划", "时间 / 开工 / 实际", "时间 / 竣工 / 计划", "时间 / 竣工 / 实际", ""]);
    }

    [Fact]
    public void The_header_is_found_below_titles_and_notes_and_above_facts()
    {
        var rows = Sheets.Rows("示例区2023年重大项目台账", "填报单位：示例局||||单位：万元", "", "项目名称|责任单位|总投资|年度计划投资", "示例项目|示例街道|12000|3000", "另一项目|示例镇|8000|1000");
        var header = HeaderBlock.Find(rows, Known).ShouldNotBeNull();
        header.FirstRow.ShouldBe(4);
        header.LastRow.ShouldBe(4);
    }

    [Fact]
    public void A_sheet_without_a_known_word_has_no_header() => HeaderBlock.Find(Sheets.Rows("甲|乙|丙", "1|2|3"), Known).ShouldBeNull();

    [Fact]
    public void Wherever_the_table_begins_its_header_is_found()
    {
        var layout = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 4], Gen.Int[1, 30], Gen.Bool);
        layout.Sample((notes, left, facts, twoRows) =>
        {
            var pad = new string('|', left);
            var rows = new List<string>();
            rows.AddRange(Enumerable.Range(1, notes).Select(number => number % 3 == 0 ? "" : $"说明{number}：请勿改动表头"));
            rows.Add(twoRows ? pad + "项目名称|责任单位|投资||月度计划||" : pad + "项目名称|责任单位|总投资(万元)|年度计划投资(万元)|1月计划|2月计划");
            if (twoRows)
            {
                rows.Add(pad + "||总投资|年度计划投资|1月|2月");
            }

            rows.AddRange(Enumerable.Range(1, facts).Select(number => pad + $"示例项目{number}|示例街道|{number * 1000}|{number * 100}|{number}|{number}"));
            var header = HeaderBlock.Find(Sheets.Rows([.. rows]), Known).ShouldNotBeNull();
            header.FirstRow.ShouldBe(notes + 1);
            header.LastRow.ShouldBe(notes + (twoRows ? 2 : 1));
        });
    }

    private static int Known(HeaderBlock header)
    {
        string[] words = ["项目名称", "责任单位", "总投资", "年度计划投资", "月度计划 / 1月", "月度计划 / 2月", "1月计划", "2月计划", "投资 / 总投资", "投资 / 年度计划投资"];
        var keys = words.Select(HeaderText.Key).ToHashSet();
        return header.Headings.Count(heading => keys.Contains(HeaderText.Key(heading)));
    }
}
