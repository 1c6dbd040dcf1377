using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Ledger;
using Saima.Modules.Races.Rounds;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Rounds;

public sealed class FreezeRoundTests
{
    private const string Desk = "/rounds/2023";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_corrected_after_the_freezing_reaches_the_round_only_when_it_is_frozen_again(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await Post(site, "refreeze", ("by", "王五"))).ShouldContain("“重新封存”须写明理由");
        (await Post(site, "refreeze", ("by", "王五"), ("reason", "年终复核"))).ShouldContain("第 6 轮：数据已封存为第 1 版");
        (await Post(site, "refreeze", ("by", "王五"), ("reason", "年终复核"))).ShouldContain("数据没有变化，仍是封存的第 1 版");
        (await Get(site, Desk + "/6")).ShouldContain("封存以后登记簿没有变动");

        var edit = await PostedForm.Open(site, "/projects/2023/P003/edit");
        (await edit.Send(("suspended_from", "2023-12-01"), ("suspended_to", "2024-03-01"), ("suspension_reason", "示例批文 1 号"), ("by", "王五"), ("reason", "补登挂起"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Get(site, Desk + "/6")).ShouldContain("涉及 1 个项目");
        (await Get(site, Desk + "/6")).ShouldContain("P003");
        (await Post(site, "correct", ("by", "王五"), ("reason", "补登挂起"))).ShouldContain("结算的结果没有变化，仍是第 1 版");

        (await Post(site, "refreeze", ("by", "王五"))).ShouldContain("须写明理由");
        (await Post(site, "refreeze", ("by", "王五"), ("reason", "补登挂起"))).ShouldContain("数据已封存为第 2 版");
        (await Get(site, Desk + "/6")).ShouldContain("按第 2 版封存数据重新结算");
        (await Post(site, "correct", ("by", "王五"), ("reason", "补登挂起"))).ShouldContain("第 6 轮：已结算为第 2 版");
        var round = (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!;
        round.FreezeId.ShouldBe((await Freezes.Latest(data.Open(), 2023, 6, Cancel))!.Id);
        round.Exempt.ShouldBe(4);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Action == "races.freeze", Cancel)).ShouldBe(2);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Frozen_data_settle_to_the_bytes_that_the_register_gave(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        (await FreezeRound.Run(data.Open(), TimeProvider.System, new(2023, 4, "test", "复核"), null, Cancel)).Refusal.ShouldBeNull();
        (await SettleRound.Run(data.Open(), TimeProvider.System, new(2023, 4, "test"), null, cancel: Cancel)).Value!.NothingNew.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_frozen_before_the_cut_off_is_over()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        var time = new FakeTimeProvider(new(2023, 12, 31, 15, 59, 0, TimeSpan.Zero));
        (await FreezeRound.Run(data.Open(), time, new(2023, 6, "test", "x"), null, Cancel)).Refusal!.Code.ShouldBe("TOO_EARLY_TO_FREEZE");
        (await FreezeRound.Run(data.Open(), time, new(2023, 7, "test", "x"), null, Cancel)).Refusal!.Code.ShouldBe("NO_SUCH_ROUND");
        time.Advance(TimeSpan.FromMinutes(2));
        (await FreezeRound.Run(data.Open(), time, new(2023, 6, "test", "x"), null, Cancel)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_command_line_freezes()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        (await CliRun.Here("race", "freeze", "--season", "2023", "--round", "5", "--db", data.Db)).Status.ShouldBe(2);
        var frozen = await CliRun.Here("race", "freeze", "--season", "2023", "--round", "5", "--reason", "复核", "--db", data.Db, "--json");
        (frozen.Status, frozen.Error).ShouldBe((0, ""));
        frozen.Output.ShouldContain("\"version\":1");
        (await CliRun.Here("race", "run", "--season", "2023", "--round", "5", "--reason", "复核", "--db", data.Db)).Output.ShouldContain("没有变化");
    }

    private static async Task<string> Post(Site site, string form, params (string, string)[] typed) =>
        SampleBoard.Text(await (await (await PostedForm.Open(site, Desk + "/6", "move-" + form)).Send(typed)).Content.ReadAsStringAsync(Cancel));

    private static async Task<string> Get(Site site, string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));
}
