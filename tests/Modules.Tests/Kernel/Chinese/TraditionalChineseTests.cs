using System.Globalization;
using Saima.Composition;
using Saima.Kernel.Chinese;
using Saima.Kernel.Geography;
using Saima.Kernel.Refusals;
using Saima.Ui;
using Saima.Web;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Chinese;

public sealed class TraditionalChineseTests
{
    private static readonly CultureInfo Hant = CultureInfo.GetCultureInfo("zh-Hant");

    [Theory]
    [InlineData("责任单位", "責任單位")]
    [InlineData("复旦曹娥江创新中心", "復旦曹娥江創新中心")]
    [InlineData("截止日后开发后台，复核重复，皇后出发", "截止日後開發後臺，複核重複，皇后出發")]
    [InlineData("杭州湾上虞经济技术开发区", "杭州灣上虞經濟技術開發區")]
    [InlineData("先进高分子材料“万亩千亿”新产业平台", "先進高分子材料“萬畝千億”新產業平臺")]
    [InlineData("P001 2023-10-31 SHA-256", "P001 2023-10-31 SHA-256")]
    [InlineData("", "")]
    public void A_text_is_written_in_traditional_characters(string simplified, string traditional) => TraditionalChinese.Of(simplified).ShouldBe(traditional);

    [Theory]
    [InlineData("責任單位", "责任单位")]
    [InlineData("開發區", "开发区")]
    [InlineData("复旦 ABC", "复旦 ABC")]
    public void A_search_is_folded_to_simplified_characters(string typed, string folded) => TraditionalChinese.Simplified(typed).ShouldBe(folded);

    [Fact]
    public void The_names_of_the_district_come_out_as_they_are_written_there() =>
        Shangyu.Units.Select(unit => TraditionalChinese.Of(unit.Name.Hans)).ShouldBe(Shangyu.Units.Select(unit => unit.Name.Hant));

    [Theory]
    [InlineData("zh-Hant", "開發區")]
    [InlineData("zh-TW", "開發區")]
    [InlineData("zh-HK", "開發區")]
    [InlineData("zh-Hans", "开发区")]
    [InlineData("zh-CN", "开发区")]
    [InlineData("en-GB", "zone")]
    public void A_phrase_is_said_in_the_language_of_the_reader(string culture, string said) => new Phrase("开发区", "zone").In(CultureInfo.GetCultureInfo(culture)).ShouldBe(said);

    // Pages convert what phrases have converted once before.
    [Fact]
    public void Converting_every_sentence_of_the_platform_twice_changes_nothing_more()
    {
        var sentences = AllModules.List.Select(module => module.GetType().Assembly).Append(typeof(UiWords).Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(property => property.PropertyType == typeof(Phrase)).Select(property => ((Phrase)property.GetValue(null)!).In(Hant)).ToList();
        sentences.Count.ShouldBeGreaterThan(200);
        sentences.ShouldAllBe(sentence => TraditionalChinese.Of(sentence) == sentence);
    }

    [Theory]
    [InlineData("<p title=\"项目\">项目<code>项目</code>项目</p>", "<p title=\"項目\">項目<code>项目</code>項目</p>")]
    [InlineData("<input value=\"项目\" placeholder=\"项目\"><option value=\"项目\">项目</option>", "<input value=\"项目\" placeholder=\"項目\"><option value=\"项目\">項目</option>")]
    [InlineData("<div translate=\"no\"><div>项目</div>项目</div>项目", "<div translate=\"no\"><div>项目</div>项目</div>項目")]
    [InlineData("<textarea>项目</textarea><img alt=\"项目\" translate=\"no\">项目", "<textarea>项目</textarea><img alt=\"項目\" translate=\"no\">項目")]
    [InlineData("<!-- 项目 --><a href=\"?q=a&gt;b\" aria-label=\"a > 项目\">项目</a>", "<!-- 项目 --><a href=\"?q=a&gt;b\" aria-label=\"a > 項目\">項目</a>")]
    [InlineData("项目 < 项目 <", "項目 < 项目 <")]
    public void A_page_is_converted_where_it_is_read_and_nowhere_else(string page, string converted) => TraditionalHtml.Of(page).ShouldBe(converted);
}
