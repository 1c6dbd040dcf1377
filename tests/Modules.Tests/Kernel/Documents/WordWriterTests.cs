using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Saima.Kernel.Documents;
using Saima.Testing;
using Shouldly;
using Xunit;
using Imprint = Saima.Kernel.Documents.Imprint;
using Picture = Saima.Kernel.Documents.Picture;

namespace Saima.Modules.Tests.Kernel.Documents;

public sealed class WordWriterTests
{
    private static readonly string Sentence = string.Concat(Enumerable.Repeat("项目按计划推进各方按分工落实责任形成合力", 60));

    [Fact]
    public void A_document_of_every_kind_of_part_is_valid_and_the_same_again()
    {
        var bytes = WordWriter.Write(Everything(), FontSet.Standard);
        WordWriter.Write(Everything(), FontSet.Standard).ShouldBe(bytes);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(fault => fault.Description + " " + fault.Path?.XPath).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_is_that_of_the_standard()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Everything(), FontSet.Standard)), false);
        var margin = file.MainDocumentPart!.Document!.Descendants<PageMargin>().First();
        (Millimetres(margin.Top!.Value), Millimetres(margin.Bottom!.Value), Millimetres((int)margin.Left!.Value), Millimetres((int)margin.Right!.Value)).ShouldBe((37, 35, 28, 26));
        var size = file.MainDocumentPart.Document.Descendants<PageSize>().First();
        (Millimetres((int)size.Width!.Value), Millimetres((int)size.Height!.Value)).ShouldBe((210, 297));
        file.MainDocumentPart.Document.Descendants<TableHeader>().Count().ShouldBe(1);
    }

    [Fact]
    public void Office_fonts_have_open_substitutes_and_a_site_names_its_own()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(Everything(), FontSet.Standard with { Body = new("甲骨仿宋", ["朱雀仿宋"]) })), false);
        file.MainDocumentPart!.FontTablePart!.Fonts!.Elements<DocumentFormat.OpenXml.Wordprocessing.Font>().Single(font => font.Name == "甲骨仿宋").AltName!.Val!.Value.ShouldBe("朱雀仿宋");
        file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "Body").StyleRunProperties!.RunFonts!.EastAsia!.Value.ShouldBe("甲骨仿宋");
    }

    [Fact]
    public async Task A_full_page_has_twenty_two_lines_of_twenty_eight_characters()
    {
        var cancel = TestContext.Current.CancellationToken;
        var pdf = await Office.ToPdf(WordWriter.Write(new("满页", [new Passage(PassageRole.Addressee, Sentence)]), FontSet.Standard), "docx", cancel);
        var lines = (await Office.Text(pdf, 1, cancel)).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        lines[^1].Replace(" ", "").ShouldBe("—1—");
        lines.Count.ShouldBe(23);
        lines.Take(22).ShouldAllBe(line => line.Length == 28);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(700, 2)]
    [InlineData(1150, 4)]
    public async Task The_imprint_stands_on_the_last_even_page(int characters, int pages)
    {
        var cancel = TestContext.Current.CancellationToken;
        var paper = new Paper("版记", [new Passage(PassageRole.Body, Sentence[..characters]), new Imprint("抄送：各乡镇。", "示例办公室", "2024年1月5日印发")]);
        var pdf = await Office.ToPdf(WordWriter.Write(paper, FontSet.Standard), "docx", cancel);
        var last = await Office.Text(pdf, await Office.Pages(pdf, cancel), cancel);
        last.ShouldContain("抄送：各乡镇。");
        last.Replace(" ", "").ShouldContain($"—{pages}—");
    }

    internal static Paper Everything() => new(
        "关于示例的通报",
        [
            new Passage(PassageRole.Masthead, "示例项目办公室文件"),
            new Passage(PassageRole.Number, "示项办〔2024〕12号"),
            new Passage(PassageRole.Title, "关于示例赛马结果的\n通报"),
            new Passage(PassageRole.Addressee, "各单位："),
            new Passage(PassageRole.Body, Sentence[..300]),
            new Passage(PassageRole.First, "一、总体情况"),
            new Passage(PassageRole.Second, "（一）分赛道"),
            new Passage(PassageRole.Third, "1.开工"),
            new Passage(PassageRole.Note, "单位：万元\u0001"),
            new PaperTable("名单", [new("序号", 1, CellSide.Middle), new("项目", 5), new("投资", 2, CellSide.End)], [.. Enumerable.Range(1, 60).Select(number => new[] { $"{number}", $"工程<{number}>&赛马", "1,000" })]),
            new Picture(OnePixel, 40, 20, "一点"),
            new Passage(PassageRole.AnnexNote, "附件：1. 名单"),
            new Passage(PassageRole.Signature, "示例项目办公室"),
            new Passage(PassageRole.Date, "2024年1月5日"),
            new NewPage(),
            new Passage(PassageRole.AnnexMark, "附件1"),
            new Passage(PassageRole.AnnexTitle, "名单"),
            new Imprint("抄送：各乡镇、街道。", "示例项目办公室", "2024年1月5日印发"),
        ],
        "草稿 示例");

    private static readonly byte[] OnePixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static int Millimetres(int twips) => (int)Math.Round(twips * 25.4 / 1440);
}
