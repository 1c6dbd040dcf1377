using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Engines.Sampling;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Inspections;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Projects.Editing;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Inspections;

/// <summary>Round 6 of the sample's year, run again after it was frozen: its data, and people of our own.</summary>
public sealed class InspectionTests
{
    private const string Desk = "/rounds/2023/6/inspections";
    private static readonly Actor Office = new("o", "项目办甲", [new(Role.ProjectOffice, null)]);
    private static readonly Actor Second = new("p", "项目办乙", [new(Role.ProjectOffice, null)]);
    private static readonly Actor Leader = new("l", "领导", [new(Role.Leader, null)]);
    private readonly FakeTimeProvider _time = new(new(2024, 1, 10, 2, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_sample_is_what_anybody_draws_from_the_published_seed_and_it_is_drawn_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Frozen(data);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await DrawInspections.Run(data.Open(), _time, Office, new(2023, 6, 6, 4), Cancel);
            }
            catch (Exception fault) when (fault is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
            {
                return (Outcome<int>)new Refusal("BUSY", new(fault.Message, fault.Message), new("", ""));
            }
        })));
        outcomes.Count(one => one.Refusal is null).ShouldBe(1);
        outcomes.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "DRAWN_ALREADY");

        var draw = await data.Open().Set<RoundDraw>().SingleAsync(Cancel);
        RoundDraw.Hash(draw.Secret).ShouldBe(draw.Commitment);
        var freeze = (await Freezes.Latest(data.Open(), 2023, 6, Cancel))!;
        var package = await Freezes.Package(data.Open(), freeze, Cancel);
        var frame = Enumerable.Range(0, package.Facts.ProjectCount).Select(at => package.ProjectIds[at]!).ToList();
        var inspections = await data.Open().Set<Inspection>().ToListAsync(Cancel);
        inspections.Where(one => one.Ground == InspectionGround.Random).Select(one => one.Project)
            .ShouldBe(TicketSample.Draw(frame, RoundDraw.SeedOf(draw.Secret, freeze.Sha256), 6).Select(one => one.Id), ignoreOrder: true);
        inspections.Count(one => one.Ground == InspectionGround.Risk).ShouldBe(4);
        inspections.Where(one => one.Ground == InspectionGround.Risk).ShouldAllBe(one => one.Why.Length > 0);
        inspections.Select(one => one.Project).Distinct().Count().ShouldBe(10);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();

        (await AddInspection.Run(data.Open(), _time, Office, new(2023, 6, inspections[0].Project, InspectionKind.Site, "群众来信"), Cancel)).Refusal!.Code.ShouldBe("PLANNED_ALREADY");
        (await AddInspection.Run(data.Open(), _time, Office, new(2023, 6, "P999", InspectionKind.Site, "群众来信"), Cancel)).Refusal!.Code.ShouldBe("NOT_IN_ROUND");
        (await AddInspection.Run(data.Open(), _time, Leader, new(2023, 6, "P001", InspectionKind.Site, "群众来信"), Cancel)).Refusal!.Code.ShouldBe("NOT_YOURS");
        (await DrawInspections.Run(data.Open(), _time, Office, new(2023, 5, 6, 4), Cancel)).Refusal!.Code.ShouldBe("NOT_FROZEN");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_inspection_goes_from_the_check_in_to_a_corrected_figure_and_holds_the_round_up_until_then(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Frozen(data);
        await using var site = await Site.Start(data);
        (await AddInspection.Run(data.Open(), _time, Office, new(2023, 6, "P067", InspectionKind.Site, "群众来信"), Cancel)).Refusal.ShouldBeNull();
        var (first, second, reporter) = (await site.SignIn("项目办甲"), await site.SignIn("项目办乙"), await site.SignIn("填报员", Role.Reporter, "S05"));
        (await Text(site, Desk + "/P067", reporter)).ShouldContain("没有这个页面");

        var form = await PostedForm.Open(site, Desk + "/P067", "check-in", first);
        (await Said(await form.SendFile("photos", "现场.svg", "<svg/>"u8.ToArray()))).ShouldNotBe("");
        var place = await data.Open().Set<PlaceFact>().SingleAsync(fact => fact.Project == "P067" && fact.SupersededBy == null, Cancel);
        form = await PostedForm.Open(site, Desk + "/P067", "check-in", first);
        (await Said(await form.SendFile("photos", "现场.jpg", MadeEvidence.WithExif(MadeEvidence.Picture(), "2024:01:10 10:00:00", (place.Lat / 10_000_000.0) + 0.02, place.Lon / 10_000_000.0)))).ShouldBe("");
        (await Text(site, Desk + "/P067", first)).ShouldSatisfyAllConditions(text => text.ShouldContain("已到场"), text => text.ShouldContain("离项目 2.2 公里，离得较远"));

        var one = await data.Open().Set<Inspection>().SingleAsync(Cancel);
        var claims = InspectedClaim.Read(one);
        var report = await PostedForm.Open(site, Desk + "/P067", "report", first);
        (await Said(await report.Send())).ShouldContain("一项结果也没有选");
        (await Said(await report.Send(("result1", "Deviation"), ("found1", "很多"), ("result3", "Deviation"), ("found3", claims[2].Value)))).ShouldContain("2 处要改");
        report = await PostedForm.Open(site, Desk + "/P067", "report", first);
        (await Said(await report.Send(("result1", "Deviation"), ("found1", "100"), ("statement1", "只见地基"), ("result3", "Consistent")))).ShouldBe("");
        (await Text(site, Desk + "/P067", first)).ShouldNotContain("复核通过");
        var decide = await PostedForm.Open(site, Desk + "/P067", "decide", second);
        (await Said(await decide.Send(("step", "Return")))).ShouldContain("没有写明理由");
        (await Said(await (await PostedForm.Open(site, Desk + "/P067", "decide", second)).Send(("step", "Confirm")))).ShouldBe("");
        (await Text(site, Desk + "/P067", reporter)).ShouldContain("只见地基");

        (await Waits(data)).ShouldBe(["1 处不符没有销项"]);
        var finding = await data.Open().Set<InspectionFinding>().SingleAsync(found => found.Result == FindingResult.Deviation, Cancel);
        finding.Found.ShouldBe("100");
        (await SettleFinding.Run(data.Open(), _time, Office, new(finding.Id, FindingSettlement.Corrected, null), Cancel)).Refusal!.Code.ShouldBe("NOT_CORRECTED");
        (await SettleFinding.Run(data.Open(), _time, new(one.Visitors.Length > 0 ? Site.IdOf("项目办甲").ToString() : "", "项目办甲", [new(Role.ProjectOffice, null)]), new(finding.Id, FindingSettlement.Stands, "有合同"), Cancel)).Refusal!.Code.ShouldBe("SAME_PERSON");
        var current = await data.Open().Set<ReportFact>().Where(fact => fact.Project == "P067" && fact.SupersededBy == null).OrderByDescending(fact => fact.Month).FirstAsync(Cancel);
        (await EditFact.Run(data.Open(), _time, new(2023, PackageTable.Reports, "P067", current.Id, FactKinds.EntryOf(PackageTable.Reports, current).ToDictionary(pair => pair.Key, pair => pair.Key == "ytd" ? "100" : pair.Value), "项目办乙", "核查更正"), Cancel)).Refusal.ShouldBeNull();
        (await SettleFinding.Run(data.Open(), _time, Second, new(finding.Id, FindingSettlement.Corrected, null), Cancel)).Refusal.ShouldBeNull();
        (await SettleFinding.Run(data.Open(), _time, Second, new(finding.Id, FindingSettlement.Stands, "有合同"), Cancel)).Refusal!.Code.ShouldBe("MOVED");
        (await Waits(data)).ShouldBeEmpty();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_looks_made_up_is_decided_after_a_hearing_and_becomes_a_finding_of_the_register(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Frozen(data);
        (await AddInspection.Run(data.Open(), _time, Office, new(2023, 6, "P067", InspectionKind.Desk, "群众来信"), Cancel)).Refusal.ShouldBeNull();
        var one = await data.Open().Set<Inspection>().SingleAsync(Cancel);
        (await ReportInspection.Run(data.Open(), _time, Office, new(one.Id, 0, item => item == "started" ? new(FindingResult.Suspicion, "", "照片是别处的") : new(null, null, null), null), Cancel)).Refusal.ShouldBeNull();
        (await DecideInspection.Run(data.Open(), _time, Second, new(one.Id, 1, InspectionAction.Confirm, null), Cancel)).Refusal.ShouldBeNull();
        (await Waits(data)).ShouldBe(["1 件造假认定没有结论"]);
        var id = (await data.Open().Set<FalsificationCase>().SingleAsync(Cancel)).Id;
        var unit = new Actor("u", "填报员", [new(Role.Reporter, new HashSet<string> { "S05" })]);

        (await Move(data, Office, new(id, 0, CaseAction.Hear, null, "记录", null))).ShouldBe("NO_SUCH_STEP");
        (await Move(data, Office, new(id, 0, CaseAction.Notify, "2024-01-12", "区府 301", null))).ShouldBe("TOO_SOON");
        (await Move(data, unit, new(id, 0, CaseAction.Notify, "2024-01-17", "区府 301", null))).ShouldBe("NOT_YOURS");
        (await Move(data, Office, new(id, 0, CaseAction.Notify, "2024-01-17", "区府 301", null))).ShouldBe("");
        (await Move(data, Office, new(id, 1, CaseAction.Hear, null, "记录", null))).ShouldBe("NOT_YET");
        (await Move(data, unit, new(id, 1, CaseAction.State, null, "照片传错了", null))).ShouldBe("");
        _time.Advance(TimeSpan.FromDays(8));
        (await Move(data, Second, new(id, 2, CaseAction.Hear, null, "到场二人，所述同书面", null))).ShouldBe("");
        (await Move(data, Leader, new(id, 3, CaseAction.Decide, null, "照片系挪用", null))).ShouldBe("NO_DECISION");
        (await Move(data, Office, new(id, 3, CaseAction.Decide, null, "照片系挪用", true))).ShouldBe("NOT_YOURS");
        (await Move(data, new("p", "项目办乙兼领导", [new(Role.Leader, null)]), new(id, 3, CaseAction.Decide, null, "照片系挪用", true))).ShouldBe("SAME_PERSON");
        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Move(data, Leader, new(id, 3, CaseAction.Decide, null, "照片系挪用", true)))));
        clicks.Count(said => said.Length == 0).ShouldBe(1);
        clicks.ShouldAllBe(said => said == "" || said == "MOVED");

        var found = await data.Open().Set<FindingFact>().SingleAsync(fact => fact.Project == "P067" && fact.SupersededBy == null, Cancel);
        (found.Kind, found.FoundOn).ShouldBe(("falsification", new DateOnly(2024, 1, 10)));
        (await Waits(data)).ShouldBeEmpty();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_click_at_once_one_takes_the_step_and_the_database_keeps_the_duties_apart(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Frozen(data);
        (await AddInspection.Run(data.Open(), _time, Office, new(2023, 6, "P067", InspectionKind.Desk, "群众来信"), Cancel)).Refusal.ShouldBeNull();
        var one = await data.Open().Set<Inspection>().AsNoTracking().SingleAsync(Cancel);
        FoundLine Line(string item) => item == "ytd" ? new(FindingResult.Consistent, null, null) : new(null, null, null);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Task.Run(async () =>
            (await ReportInspection.Run(data.Open(), _time, at % 2 == 0 ? Office : Second, new(one.Id, 0, Line, null), Cancel)).Refusal?.Code ?? "")));
        clicks.Count(said => said.Length == 0).ShouldBe(1);
        clicks.ShouldAllBe(said => said == "" || said == "MOVED" || said == "NO_SUCH_STEP");
        (await data.Open().Set<InspectionStep>().CountAsync(Cancel)).ShouldBe(1);
        (await data.Open().Set<InspectionFinding>().CountAsync(Cancel)).ShouldBe(1);

        var db = data.Open();
        var kept = await db.Set<Inspection>().SingleAsync(Cancel);
        (kept.State, kept.ConfirmedBy) = (InspectionState.Confirmed, kept.ReportedBy);
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
    }

    [Fact]
    public async Task Opening_a_round_publishes_the_hash_of_its_secret_and_everybody_sees_it()
    {
        await using var data = TestDatabase.Create("sqlite");
        await Frozen(data);
        await using var site = await Site.Start(data);
        var draw = await data.Open().Set<RoundDraw>().SingleAsync(Cancel);
        var page = SampleBoard.Text(await site.Anonymous.GetStringAsync(new Uri("/seasons/2023/rounds/6/draw", UriKind.Relative), Cancel));
        page.ShouldContain(draw.Commitment);
        (await DrawInspections.Run(data.Open(), _time, Office, new(2023, 6, 3, 0), Cancel)).Refusal.ShouldBeNull();
        page = SampleBoard.Text(await site.Anonymous.GetStringAsync(new Uri("/seasons/2023/rounds/6/draw", UriKind.Relative), Cancel));
        (await data.Open().Set<SettledRound>().AnyAsync(round => round.Round == 6 && round.PublishedAt != null, Cancel)).ShouldBeTrue("the sample's round is published");
        page.ShouldContain(draw.Secret);
        using var missing = await site.Anonymous.GetAsync(new Uri("/seasons/2023/rounds/5/draw", UriKind.Relative), Cancel);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Frozen(TestDatabase data)
    {
        await SampleDistrict.Load(data);
        var db = data.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await CommitSeed.Run(db, _time.GetUtcNow(), 2023, 6, "项目办甲", Cancel);
            await transaction.CommitAsync(Cancel);
        }

        (await FreezeRound.Run(data.Open(), _time, new(2023, 6, "项目办甲", "核查演练"), null, Cancel)).Refusal.ShouldBeNull();
    }

    private async Task<string> Move(TestDatabase data, Actor actor, CaseOrder order) => (await MoveCase.Run(data.Open(), _time, actor, order, Cancel)).Refusal?.Code ?? "";

    private static async Task<IReadOnlyList<string>> Waits(TestDatabase data)
    {
        var waiting = await new InspectionGate().Read(data.Open(), 2023, 6, Cancel);
        return [.. waiting.Where(one => one.Blocks && one.What.Zh != "还没有抽签").Select(one => one.What.Zh)];
    }

    private static async Task<string> Said(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Redirect ? "" : SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static async Task<string> Text(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
