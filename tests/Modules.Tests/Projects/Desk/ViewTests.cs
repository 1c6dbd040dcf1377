using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class ViewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_filter_is_kept_under_a_name_renamed_removed_and_brought_back(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        const string Query = "?unit=S05&flag=red&col=town&sort=plan&dir=desc";
        (await site.Client.GetStringAsync("/projects/2023" + Query, Cancel)).ShouldContain("/projects/2023/views?unit=S05");

        var nameless = SampleBoard.Text(await (await (await PostedForm.Open(site, "/projects/2023/views" + Query)).Send()).Content.ReadAsStringAsync(Cancel));
        nameless.ShouldContain("名称不能空");

        var saved = await (await PostedForm.Open(site, "/projects/2023/views" + Query)).Send(("name", "镇甲的红旗"), ("by", "王五"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var flash = saved.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("flash=", StringComparison.Ordinal)).Split(';')[0];
        using (var next = new HttpRequestMessage(HttpMethod.Get, saved.Headers.Location) { Headers = { { "Cookie", flash + "; " + site.Cookie } } })
        {
            using var answer = await site.Client.SendAsync(next, Cancel);
            SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("已保存为“镇甲的红旗”");
            answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("flash=;", StringComparison.Ordinal));
        }

        (await site.Client.GetStringAsync("/projects/2023", Cancel)).ShouldContain("镇甲的红旗");
        var twice = await (await PostedForm.Open(site, "/projects/2023/views?flag=snail")).Send(("name", "镇甲的红旗"), ("by", "王五"));
        SampleBoard.Text(await twice.Content.ReadAsStringAsync(Cancel)).ShouldContain("已有叫“镇甲的红旗”的常用筛选");

        var renamed = await (await PostedForm.Open(site, "/projects/2023/views")).Send(("name", "镇甲红旗"), ("by", "赵六"), ("do", "rename"));
        renamed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var removed = await (await PostedForm.Open(site, "/projects/2023/views")).Send(("by", "赵六"), ("do", "remove"));
        removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await site.Client.GetStringAsync("/projects/2023/views", Cancel);
        SampleBoard.Text(after).ShouldContain("最近移除的 镇甲红旗");
        SampleBoard.Links(after).ShouldContain("/projects/2023/views" + Query);
        (await site.Client.GetStringAsync("/projects/2023", Cancel)).ShouldNotContain("镇甲红旗");
        await using var db = data.Open();
        (await db.Set<LedgerEntry>().Where(entry => entry.Subject.StartsWith("projects/view/")).OrderBy(entry => entry.Number).Select(entry => entry.Action).ToListAsync(Cancel))
            .ShouldBe(["projects.view-save", "projects.view-rename", "projects.view-remove"]);
    }
}
