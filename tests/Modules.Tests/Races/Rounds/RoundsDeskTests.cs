using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Modules.Races;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Rounds;

public sealed class RoundsDeskTests
{
    private const string Desk = "/rounds/2023";
    private const string Round = "/rounds/2023/6";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_published_round_is_corrected_on_the_desk_and_the_old_edition_still_shows_its_own_numbers(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await Text(await (await PostedForm.Open(site, Round, "move-correct")).Send(("reason", "复核"), ("by", "王五")))).ShouldContain("结算的结果没有变化，仍是第 1 版");

        var edit = await PostedForm.Open(site, "/projects/2023/P003/edit");
        (await edit.Send(("suspended_from", "2023-12-01"), ("suspended_to", "2024-03-01"), ("suspension_reason", "示例批文 1 号"), ("by", "王五"), ("reason", "补登挂起"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await (await PostedForm.Open(site, Round, "move-correct")).Send(("by", "王五")))).ShouldContain("“结算更正版”须写明理由");
        (await Text(await (await PostedForm.Open(site, Round, "move-correct")).Send(("by", "王五"), ("reason", "补登挂起")))).ShouldContain("第 6 轮：已结算为第 2 版");

        var second = await Get(site, "/rounds/2023/6/2");
        second.ShouldContain("与第 1 版相比");
        second.ShouldContain("P003 红旗");
        (await Get(site, "/seasons/2023/rounds/6")).ShouldContain("红旗 56 黄旗 4 蜗牛 3 正常 24 免评 3");

        await SampleDistrict.Classify(data, 2023, 6);
        (await Text(await (await PostedForm.Open(site, Round, "move-publish-correction")).Send(("by", "王五")))).ShouldContain("须由另一人办理");
        (await Text(await (await PostedForm.Open(site, Round, "move-publish-correction")).Send(("by", "李四")))).ShouldContain("第 6 轮：第 2 版已公布。");
        (await Get(site, "/seasons/2023/rounds/6")).ShouldContain("红旗 55 黄旗 4 蜗牛 3 正常 24 免评 4");
        (await Get(site, "/rounds/2023/6/1")).ShouldContain("红旗 56 黄旗 4 蜗牛 3 正常 24 免评 3");
        (await Get(site, Desk)).ShouldContain("第 6 轮 · 第 1 版 已被更正");
        (await Get(site, "/seasons/2023/rounds/6")).ShouldContain("更正的理由： 补登挂起");
        (await Get(site, "/seasons/2023/rounds/6/editions/2")).ShouldContain("P003 红旗");
        (await Get(site, "/seasons/2023/rounds/6/editions/1")).ShouldContain("这一版已被第 2 版更正");
        (await Get(site, "/seasons/2023/rounds/6/editions/1")).ShouldContain("红旗 56 黄旗 4 蜗牛 3 正常 24 免评 3");
    }

    [Fact]
    public async Task Only_the_edition_that_was_looked_at_is_published()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        await Settle(site, "P003");
        var looked = await PostedForm.Open(site, Round, "move-publish-correction");
        await Settle(site, "P004");
        (await Text(await looked.Send(("by", "李四")))).ShouldContain("本轮刚刚有人办理过");
        looked = await PostedForm.Open(site, Round, "move-publish-correction");
        (await Text(await looked.Send(("bundle", new string('0', 64)), ("by", "李四")))).ShouldContain("不是您看过的那一版，没有公布。");
        (await data.Open().Set<SettledRound>().CountAsync(round => round.Round == 6 && round.PublishedAt != null, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_register_and_an_unknown_edition_are_told()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        (await Get(site, "/rounds")).ShouldContain("登记簿里还没有数据");
        (await site.Client.GetAsync("/rounds/2023", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Client.GetAsync("/rounds/2023/1/1", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task Settle(Site site, string project)
    {
        var edit = await PostedForm.Open(site, $"/projects/2023/{project}/edit");
        await edit.Send(("suspended_from", "2023-12-01"), ("suspended_to", "2024-03-01"), ("suspension_reason", "示例批文"), ("by", "王五"), ("reason", "补登挂起"));
        (await Text(await (await PostedForm.Open(site, Round, "move-correct")).Send(("by", "王五"), ("reason", "补登挂起")))).ShouldContain("第 6 轮：已结算为");
    }

    private static async Task<string> Get(Site site, string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
}
