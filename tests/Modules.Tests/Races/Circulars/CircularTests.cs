using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Documents;
using Saima.Kernel.Identity;
using Saima.Modules.Races;
using Saima.Modules.Races.Circulars;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Circulars;

public sealed class CircularTests
{
    private const string Page = "/rounds/2023/6/circular";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_circular_is_drafted_by_one_issued_by_another_and_kept_byte_for_byte(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await (await PostedForm.Open(site, Page, "draft")).Send(("by", "王拟稿"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var form = await PostedForm.Open(site, Page, "issue-1");
        (await Text(await form.Send(("number", "示项办[2024]1号"), ("day", "2024-01-05")))).ShouldContain("不合格式");
        (await Text(await form.Send(("number", "示项办〔2024〕1号"), ("day", "2023-01-05")))).ShouldContain("早于数据截止日");
        await (await PostedForm.Open(site, "/rounds/templates/circular", "template")).Send(); // Looking at a template changes nothing.
        (await form.Send(("number", "示项办〔2024〕1号"), ("day", "2024-01-05"), ("by", "李签发"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var word = await site.Client.GetByteArrayAsync("/rounds/circulars/1.docx", Cancel);
        await using var db = data.Open();
        var issued = await db.Set<Circular>().SingleAsync(Cancel);
        issued.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(word)));
        (issued.DraftedBy, issued.IssuedBy).ShouldBe(("王拟稿", "李签发"));
        (await site.Anonymous.GetByteArrayAsync("/seasons/2023/rounds/6/circular.docx", Cancel)).ShouldBe(word);
        (await Get(site, "/seasons/2023/rounds/6")).ShouldContain("通报 示项办〔2024〕1号");
        (await Get(site, Page)).ShouldNotContain("机关代字");

        // Whatever changes afterwards, what was issued does not.
        await Keep(site, ("text", "一、只有一句\n参评{{ 项目数 }}个。"));
        await db.Set<UnitRow>().ExecuteUpdateAsync(unit => unit.SetProperty(row => row.Name, "改了名"), Cancel);
        (await site.Client.GetByteArrayAsync("/rounds/circulars/1.docx", Cancel)).ShouldBe(word);
        WordWriter.Write(CircularShelf.PaperOf(issued), FontSet.Standard).ShouldBe(word);
        (await Get(site, Page)).ShouldContain("现将2023年第6轮");
        (await (await PostedForm.Open(site, "/rounds/2023/5/circular", "draft")).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var later = await Get(site, "/rounds/2023/5/circular");
        later.ShouldContain("只有一句");
        later.ShouldNotContain("现将2023年第5轮");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_issue_at_once_and_one_counts(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        for (var draft = 1; draft <= 6; draft++)
        {
            await using var db = data.Open();
            (await DraftCircular.Run(db, TimeProvider.System, 2023, 6, Person("drafter"), Cancel)).Refusal.ShouldBeNull();
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(async draft =>
        {
            await using var db = data.Open();
            return await IssueCircular.Run(db, TimeProvider.System, new(draft, $"示项办〔2024〕{draft}号", new(2024, 1, 5), Person($"issuer{draft}")), FontSet.Standard, null, Cancel);
        }));
        outcomes.Count(outcome => outcome.Value is not null).ShouldBe(1);
        outcomes.Where(outcome => outcome.Refusal is not null).ShouldAllBe(outcome => outcome.Refusal!.Code == "ALREADY_ISSUED");
        await using var after = data.Open();
        (await after.Set<Circular>().CountAsync(one => one.IssuedAt != null, Cancel)).ShouldBe(1);
        (await after.Set<CircularFile>().CountAsync(Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_drafted_does_not_issue_and_a_number_is_not_used_twice()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var db = data.Open();
        foreach (var round in new[] { 5, 6 })
        {
            await DraftCircular.Run(db, TimeProvider.System, 2023, round, Person("drafter"), Cancel);
        }

        (await Issue(1, "drafter")).ShouldBe("SAME_PERSON");
        (await Issue(99, "other")).ShouldBe("NO_DRAFT");
        (await Issue(1, "other")).ShouldBeNull();
        (await Issue(2, "other")).ShouldBe("NUMBER_TAKEN");

        async Task<string?> Issue(long draft, string who) =>
            (await IssueCircular.Run(db, TimeProvider.System, new(draft, "示项办〔2024〕7号", new(2024, 1, 5), Person(who)), FontSet.Standard, null, Cancel)).Refusal?.Code;
    }

    [Fact]
    public async Task The_sample_circular_opens_in_LibreOffice_on_the_right_pages()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var word = await site.Client.GetByteArrayAsync("/rounds/2023/6/1/circular.docx", Cancel);
        (await site.Client.GetByteArrayAsync("/rounds/2023/6/1/circular.docx", Cancel)).ShouldBe(word);
        using (var file = WordprocessingDocument.Open(new MemoryStream(word), false))
        {
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Cancel).Select(fault => fault.Description).ShouldBeEmpty();
        }

        var pdf = await Office.ToPdf(word, "docx", Cancel);
        (await Office.Pages(pdf, Cancel)).ShouldBe(SamplePages);
        var text = await Office.Text(pdf, null, Cancel);
        text.ShouldContain("赛马");
        text.ShouldContain("工程");
        text.ShouldContain("草稿");
        text.ShouldContain("（文号待编）");
        text.ShouldNotContain("更正情况");
        (await Office.Text(pdf, SamplePages, Cancel)).ShouldContain("抄送");
    }

    private const int SamplePages = 8;

    [Fact]
    public async Task The_PDF_is_tagged_and_can_be_searched()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        foreach (var (address, word) in new[] { ("/rounds/2023/6/1/circular.pdf", "工程"), ("/rounds/2023/6/1/deck.pdf", "赛马"), ("/rounds/2023/6/1/briefs/units/S05.pdf", "赛马") })
        {
            var pdf = await site.Client.GetByteArrayAsync(address, Cancel);
            (await Office.Text(pdf, null, Cancel)).ShouldContain(word);
            (await Office.Info(pdf, Cancel)).ShouldMatch(@"Tagged:\s+yes");
            var raw = Encoding.Latin1.GetString(pdf);
            raw.ShouldContain("/StructTreeRoot");
            raw.ShouldContain("/Lang");
        }

        (await Office.Text(await site.Client.GetByteArrayAsync("/rounds/2023/6/1/circular.pdf", Cancel), null, Cancel)).ShouldContain("赛马");
    }

    [Fact]
    public async Task Every_brief_of_a_unit_stays_on_one_page()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var db = data.Open();
        var figures = (await EditionFigures.Read(db, 2023, 6, 1, Cancel))!;
        var most = figures.Units.OrderByDescending(unit => unit.Yellow + unit.Snail).ThenByDescending(unit => unit.Projects).First();
        var paper = ComposeCircular.Brief(BriefFigures.OfUnit(figures, most.Unit)!, TemplateShelf.Example(TemplateKind.Unit)).Value!;
        (await Office.Pages(await Office.ToPdf(WordWriter.Write(paper, FontSet.Standard), "docx", Cancel), Cancel)).ShouldBe(1);
        var projects = await BriefFigures.OfProjects(db, figures, [.. figures.Rows.Select(row => row.Project)], Cancel);
        var longest = projects.MaxBy(project => project.Lacking.Count() + project.Earlier.Count + (project.Row.Reasons.Length / 10))!;
        var brief = ComposeCircular.Brief(longest, TemplateShelf.Example(TemplateKind.Project)).Value!;
        (await Office.Pages(await Office.ToPdf(WordWriter.Write(brief, FontSet.Standard), "docx", Cancel), Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task The_deck_is_a_valid_presentation_of_a_few_pages()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var db = data.Open();
        var deck = ComposeDeck.Run((await EditionFigures.Read(db, 2023, 6, 1, Cancel))!, TemplateShelf.Example(TemplateKind.Deck)).Value!;
        var bytes = DeckWriter.Write(deck, FontSet.Standard);
        DeckWriter.Write(deck, FontSet.Standard).ShouldBe(bytes);
        using var file = PresentationDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Cancel).Select(fault => fault.Description).ShouldBeEmpty();
        file.PresentationPart!.SlideParts.Count().ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_template_is_looked_at_kept_and_its_faults_are_told(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        const string Address = "/rounds/templates/circular";
        var form = await PostedForm.Open(site, Address, "template");
        var seen = await (await form.Send(("act", "preview"), ("title", "关于某轮的通报"), ("text", "本轮{{ 项目数 }}个项目。"))).Content.ReadAsStringAsync(Cancel);
        SampleBoard.Text(seen).ShouldContain("关于某轮的通报");
        SampleBoard.Text(seen).ShouldContain("本轮90个项目。");
        (await site.Client.GetAsync(SampleBoard.Links(seen).Single(link => link.Contains("/preview/", StringComparison.Ordinal)), Cancel)).Content.Headers.ContentType!.MediaType.ShouldBe(WordWriter.ContentType);
        (await Text(await form.Send(("act", "keep"), ("title", "关于某轮的通报"), ("text", "{{ 没有 }}")))).ShouldContain("模板有 1 处错误");
        (await Text(await form.Send(("act", "keep"), ("title", "关于某轮的通报"), ("text", "好")))).ShouldContain("没有填依据文号");
        (await Keep(site, ("title", "关于某轮的通报"), ("text", "好"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await form.Send(("act", "keep"), ("title", "旧"), ("text", "好"), ("document", "文"), ("from", "2023-01-01")))).ShouldContain("刚刚保存了第 1 版");
        (await Get(site, "/rounds/templates")).ShouldContain("第 1 版 示办〔2024〕2号");
    }

    [Fact]
    public async Task Who_may_not_does_not()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await site.Anonymous.GetAsync(Page, Cancel)).IsSuccessStatusCode.ShouldBeFalse();
        (await site.Anonymous.GetAsync("/rounds/2023/6/1/circular.docx", Cancel)).IsSuccessStatusCode.ShouldBeFalse();
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/6/circular.docx", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/6/projects/P001/brief", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Anonymous.GetAsync("/seasons/2023/rounds/6/units/S05/brief.docx", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var form = await PostedForm.Open(site, Page, "draft");
        (await form.As(await site.SignIn("领导甲", Role.Leader)).Send()).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        await using var db = data.Open();
        (await db.Set<Circular>().CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_Chromium_the_page_says_so_and_Word_and_Excel_work()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_CHROMIUM"] = "/nowhere/chromium");
        (await Get(site, Page)).ShouldContain("这台服务器上没有 Chromium");
        (await site.Client.GetAsync("/rounds/2023/6/1/circular.pdf", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await site.Client.GetAsync("/rounds/2023/6/1/circular.docx", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Client.GetAsync("/rounds/2023/6/1/annex.xlsx", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Text(await (await PostedForm.Open(site, "/rounds/2023/6/1/briefs", "units.pdf")).Send(("act", "make")))).ShouldContain("这台服务器上没有 Chromium");
    }

    [Fact]
    public async Task All_briefs_are_made_behind_the_page()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        const string Address = "/rounds/2023/6/1/briefs";
        (await (await PostedForm.Open(site, Address, "projects.zip")).Send(("act", "make"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answer = await site.Client.GetAsync(Address + "/projects.zip", Cancel);
        for (var tries = 0; tries < 100 && answer.StatusCode == HttpStatusCode.NotFound; tries++)
        {
            await Task.Delay(200, Cancel);
            answer = await site.Client.GetAsync(Address + "/projects.zip", Cancel);
        }

        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancel));
        zip.Entries.Count.ShouldBe(90);
    }

    private static Actor Person(string name) => new(name, name, []);

    private static async Task<HttpResponseMessage> Keep(Site site, params (string Name, string Value)[] typed) =>
        await (await PostedForm.Open(site, "/rounds/templates/circular", "template")).Send([("act", "keep"), ("title", "通报"), ("document", "示办〔2024〕2号"), ("from", "2023-01-01"), .. typed]);

    private static async Task<string> Get(Site site, string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
}
