using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Races;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Disclosures;

public sealed class TakenDownTests
{
    private const string Round = "/seasons/2023/rounds/6";
    private static readonly Actor Office = new("office", "项目办甲", [new(Role.ProjectOffice, null)]);
    private static readonly Actor Leader = new("leader", "领导乙", [new(Role.Leader, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    private static string[] Addresses(string bundle) =>
    [
        Round, $"{Round}/units", $"{Round}/units/S05", $"{Round}/projects/P031", $"{Round}/lanes/start", $"{Round}/bundle.zip", $"{Round}/standings.csv", $"{Round}/units.csv", $"{Round}/standings.xlsx",
        $"{Round}/datapackage.json", $"{Round}/datapackage.zip", $"{Round}/data/projects.csv", $"/bundles/{bundle}.zip", $"/embed{Round}",
        "/api/rounds/2023/6", "/api/rounds/2023/6/standings?flag=red&size=7", "/api/rounds/2023/6/units", "/api/rounds/2023/6/projects/P031",
    ];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_taken_down_answers_gone_at_once_and_comes_back_with_the_same_bytes_also_from_a_backup(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var round = (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!;
        string[] lists = ["/", "/feed.atom", "/api/rounds", "/open/oc4ids.json", "/seasons/2023/rounds/5"];
        var addresses = Addresses(round.BundleHash);
        var before = await Read(site, [.. addresses, .. lists]);
        before.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);

        var refused = await PostedForm.Open(site, "/rounds/2023/6/1/disclosure", "withdraw");
        (await refused.Send(("reason", "数据有误"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (var gone in await Read(site, addresses))
        {
            gone.Status.ShouldBe(HttpStatusCode.Gone, gone.Address);
            gone.Text.ShouldNotContain(round.BundleHash, Case.Sensitive, gone.Address);
            gone.Bytes.Length.ShouldBeGreaterThan(60, gone.Address);
        }

        var without = await Read(site, lists);
        without.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        without.ShouldAllBe(answer => !answer.Text.Contains(round.BundleHash));
        without[1].Text.ShouldContain("已撤下");
        SampleBoard.Text(await site.Client.GetStringAsync("/rounds/2023/6/1", Cancel)).ShouldContain("红旗 56", customMessage: "the desk still sees it");

        await Restore(data, round);
        await Task.Delay(250, Cancel);
        Same(before, await Read(site, [.. addresses, .. lists]));

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.backup");
        await data.Close();
        (await BackUpDatabase.Run(data.Address, file, overwrite: false, Cancel)).Refusal.ShouldBeNull();
        await using var other = TestDatabase.Create(kind);
        (await RestoreDatabase.Run(other.Address, AllModules.List, file, overwrite: true, Cancel)).Refusal.ShouldBeNull();
        File.Delete(file);
        await using var again = await Site.Start(other, builder => builder.Configuration["SAIMA_PUBLIC_URL"] = site.Address.AbsoluteUri);
        Same(before, await Read(again, [.. addresses, .. lists]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task When_the_last_day_of_the_notice_is_over_in_china_it_is_gone(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var round = (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!;
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var until = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(2);
        (await WithdrawDisclosure.Run(data.Open(), clock, Leader, DisclosureKinds.Edition, DisclosureKinds.KeyOf(round), "改期限", Cancel)).Refusal.ShouldBeNull();
        await Restore(data, round, until);
        await using var site = await Site.Start(data, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        (await Read(site, [Round])).Single().Status.ShouldBe(HttpStatusCode.OK);
        clock.SetUtcNow(new DateTimeOffset(until.ToDateTime(new(23, 59, 50)), TimeSpan.FromHours(8)));
        (await Read(site, [Round])).Single().Status.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromSeconds(10));
        var over = (await Read(site, [Round, $"{Round}/bundle.zip", "/api/rounds/2023/6", "/feed.atom"])).ToList();
        over.Take(3).ShouldAllBe(answer => answer.Status == HttpStatusCode.Gone);
        SampleBoard.Text(over[0].Text).ShouldContain($"公示期到 {until:yyyy-MM-dd} 为止");
        over[3].Text.ShouldContain("已撤下");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_proposes_another_reviews_and_what_looks_personal_is_not_let_through_without_a_word(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await ImportFacts.Run(data.Open(), TimeProvider.System, new(2023, "issue.csv", "tester"), [new(FactTable.Issues, 1, [[2023L, "P031", "业主 13800138000 反映", 3L, new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 30), null]])], cancel: Cancel);
        var settled = (await SettleRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "tester", "补登问题"), null, cancel: Cancel)).Value!.Round;
        settled.Edition.ShouldBe(2);
        await using var site = await Site.Start(data);
        var page = $"/rounds/2023/6/{settled.Edition}/disclosure";
        (await (await PostedForm.Open(site, page, "propose")).Send(("class", "open"), ("basis", "条款"), ("document", "会议纪要"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        SampleBoard.Text(await site.Client.GetStringAsync(page, Cancel)).ShouldContain("这是您提出的，要请另一人审查");

        var leader = await site.SignIn("审查人", Role.Leader);
        var review = await PostedForm.Open(site, page, "review", leader);
        var told = SampleBoard.Text(await (await review.Send(("verdict", "yes"))).Content.ReadAsStringAsync(Cancel));
        told.ShouldContain("像是个人信息");
        told.ShouldContain("138***");
        told.ShouldNotContain("13800138000");
        (await (await PostedForm.Open(site, page, "review", leader)).Send(("verdict", "yes"), ("note", "公开的服务热线"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PublishRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "tester"), null, Cancel)).Refusal.ShouldBeNull();
        var kept = (await DisclosureBook.InForce(data.Open(), DisclosureKinds.Edition, "2023/6/2", Cancel))!;
        (kept.ReviewedBy, kept.Note, kept.Shows(new(2030, 1, 1))).ShouldBe(("审查人", "公开的服务热线", true));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_database_itself_refuses_that_one_person_proposes_and_reviews(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var db = data.Open();
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Set<Disclosure>().Where(one => one.Key == "2023/6/1").ExecuteUpdateAsync(one => one.SetProperty(row => row.ReviewedById, row => row.ProposedById), Cancel))).ShouldNotBeNull();
    }

    private static async Task Restore(TestDatabase data, SettledRound round, DateOnly? until = null)
    {
        var proposed = (await ProposeDisclosure.Run(data.Open(), TimeProvider.System, Office, DisclosureOrder.For(round, DisclosureClass.Open, "另一条款", "另一文件", until), Cancel)).Value!;
        (await ReviewDisclosure.Run(data.Open(), TimeProvider.System, Office, new(DisclosureKinds.Edition, proposed.Key, proposed.Version, true, ""), Cancel)).Refusal!.Code.ShouldBe("SAME_PERSON");
        (await ReviewDisclosure.Run(data.Open(), TimeProvider.System, Leader, new(DisclosureKinds.Edition, proposed.Key, proposed.Version, true, ""), Cancel)).Refusal.ShouldBeNull();
    }

    private static void Same(IReadOnlyList<Answer> before, IReadOnlyList<Answer> after)
    {
        for (var at = 0; at < before.Count; at++)
        {
            after[at].Status.ShouldBe(HttpStatusCode.OK, before[at].Address);
            // In full addresses the site is named as it was asked; everything else is the same to the byte.
            after[at].Bytes.ShouldBe(before[at].Bytes, before[at].Address);
        }
    }

    private static async Task<IReadOnlyList<Answer>> Read(Site site, IReadOnlyList<string> addresses)
    {
        var answers = new List<Answer>();
        foreach (var address in addresses)
        {
            using var answer = await site.Anonymous.GetAsync(address, Cancel);
            answers.Add(new(address, answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(Cancel)));
        }

        return answers;
    }

    private sealed record Answer(string Address, HttpStatusCode Status, byte[] Bytes)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }
}
