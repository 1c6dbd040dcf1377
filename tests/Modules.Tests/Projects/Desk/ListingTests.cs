using System.Net;
using Microsoft.AspNetCore.Http;
using Saima.Kernel.Sheets;
using Saima.Projects.Listing;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class ListingTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_project_is_found_by_name_id_code_unit_and_pinyin_initials(string kind)
    {
        foreach (var word in new[] { "医院门诊", "p038", "2210-330604-04-01-009225", "yymz", "示例街道甲 门诊" })
        {
            var text = await Text(kind, $"/projects/2023?q={Uri.EscapeDataString(word)}");
            text.ShouldContain("示例·医院门诊楼", customMessage: word);
            text.ShouldContain(word.Contains(' ') || word.Length > 5 ? "找到 1 个，共 90 个项目" : "共 90 个项目", customMessage: word);
        }

        (await Text(kind, "/projects/2023?q=qqqq")).ShouldContain("没有符合条件的项目");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Filters_narrow_and_modules_lend_theirs(string kind)
    {
        (await Text(kind, "/projects/2023?flag=snail")).ShouldContain("找到 3 个，共 90 个项目");
        (await Text(kind, "/projects/2023?lane=start")).ShouldContain("找到 2 个，共 90 个项目");
        (await Text(kind, "/projects/2023?flag=red&lane=finish")).ShouldContain("找到 10 个，共 90 个项目");
        (await Text(kind, "/projects/2023?size=50-")).ShouldContain("皇马开眉客");
        (await Text(kind, "/projects/2023?unit=S02&class=completing")).ShouldContain("示例·医院门诊楼");
        (await Text(kind, "/projects/2023?flag=purple")).ShouldContain("没有符合条件的项目");
        (await Text(kind, "/projects/2023?sort=nonsense&page=99999999999")).ShouldContain("共 90 个项目");
    }

    [Fact]
    public async Task Order_pages_and_columns_are_in_the_address()
    {
        var site = await board.On("sqlite");
        var first = await site.Client.GetStringAsync("/projects/2023?sort=total&dir=desc", Cancel);
        first.IndexOf("皇马开眉客", StringComparison.Ordinal).ShouldBeLessThan(first.IndexOf("晶盛半导体", StringComparison.Ordinal));
        first.ShouldContain("aria-sort=\"descending\"");
        SampleBoard.Links(first).ShouldContain("/projects/2023?sort=total&dir=desc&page=2");

        var second = SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023?sort=total&dir=desc&page=2", Cancel));
        second.ShouldContain("第 2 页，共 2 页");

        var columns = await site.Client.GetStringAsync("/projects/2023?col=code&col=town", Cancel);
        columns.ShouldContain("2210-330604-04-01-009225");
        SampleBoard.Text(columns[columns.IndexOf("<thead", StringComparison.Ordinal)..columns.IndexOf("</thead", StringComparison.Ordinal)]).Trim().ShouldBe("项目 属地 项目代码");
    }

    [Fact]
    public async Task The_workbook_holds_every_page_of_what_was_filtered()
    {
        var site = await board.On("sqlite");
        using var answer = await site.Client.GetAsync("/projects/2023.xlsx?flag=red", Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(Cancel), Cancel);
        using (var book = WorkbookFile.Open(file))
        {
            book.Rows(book.SheetNames.Single(), Cancel).Count().ShouldBe(1 + 56);
        }

        File.Delete(file);
    }

    [Fact]
    public async Task The_desk_is_closed_to_visitors_who_are_led_to_the_sign_in()
    {
        var site = await board.On("sqlite");
        foreach (var address in new[] { "/projects", "/projects/2023/P038", "/projects/2023/P038/edit", "/projects/create", "/projects/2023.xlsx" })
        {
            using var answer = await site.Anonymous.GetAsync(address, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
            answer.Headers.Location!.OriginalString.ShouldStartWith("/sign-in?return=");
        }

        var html = await site.Anonymous.GetStringAsync("/", Cancel);
        html.ShouldNotContain("href=\"/projects");
        html.ShouldContain("href=\"/sign-in\"");
    }

    [Fact]
    public void A_hundred_thousand_projects_are_searched_by_any_words_and_orders_without_a_database()
    {
        var projects = Enumerable.Range(0, 100_000).Select(number => new ListedProject
        {
            Id = number,
            Project = $"P{number:D6}",
            Name = $"示例{"滨江新材料医院道路桥梁"[number % 11]}项目{number}",
            Unit = $"U{number % 20}",
            UnitName = $"示例镇{number % 20}",
            Class = "new",
            TotalInvestment = number * 1_000_000L,
        }.Searchable());
        var listing = new SeasonListing(2023, 1, projects);
        foreach (var (address, count) in new[] { ("?q=yxm", 18_182), ("?q=sl+p000042", 1), ("?unit=U3", 5000), ("?size=1-5", 400), ("?sort=name&q=xcl", 0) })
        {
            var filter = ListingFilter.From(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address)), []);
            listing.Find(filter, new Dictionary<string, FacetReading>()).Count.ShouldBe(count, address);
        }
    }

    private async Task<string> Text(string kind, string address) => SampleBoard.Text(await (await board.On(kind)).Client.GetStringAsync(address, Cancel));
}
