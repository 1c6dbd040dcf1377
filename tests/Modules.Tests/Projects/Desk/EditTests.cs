using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class EditTests
{
    private const string Page = "/projects/2023/P038/edit";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_correction_is_a_new_version_with_its_reason_in_history_and_ledger_and_can_be_undone(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var form = await PostedForm.Open(site, Page);
        var saved = await form.Send(("name", "示例·医院门诊楼（二期）"), ("annual_plan", "1.5亿元"), ("by", "王五"), ("reason", "批复 2023-8 号"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.PathAndQuery;
        address.ShouldBe("/projects/2023/P038?saved=2");

        var fact = await Current(data);
        (fact.Name, fact.AnnualPlan, fact.Version, fact.ReplacesId).ShouldBe(("示例·医院门诊楼（二期）", 150_000_000, 2, fact.ReplacesId));
        fact.ReplacesId.ShouldNotBeNull();
        var text = SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));
        text.ShouldContain("项目 · 项目名称 示例·医院门诊楼 示例·医院门诊楼（二期）");
        text.ShouldContain("王五 · 批复 2023-8 号");
        var line = await data.Open().Set<LedgerEntry>().OrderByDescending(entry => entry.Number).FirstAsync(Cancel);
        (line.Action, line.By, line.Reason).ShouldBe(("projects.correct", "王五", "批复 2023-8 号"));

        var undone = await (await PostedForm.Open(site, address)).Send(("by", "赵六"));
        undone.Headers.Location!.PathAndQuery.ShouldBe("/projects/2023/P038?saved=undone");
        (await Current(data)).Name.ShouldBe("示例·医院门诊楼");
        (await data.Open().Set<RegisterChange>().OrderBy(change => change.Id).LastAsync(Cancel)).By.ShouldBe("赵六");
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_saves_second_sees_what_the_first_changed_and_decides(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (first, second) = (await PostedForm.Open(site, Page), await PostedForm.Open(site, Page));
        (await first.Send(("total_investment", "60000"), ("by", "王五"), ("reason", "概算调整"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var told = await second.Send(("name", "示例·门诊楼"), ("by", "李四"), ("reason", "更名"));
        told.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await told.Content.ReadAsStringAsync(Cancel);
        SampleBoard.Text(html).ShouldContain("王五 在");
        SampleBoard.Text(html).ShouldContain("总投资（万元）已由“58800”改为“60000”。");
        (await Current(data)).Name.ShouldBe("示例·医院门诊楼");

        // What was typed is still there; saving again keeps it.
        var again = second.With(html);
        again["name"].ShouldBe("示例·门诊楼");
        again["total_investment"].ShouldBe("58800");
        (await again.Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var fact = await Current(data);
        (fact.Name, fact.TotalInvestment, fact.Version).ShouldBe(("示例·门诊楼", 588_000_000, 3));
    }

    [Fact]
    public async Task Every_fault_is_told_at_its_field_and_nothing_is_saved()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var answer = await (await PostedForm.Open(site, Page)).Send(
            ("name", "=1+1"), ("annual_plan", "abc"), ("total_investment", "-1"), ("planned_start", "2023-02-30"), ("code", "123"), ("unit", "X9"), ("class", "old"), ("included_on", "2022-01-01"));
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        foreach (var field in new[] { "name", "annual_plan", "total_investment", "planned_start", "code", "unit", "class", "included_on", "reason" })
        {
            html.ShouldContain($"id=\"{field}-note\"", customMessage: field);
        }

        SampleBoard.Text(html).ShouldContain("有 9 处要改，还没有保存。");
        (await Current(data)).Version.ShouldBe(1);
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_project_comes_into_the_list_and_an_id_is_given_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (string, string)[] typed = [("id", "X001"), ("name", "示例·新港码头"), ("unit", "S02"), ("class", "new"), ("total_investment", "10000"), ("annual_plan", "0"), ("by", "王五")];
        (await (await PostedForm.Open(site, "/projects/create?season=2023")).Send(typed)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023?q=xgmt", Cancel)).ShouldContain("示例·新港码头");

        var taken = await (await PostedForm.Open(site, "/projects/create?season=2023")).Send(typed);
        SampleBoard.Text(await taken.Content.ReadAsStringAsync(Cancel)).ShouldContain("编号 X001 已经是“示例·新港码头”。");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        using var content = new FormUrlEncodedContent([new("_handler", "project"), new("name", "示例"), new("by", "x"), new("reason", "x")]);
        (await site.Client.PostAsync(Page, content, Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Current(data)).Version.ShouldBe(1);
    }

    private static Task<ProjectFact> Current(TestDatabase data) =>
        data.Open().Set<ProjectFact>().AsNoTracking().SingleAsync(fact => fact.Project == "P038" && fact.SupersededBy == null, Cancel);
}
