using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class FactTests
{
    private const string Project = "/projects/2023/P038";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_kind_of_fact_is_added_corrected_and_undone_with_its_reason_in_history_and_ledger(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (string Table, string Key, (string, string)[] New, (string, string)[] Correction, string Said)[] kinds =
        [
            ("plans", "2023-12", [("month", "2023-12"), ("planned", "100")], [("planned", "1.5亿元")], "计划投资（万元） 100 15,000"),
            ("reports", "2023-12", [("month", "2023-12"), ("invested", "-5"), ("ytd", "200"), ("submitted_on", "2024-01-03"), ("verified", "true")], [("progress", "主体结顶")], "形象进度 （空） 主体结顶"),
            ("milestones", "幕墙完工", [("name", "幕墙完工"), ("planned_on", "2023-11-01")], [("achieved_on", "2023-11-05")], "完成日期 （空） 2023-11-05"),
            ("issues", "管线迁改", [("title", "管线迁改"), ("level", "L2"), ("raised_on", "2023-05-01"), ("due_on", "2023-06-01")], [("closed_on", "2023-05-20")], "销号日期 （空） 2023-05-20"),
        ];
        foreach (var (table, key, added, correction, said) in kinds)
        {
            if (table is "plans" or "reports")
            {
                // The sample has a plan and a report for December: what was withdrawn can be added again.
                (await (await PostedForm.Open(site, $"{Project}/{table}/edit?key={key}", "withdraw")).Send(("by", "王五"), ("reason", "重新下达"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            }

            var fresh = await (await Form(site, $"{Project}/{table}/add")).Send([.. added, ("by", "王五")]);
            fresh.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(fresh));
            fresh.Headers.Location!.PathAndQuery.ShouldStartWith(Project + "?saved=", customMessage: table);
            var address = $"{Project}/{table}/edit?key={Uri.EscapeDataString(key)}";
            SampleBoard.Links(await site.Client.GetStringAsync(Project, Cancel)).ShouldContain(link => Uri.UnescapeDataString(link) == Uri.UnescapeDataString(address), table);

            var nothing = await (await Form(site, address)).Send([.. correction, ("by", "李四")]);
            (await Text(nothing)).ShouldContain("更正要写明理由。");
            var corrected = await (await Form(site, address)).Send([.. correction, ("by", "李四"), ("reason", "补录")]);
            corrected.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(corrected));
            var page = await site.Client.GetStringAsync(corrected.Headers.Location!.PathAndQuery, Cancel);
            SampleBoard.Text(page).ShouldContain(said);
            SampleBoard.Text(page).ShouldContain("李四 · 补录");
            var undone = await (await PostedForm.Open(site, corrected.Headers.Location!.PathAndQuery, "undo")).Send(("by", "赵六"));
            undone.Headers.Location!.PathAndQuery.ShouldBe(Project + "?saved=undone");
        }

        (await data.Open().Set<MilestoneFact>().SingleAsync(fact => fact.Name == "幕墙完工" && fact.SupersededBy == null, Cancel)).AchievedOn.ShouldBeNull();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_corrects_a_fact_second_sees_what_the_first_changed_and_decides(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await (await Form(site, $"{Project}/issues/add")).Send(("title", "管线迁改"), ("level", "L2"), ("raised_on", "2023-05-01"), ("due_on", "2023-06-01"), ("by", "王五"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = $"{Project}/issues/edit?key={Uri.EscapeDataString("管线迁改")}";
        var (first, second) = (await Form(site, address), await Form(site, address));
        (await first.Send(("level", "L3"), ("by", "王五"), ("reason", "升级"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var told = await second.Send(("due_on", "2023-07-01"), ("by", "李四"), ("reason", "延期"));
        var html = await told.Content.ReadAsStringAsync(Cancel);
        SampleBoard.Text(html).ShouldContain("级别已由“二级”改为“三级”。");
        (await second.With(html, "fact").Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var fact = await data.Open().Set<IssueFact>().SingleAsync(one => one.Title == "管线迁改" && one.SupersededBy == null, Cancel);
        (fact.Level, fact.DueOn, fact.Version).ShouldBe((2, new DateOnly(2023, 7, 1), 3));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_entered_by_mistake_is_withdrawn_with_a_reason_and_comes_back_by_undoing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var unexplained = await (await PostedForm.Open(site, Project + "/edit", "withdraw")).Send(("by", "王五"));
        (await Text(unexplained)).ShouldContain("没有写明经办人和理由，没有撤回。");
        var withdrawn = await (await PostedForm.Open(site, Project + "/edit", "withdraw")).Send(("by", "王五"), ("reason", "重复登记"));
        withdrawn.StatusCode.ShouldBe(HttpStatusCode.Redirect, await Text(withdrawn));
        var change = withdrawn.Headers.Location!.PathAndQuery;
        (await site.Client.GetAsync(Project, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        SampleBoard.Links(await site.Client.GetStringAsync("/projects/2023?q=P038", Cancel)).ShouldNotContain(Project);
        var page = SampleBoard.Text(await site.Client.GetStringAsync(change, Cancel));
        page.ShouldContain("重复登记");
        page.ShouldContain("P038 · 撤回");
        (await (await PostedForm.Open(site, change, "undo")).Send(("by", "赵六"), ("reason", "不是重复"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Client.GetAsync(Project, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var stale = await PostedForm.Open(site, Project + "/edit", "withdraw");
        (await (await PostedForm.Open(site, Project + "/edit", "project")).Send(("town", "示例镇"), ("by", "李四"), ("reason", "更正属地"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Text(await stale.Send(("by", "王五"), ("reason", "重复登记")))).ShouldContain("李四 在");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Units_are_added_and_corrected_and_one_in_charge_of_projects_is_not_withdrawn(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await (await Form(site, "/units/2023/add")).Send(("code", "X99"), ("name", "示例专班"), ("class", "department"), ("by", "王五"))).Headers.Location!.PathAndQuery.ShouldStartWith("/units/2023?saved=");
        SampleBoard.Text(await site.Client.GetStringAsync("/units/2023", Cancel)).ShouldContain("X99 示例专班 部门");
        var taken = await (await Form(site, "/units/2023/add")).Send(("code", "X99"), ("name", "别的"), ("class", "town"), ("by", "王五"));
        (await Text(taken)).ShouldContain("已经有单位“X99”");
        var unit = await data.Open().Set<ProjectFact>().Where(fact => fact.Project == "P038").Select(fact => fact.Unit).FirstAsync(Cancel);
        var busy = await (await PostedForm.Open(site, $"/units/2023/edit?key={unit}", "withdraw")).Send(("by", "王五"), ("reason", "撤并"));
        (await Text(busy)).ShouldContain($"个项目由单位 {unit} 负责，没有撤回。");
        (await (await PostedForm.Open(site, "/units/2023/edit?key=X99", "withdraw")).Send(("by", "王五"), ("reason", "撤并"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        SampleBoard.Text(await site.Client.GetStringAsync("/units/2023", Cancel)).ShouldNotContain("X99");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_wrong_is_said_field_by_field_while_it_is_typed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var report = await Check(site, "_table=reports&_season=2023&_project=P038&_new=1&month=2022-04&invested=abc&ytd=-1&submitted_on=2023-13-01");
        report["month"].ShouldContain("月份不在 2023 年度。");
        report["ytd"].ShouldContain("金额为负。");
        report["submitted_on"].ShouldContain("不是日期。");
        report.ShouldContainKey("invested");
        (await Check(site, "_table=issues&_season=2023&_project=P038&_new=1&title=%3D1&raised_on=2023-05-01&due_on=2023-04-01&level=L9&lang=en"))["level"].ShouldContain("Choose from the list.");
        (await Check(site, "_table=projects&_season=2023&_new=1&id=P038"))["id"].ShouldContain("已经有项目“P038”。");
        (await Check(site, "_table=projects&_season=2023&_new=1&id=P9999")).ShouldNotContainKey("id");
        (await site.Client.GetAsync("/projects/check.json?_table=nothing&_season=2023", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Client.GetAsync(Project + "/findings/add", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Client.GetAsync(Project + "/reports/edit?key=2099-01", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        SampleBoard.Text(await site.Client.GetStringAsync(Project + "/reports/add", Cancel)).ShouldContain("统计口径是另一套数，不在这里填写或改动。");
    }

    private static Task<PostedForm> Form(Site site, string address) => PostedForm.Open(site, address, "fact");

    private static async Task<string> Text(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static async Task<Dictionary<string, string>> Check(Site site, string query) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await site.Client.GetStringAsync("/projects/check.json?" + query, Cancel))!;
}
