using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Statistics;

public sealed class SeriesTests
{
    private const string Page = "/reports/statistics?month=2023-12";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Figures_of_the_statistics_come_with_their_file_only_and_stand_beside_the_reported_ones(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var statistics = await site.SignIn("统计员", Role.StatisticsVerifier);
        var reported = (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P028" && fact.Month == 202312 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;

        (await Send(site, site.Cookie, "a.csv", "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "the project office writes no statistics");
        var wrong = await Send(site, statistics, "统计.csv", "项目编号,月份,自年初累计完成投资（万元）\nP999,2023-12,1\nP028,2022-12,1\nP028,202312,一百\n,2023-12,1\n");
        var told = SampleBoard.Text(await wrong.Content.ReadAsStringAsync(Cancel));
        told.ShouldSatisfyAllConditions(text => text.ShouldContain("有 4 处要改，一条也没有导入"), text => text.ShouldContain("没有项目 P999"), text => text.ShouldContain("不是 2023 年的某月"), text => text.ShouldContain("没有项目编号，也没有项目代码"));
        (await data.Open().Set<StatisticFact>().CountAsync(Cancel)).ShouldBe(0, "nothing is half-written");

        (await Send(site, statistics, "统计.csv", $"项目编号,项目代码,月份,自年初累计完成投资（万元）,本月完成投资（万元）\nP028,,202312,{reported - 300},\n,2207-330604-04-01-246794,2023-12,3000,250\n")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var facts = await data.Open().Set<StatisticFact>().OrderBy(fact => fact.Project).ToListAsync(Cancel);
        facts.Select(fact => (fact.Project, fact.Month, fact.YearToDate, fact.Invested)).ShouldBe([("P028", 202312, (reported - 300) * 10_000, null), ("P041", 202312, 30_000_000, 2_500_000)]);
        var page = SampleBoard.Text(await site.Client.GetStringAsync(Page, Cancel));
        page.ShouldContain("2 个两个口径都有数");
        page.ShouldContain($"{reported:#,0} {reported - 300:#,0} 300");
        SampleBoard.Text(await site.Client.GetStringAsync("/reports/2023/2023-12/S05/P028", Cancel)).ShouldContain("差额 万元 300");

        (await Send(site, statistics, "统计2.csv", $"项目编号,月份,自年初累计完成投资（万元）\nP028,202312,{reported}\n")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await data.Open().Set<StatisticFact>().CountAsync(Cancel)).ShouldBe(3, "a new file is a new version");
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/P028", Cancel)).ShouldContain("统计数");
    }

    [Fact]
    public async Task No_form_of_the_platform_has_a_field_for_the_statistics()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        foreach (var address in new[] { "/projects/2023/P028/statistics/add", "/projects/2023/P028/statistics/edit?key=2023-12" })
        {
            using var answer = await site.Client.GetAsync(address, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    private static async Task<HttpResponseMessage> Send(Site site, string cookie, string name, string text)
    {
        var statistics = await site.SignIn("统计员", Role.StatisticsVerifier);
        var form = await PostedForm.Open(site, Page, "import", statistics);
        return await (cookie == site.Cookie ? form.As(cookie) : form).SendFile("file", name, Encoding.UTF8.GetBytes(text));
    }
}
