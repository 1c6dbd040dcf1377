using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Saima.Cli;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Tests.Races.Life;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Standings;

public sealed class RoundDownloadsTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_downloaded_bundle_is_the_one_that_was_settled_and_verifies(string kind)
    {
        var site = await board.On(kind);
        var round = (await RoundArchive.Latest((await board.Database(kind)).Open(), 2023, 6, Cancel))!;
        using var answer = await site.Client.GetAsync("/seasons/2023/rounds/6/bundle.zip", Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(round.BundleHash);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{round.BundleHash}\"");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("saima-2023-r6-e1.zip");

        using var fixedOne = await site.Client.GetAsync($"/bundles/{round.BundleHash}.zip", Cancel);
        (await fixedOne.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(bytes);
        fixedOne.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        using var output = new StringWriter();
        (await CommandLine.Run(["race", "verify", file], output, output, Cancel)).ShouldBe(0, output.ToString());
        File.Delete(file);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_tables_are_the_entries_of_the_bundle_byte_for_byte(string kind)
    {
        var site = await board.On(kind);
        using var zip = new ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync("/seasons/2023/rounds/3/bundle.zip", Cancel)));
        foreach (var entry in new[] { "standings.csv", "units.csv" })
        {
            using var expected = new MemoryStream();
            await zip.GetEntry(entry)!.Open().CopyToAsync(expected, Cancel);
            using var answer = await site.Client.GetAsync($"/seasons/2023/rounds/3/{entry}", Cancel);
            (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(expected.ToArray());
            answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"saima-2023-r3-e1-{entry}");
        }
    }

    [Theory]
    [InlineData("bundle.zip")]
    [InlineData("standings.csv")]
    [InlineData("units.csv")]
    [InlineData("standings.xlsx")]
    public async Task Who_has_a_file_is_told_that_it_has_not_changed(string file)
    {
        var site = await board.On("sqlite");
        using var first = await site.Client.GetAsync($"/seasons/2023/rounds/2/{file}", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/seasons/2023/rounds/2/{file}") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var same = await site.Client.SendAsync(again, Cancel);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        same.Headers.ETag.ShouldBe(first.Headers.ETag);
        (await same.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        using var other = new HttpRequestMessage(HttpMethod.Get, $"/seasons/2023/rounds/1/{file}") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        (await site.Client.SendAsync(other, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_broken_download_goes_on_where_it_stopped()
    {
        var site = await board.On("sqlite");
        var whole = await site.Client.GetByteArrayAsync("/seasons/2023/rounds/2/bundle.zip", Cancel);
        using var rest = new HttpRequestMessage(HttpMethod.Get, "/seasons/2023/rounds/2/bundle.zip") { Headers = { Range = new RangeHeaderValue(1000, null) } };
        using var answer = await site.Client.SendAsync(rest, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(whole[1000..]);
    }

    [Fact]
    public async Task The_workbook_has_the_standings_with_words_for_codes_and_numbers_as_numbers()
    {
        var site = await board.On("sqlite");
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await site.Client.GetByteArrayAsync("/seasons/2023/rounds/5/standings.xlsx", Cancel)), false);
        workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["项目榜单", "责任单位榜"]);
        var rows = workbook.WorkbookPart.WorksheetParts.Select(part => part.Worksheet!.Descendants<Row>().ToList()).MaxBy(all => all.Count)!;
        rows.Count.ShouldBe(88);
        var row = rows.Single(one => one.Elements<Cell>().Any(cell => cell.InnerText == "P027")).Elements<Cell>().Select(cell => cell.InnerText).ToList();
        row.ShouldContain("黄旗");
        row.ShouldContain("累计投资落后计划超过年度计划的 10 个、不超过 30 个百分点");
        row.ShouldContain("89.52");
        row.ShouldContain("-22");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_correction_takes_the_place_of_the_edition_before_which_stays_to_be_had(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await SampleDistrict.Load(database);
        await using var site = await Site.Start(database);
        var first = (await RoundArchive.Latest(database.Open(), 2023, 6, Cancel))!;
        var old = await site.Client.GetByteArrayAsync("/seasons/2023/rounds/6/bundle.zip", Cancel);
        await ImportFacts.Run(
            database.Open(), TimeProvider.System, new(2023, "finding.csv", "tester"), [new(FactTable.Findings, 1, [[2023L, "P031", "falsification", new DateOnly(2023, 12, 3)]])], cancel: Cancel);
        var walk = new Walk(database, 6);
        await walk.Do(RoundMove.Correct, reason: "finding of 3 December");

        SampleBoard.Text(await site.Client.GetStringAsync("/seasons/2023/rounds/6", Cancel)).ShouldContain("红旗 56 ", customMessage: "not published yet");
        await walk.Do(RoundMove.PublishCorrection, Walk.Approver);
        // As another process would publish: the site asks five times a second whether one did.
        await Task.Delay(TimeSpan.FromMilliseconds(250), Cancel);
        var page = await site.Client.GetStringAsync("/seasons/2023/rounds/6", Cancel);
        SampleBoard.Text(page).ShouldContain("这是第 2 版（更正版），替代第 1 版");
        SampleBoard.Text(page).ShouldContain("红旗 55 黄旗 4 蜗牛 4 ");
        page.ShouldContain($"/bundles/{first.BundleHash}.zip");
        (await site.Client.GetByteArrayAsync($"/bundles/{first.BundleHash}.zip", Cancel)).ShouldBe(old);
        SampleBoard.Text(await site.Client.GetStringAsync("/seasons/2023/rounds/6/projects/P031", Cancel)).ShouldContain("FALSIFIED");
        SampleBoard.Text(await site.Client.GetStringAsync("/", Cancel)).ShouldContain("合计 274 51 25");
        using var stale = new HttpRequestMessage(HttpMethod.Get, "/seasons/2023/rounds/6/bundle.zip") { Headers = { IfNoneMatch = { new($"\"{first.BundleHash}\"") } } };
        (await site.Client.SendAsync(stale, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_newest_board_is_printed_in_the_terminal(string kind)
    {
        var database = await board.Database(kind);
        using var output = new StringWriter();
        (await CommandLine.Run(["race", "board", "--db", database.Db], output, output, Cancel)).ShouldBe(0);
        var lines = output.ToString().Split('\n').Select(line => line.Replace(" ", "", StringComparison.Ordinal)).ToList();
        lines.ShouldContain(line => line.StartsWith("合计│275│51│24│139│14", StringComparison.Ordinal));
        lines.ShouldContain("2023年第6轮赛马晾晒");
        lines.Count(line => line.Contains("│红旗│", StringComparison.Ordinal)).ShouldBe(56 + 1);
        await using var empty = TestDatabase.Create(kind);
        using var error = new StringWriter();
        (await CommandLine.Run(["race", "board", "--db", empty.Db], output, error, Cancel)).ShouldBe(2);
        error.ToString().ShouldContain("还没有公布任何一轮");
        (await database.Open().Set<SettledRound>().CountAsync(Cancel)).ShouldBe(6);
    }
}
