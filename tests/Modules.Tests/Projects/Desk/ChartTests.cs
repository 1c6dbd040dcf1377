using System.Net;
using System.Text.Json;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class ChartTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_figures_of_the_charts_are_those_of_the_list_as_filtered(string kind)
    {
        var site = await board.On(kind);
        var bars = await Json(site, "/projects/2023/chart/bars.json?by=unit&unit=S05");
        bars.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("title").GetString()).ShouldBe(["示例镇甲"]);
        var sum = bars.GetProperty("series").EnumerateArray().Sum(series => series.GetProperty("values")[0].GetDecimal());
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/chart?unit=S05", Cancel)).ShouldContain($"示例镇甲 5 {sum:#,0}");

        var scatter = await Json(site, "/projects/2023/chart/scatter.json?flag=yellow");
        scatter.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("mark").GetString()).ShouldBe(["yellow"]);
        var point = scatter.GetProperty("series")[0].GetProperty("points")[0];
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/chart?flag=yellow", Cancel)).ShouldContain(point.GetProperty("title").GetString()!);
        (await site.Client.GetAsync(point.GetProperty("href").GetString(), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Json(site, "/projects/2023/chart/bars.json?by=class&lang=en")).GetProperty("x").GetString().ShouldBe("Annual plan (million yuan)");
        (await site.Client.GetAsync("/projects/2023/chart/pie.json", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/chart?q=nobody", Cancel)).ShouldContain("画不出图");
    }

    [Theory]
    [InlineData("/_content/Saima.Ui/lib/echarts.min.js", 260)]
    [InlineData("/_content/Saima.Ui/lib/leaflet.js", 50)]
    [InlineData("/_content/Saima.Ui/chart.js", 4)]
    [InlineData("/_content/Saima.Ui/map.js", 4)]
    public async Task Scripts_are_sent_compressed(string address, int kibibytes)
    {
        var site = await board.On("sqlite");
        using var asked = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await site.Client.SendAsync(asked, Cancel);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        bytes.Length.ShouldBeLessThan(kibibytes * 1024);
        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {bytes.Length / 1024.0:F1} KiB");
    }

    [Fact]
    public async Task No_other_page_loads_a_script()
    {
        var site = await board.On("sqlite");
        foreach (var address in new[] { "/", "/projects/2023/P038", "/seasons/2023/rounds/6" })
        {
            (await site.Client.GetStringAsync(address, Cancel)).ShouldNotContain("<script", customMessage: address);
        }
    }

    private static async Task<JsonElement> Json(Site site, string address) => JsonDocument.Parse(await site.Client.GetStringAsync(address, Cancel)).RootElement;
}
