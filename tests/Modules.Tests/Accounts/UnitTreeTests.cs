using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Units;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class UnitTreeTests
{
    private static readonly Actor Clerk = new("x", "系统员", [new(Role.SystemAdministrator, null)]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_enterprise_is_put_below_a_unit_of_the_register_and_a_duty_there_reaches_it(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var system = await site.SignIn("系统员", Role.SystemAdministrator);
        var faulty = await (await PostedForm.Open(site, "/people/units/add", "unit", system)).Send(("code", "S05"), ("name", ""), ("kind", "Enterprise"), ("parent", "nowhere"), ("reason", ""));
        var said = SampleBoard.Text(await faulty.Content.ReadAsStringAsync(Cancel));
        foreach (var sentence in new[] { "代码 S05 已经是", "名称没有填", "没有单位 nowhere", "请写明依据" })
        {
            said.ShouldContain(sentence);
        }

        (await data.Open().Set<Unit>().CountAsync(Cancel)).ShouldBe(0);
        (await (await PostedForm.Open(site, "/people/units/add", "unit", system)).Send(("code", "E-1"), ("name", "示例·化工"), ("kind", "Enterprise"), ("parent", "S05"), ("reason", "示例文件 3 号"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await PostedForm.Open(site, "/people/units/add", "unit", system)).Send(("code", "E-2"), ("name", "示例·化工二厂"), ("kind", "Enterprise"), ("parent", "E-1"), ("reason", "示例文件 3 号"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = SampleBoard.Text(await Get(site, "/people/units?q=" + Uri.EscapeDataString("化工"), system));
        list.ShouldContain("示例·化工二厂 E-2 企业 示例·化工");

        var reach = await UnitTree.Reach(data.Open(), ["S05", "*"], Cancel);
        reach("S05")!.ShouldBe(["S05", "E-1", "E-2"], ignoreOrder: true);
        reach("E-2")!.ShouldBe(["E-2"]);
        reach("*").ShouldBeNull();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task No_unit_lies_below_itself_and_one_in_use_is_not_withdrawn(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var one = (await Keep(data, new("A", null, UnitKind.Department, "甲", null, "试") { IsNew = true })).Value!;
        var two = (await Keep(data, new("B", "A", UnitKind.Enterprise, "乙", null, "试") { IsNew = true })).Value!;
        (await Keep(data, new("A", "B", UnitKind.Department, "甲", one.Id, "试"))).Refusal!.Problems.ShouldHaveSingleItem().Code.ShouldBe("UNIT_CIRCLE");
        (await Keep(data, new("A", "A", UnitKind.Department, "甲", one.Id, "试"))).Refusal!.Problems.ShouldHaveSingleItem().Code.ShouldBe("UNIT_CIRCLE");
        (await WithdrawUnit.Run(data.Open(), TimeProvider.System, Clerk, "A", (one.Id, "试"), Cancel)).Refusal!.Code.ShouldBe("UNIT_IN_USE");

        await site.SignIn("填报员", Role.Reporter, "B");
        (await WithdrawUnit.Run(data.Open(), TimeProvider.System, Clerk, "B", (two.Id, "试"), Cancel)).Refusal!.Code.ShouldBe("UNIT_IN_USE");
        var renamed = (await Keep(data, new("B", null, UnitKind.Enterprise, "乙二", two.Id, "更名"))).Value!;
        (await Keep(data, new("B", null, UnitKind.Enterprise, "乙三", two.Id, "更名"))).Refusal!.Code.ShouldBe("UNIT_CHANGED");
        (await WithdrawUnit.Run(data.Open(), TimeProvider.System, Clerk, "A", (one.Id, "撤并"), Cancel)).Refusal.ShouldBeNull();
        (await UnitTree.Read(data.Open(), Cancel)).InOrder().Select(unit => unit.Unit.Name).ShouldBe(["乙二"]);
        (await Keep(data, new("A", null, UnitKind.Department, "甲", null, "恢复") { IsNew = true })).Refusal.ShouldBeNull("a unit that was withdrawn can come back");
        (await data.Open().Set<Unit>().SingleAsync(unit => unit.Id == two.Id, Cancel)).SupersededBy.ShouldBe(renamed.Id);
    }

    private static Task<Saima.Kernel.Refusals.Outcome<Unit>> Keep(TestDatabase data, UnitOrder order) => KeepUnit.Run(data.Open(), TimeProvider.System, Clerk, order, Cancel);

    private static async Task<string> Get(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
