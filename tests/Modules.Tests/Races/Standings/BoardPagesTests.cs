using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Modules.Races;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Standings;
using Saima.Testing;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleBoard))]

namespace Saima.Modules.Tests.Races.Standings;

public sealed partial class BoardPagesTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_front_page_adds_the_flags_of_six_rounds_up_to_what_the_district_published(string kind)
    {
        var text = SampleBoard.Text(await Page(kind, "/"));
        text.ShouldContain("2023 年重大项目赛马晾晒");
        text.ShouldContain("全年累计（6 轮）");
        text.ShouldContain("红旗 275 达到计划，次 黄旗 51 落后计划，次 蜗牛 24 严重或连续落后，次");
        text.ShouldContain("第 1 轮 2023-02-28 50 3 0 26 0 79");
        text.ShouldContain("第 6 轮 2023-12-31 56 4 3 24 3 90");
        text.ShouldContain("合计 275 51 24 139 14");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_page_that_is_linked_answers_and_none_but_the_sign_in_and_the_check_of_a_bundle_has_a_script_or_an_inline_style(string kind)
    {
        var site = await board.On(kind);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<string>(seen);
        var pages = 0;
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await site.Anonymous.GetAsync(address, Cancel);
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                Follow(answer.Headers.Location!.OriginalString);
                continue;
            }

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            if (answer.Content.Headers.ContentType!.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            var html = await answer.Content.ReadAsStringAsync(Cancel);
            // Passkeys are the browser's own, and a bundle is checked in the browser: both by scripts of ours.
            (address.Split('?')[0] is "/sign-in" or "/log/verify" ? html.Replace("<script type=\"module\" src=\"/_content/", "") : html).ShouldNotContain("<script", customMessage: address);
            html.ShouldNotContain(" style=", customMessage: address);
            html.ShouldNotContain("&lt;br", customMessage: address);
            SampleBoard.Text(html).ShouldNotContain("NaN", Case.Sensitive, address);
            // The desk's lists link to every order and every filter of every other: each is one page.
            foreach (var link in SampleBoard.Links(html).Where(link => !link.Contains("lang=") && !link.Contains("text=") && !link.Contains("theme=") && !link.Contains("flag=") && !(link.StartsWith("/projects", StringComparison.Ordinal) && link.Contains('?'))))
            {
                Follow(link);
            }
        }

        pages.ShouldBeGreaterThan(6 * 75);

        void Follow(string link)
        {
            if (seen.Add(link))
            {
                waiting.Enqueue(link);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_round_lists_the_projects_of_its_bundle_in_their_order(string kind)
    {
        for (var round = 1; round <= 6; round += 5)
        {
            var html = await Page(kind, $"/seasons/2023/rounds/{round}");
            var expected = (await Standings(kind, round)).Select(row => row[2]).ToList();
            ProjectLinks().Matches(html).Select(match => match.Groups[1].Value).ShouldBe(expected);
            SampleBoard.Text(html).ShouldContain($"共 {expected.Count} 个项目");
        }

        SampleBoard.Text(await Page(kind, "/seasons/2023/rounds/6")).ShouldContain("红旗 56 黄旗 4 蜗牛 3 正常 24 免评 3");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lane_lists_its_own_projects_and_the_listing_can_be_narrowed(string kind)
    {
        var rows = await Standings(kind, 4);
        var build = await Page(kind, "/seasons/2023/rounds/4/lanes/build");
        ProjectLinks().Matches(build).Select(match => match.Groups[1].Value).ShouldBe(rows.Where(row => row[1] == "build").Select(row => row[2]));
        var snails = await Page(kind, "/seasons/2023/rounds/4?flag=snail");
        ProjectLinks().Matches(snails).Select(match => match.Groups[1].Value).ShouldBe(rows.Where(row => row[5] == "snail").Select(row => row[2]));
        var one = rows.First(row => row[5] == "yellow");
        ProjectLinks().Matches(await Page(kind, "/seasons/2023/rounds/4?q=" + Uri.EscapeDataString(one[3]))).Select(match => match.Groups[1].Value).ShouldBe([one[2]]);
        var unit = rows.Where(row => row[4] == one[4]).Select(row => row[2]);
        ProjectLinks().Matches(await Page(kind, $"/seasons/2023/rounds/4?unit={one[4]}")).Select(match => match.Groups[1].Value).ShouldBe(unit);
        SampleBoard.Text(await Page(kind, "/seasons/2023/rounds/4?flag=purple")).ShouldContain("没有符合条件的项目");
        SampleBoard.Text(await Page(kind, "/seasons/2023/rounds/4?page=99999999999999")).ShouldContain("共 85 个项目");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_project_says_why_with_every_row_metric_threshold_and_point(string kind)
    {
        var html = await Page(kind, "/seasons/2023/rounds/5/projects/P027");
        var text = SampleBoard.Text(html);
        text.ShouldContain("黄旗 累计投资落后计划超过年度计划的 10 个、不超过 30 个百分点 BEHIND_10");
        text.ShouldContain("离红旗还差 不成立 进度偏差不低于 0 个百分点 本项目 −22 个百分点");
        text.ShouldContain("成立 进度偏差不低于 −30 个百分点、低于 −10 个百分点 本项目 −22 个百分点");
        text.ShouldContain("第 6 轮 蜗牛");
        var row = (await Standings(kind, 5)).Single(cells => cells[2] == "P027");
        text.ShouldContain($"名次 {row[0]} /");
        foreach (var flag in RuleSetDocument.Default.Rules.FlagRows)
        {
            text.ShouldContain(flag.Code);
            text.ShouldContain(flag.Title["zh-Hans"]);
        }

        foreach (var metric in Enum.GetValues<Metric>())
        {
            text.ShouldContain(MetricWords.Name(metric).Zh);
        }

        foreach (var measure in RuleSetDocument.Default.Rules.Measures)
        {
            text.ShouldContain($"{measure.Title["zh-Hans"]} {measure.Weight} ");
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_project_page_explains_is_what_the_round_was_settled_to(string kind)
    {
        var database = await board.Database(kind);
        var rules = RuleSetDocument.Default.Rules;
        foreach (var row in await database.Open().Set<StandingRow>().AsNoTracking().ToListAsync(Cancel))
        {
            var why = RaceExplanation.Explain(RoundRows.Metrics(row), rules);
            (why.Flag, why.Score, rules.Lanes[why.Lane].Code).ShouldBe((row.Flag, row.Score, row.Lane));
            string.Join('|', why.Rows.Where(one => one.Listed).Select(one => one.Code)).ShouldBe(row.Reasons);
            why.Measures.Select(measure => measure.Points).ShouldBe(RoundRows.Points(row));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Units_are_ranked_in_their_class_and_a_unit_has_its_projects(string kind)
    {
        var text = SampleBoard.Text(await Page(kind, "/seasons/2023/rounds/6/units"));
        text.ShouldContain("14 示例镇甲 96.63 5 3 2 — — —");
        text.ShouldContain("5 示例乡甲 88.36 5 — — 1 4 —");
        var database = await board.Database(kind);
        var unit = await database.Open().Set<UnitRow>().FirstAsync(row => row.Name == "示例镇甲", Cancel);
        var page = await Page(kind, $"/seasons/2023/rounds/6/units/{unit.Unit}");
        SampleBoard.Text(page).ShouldContain("示例镇甲的项目 2023 年第 6 轮赛马晾晒 · 镇 · 同类第 14 名");
        var rows = await Standings(kind, 6);
        ProjectLinks().Matches(page).Select(match => match.Groups[1].Value).ShouldBe(rows.Where(row => row[4] == unit.Unit).Select(row => row[2]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_rules_are_a_page_and_a_document_with_the_hash_of_the_round(string kind)
    {
        var site = await board.On(kind);
        var hash = RuleSetDocument.Default.Hash;
        (await site.Client.GetAsync("/rules", Cancel)).Headers.Location!.OriginalString.ShouldBe($"/rules/{hash}");
        var text = SampleBoard.Text(await Page(kind, $"/rules/{hash}"));
        text.ShouldContain("规则集 SAIMA-2M-EXAMPLE 示例");
        text.ShouldContain(RuleSetDocument.Default.DocumentNo);
        text.ShouldContain("按序时计划完成率折算：0% 得 0 分，120% 得 120 分，其间按直线");
        (await site.Client.GetByteArrayAsync($"/rules/{hash}.json", Cancel)).ShouldBe(RuleSetDocument.Default.Canonical);
    }

    private async Task<string> Page(string kind, string address) => await (await board.On(kind)).Client.GetStringAsync(address, Cancel);

    /// <summary>Rows of the bundle's own table: the names of the sample have neither commas nor quotes.</summary>
    private async Task<IReadOnlyList<string[]>> Standings(string kind, int round)
    {
        var bytes = await (await board.On(kind)).Client.GetByteArrayAsync($"/seasons/2023/rounds/{round}/bundle.zip", Cancel);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry("standings.csv")!.Open());
        return [.. (await reader.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }

    [GeneratedRegex("<th scope=\"row\">\\s*<a href=\"/seasons/2023/rounds/\\d/projects/([^\"]+)\"")]
    private static partial Regex ProjectLinks();
}
