using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class ScopeTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_reporter_writes_for_the_own_unit_only_whatever_is_sent(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var projects = await data.Open().Set<ProjectFact>().Where(fact => fact.SupersededBy == null && !fact.Withdrawn).ToListAsync(Cancel);
        var mine = projects.First(fact => fact.CompletedOn == null);
        var theirs = projects.First(fact => fact.Unit != mine.Unit);
        var reporter = await site.SignIn("填报员", Role.Reporter, mine.Unit);

        (await Status(site, $"/projects/2023/{mine.Project}/edit", reporter)).ShouldBe(HttpStatusCode.OK);
        foreach (var address in new[] { "edit", "place", "milestones/add", "reports/add" })
        {
            (await Status(site, $"/projects/2023/{theirs.Project}/{address}", reporter)).ShouldBe(HttpStatusCode.Forbidden, address);
        }

        (await Status(site, "/units/2023/add", reporter)).ShouldBe(HttpStatusCode.Forbidden);
        var text = await Html(site, $"/projects/2023/{theirs.Project}", reporter);
        text.ShouldNotContain("/edit", customMessage: "nothing is offered that would be refused");
        text.ShouldNotContain("/add");
        (await Html(site, $"/projects/2023/{mine.Project}", reporter)).ShouldContain($"/projects/2023/{mine.Project}/edit");

        // The own form, sent to another's address, and the own project, sent out of the unit.
        var form = await PostedForm.Open(site, $"/projects/2023/{mine.Project}/edit", cookie: reporter);
        (await form.SendTo($"/projects/2023/{theirs.Project}/edit", ("name", "偷改"), ("reason", "试"))).StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        SampleBoard.Text(await (await (await PostedForm.Open(site, $"/projects/2023/{mine.Project}/edit", cookie: reporter)).Send(("unit", theirs.Unit), ("reason", "试"))).Content.ReadAsStringAsync(Cancel)).ShouldContain("不归您的单位负责");
        (await data.Open().Set<ProjectFact>().CountAsync(fact => fact.SupersededBy == null && !fact.Withdrawn && fact.Unit == theirs.Unit, Cancel)).ShouldBe(projects.Count(fact => fact.Unit == theirs.Unit));

        (await data.Open().Set<ProjectFact>().AnyAsync(fact => fact.Name == "偷改", Cancel)).ShouldBeFalse();

        var saved = await (await PostedForm.Open(site, $"/projects/2023/{mine.Project}/edit", cookie: reporter)).Send(("name", "示例·改名"), ("reason", "批复 9 号"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, SampleBoard.Text(await saved.Content.ReadAsStringAsync(Cancel)));
        var change = await data.Open().Set<RegisterChange>().OrderBy(one => one.Id).LastAsync(Cancel);
        (change.By, change.Reason).ShouldBe(("填报员", "批复 9 号"));
        (await (await PostedForm.Open(site, saved.Headers.Location!.PathAndQuery, "undo", reporter)).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Readers_see_the_desks_and_nothing_to_press()
    {
        var site = await board.On("sqlite");
        foreach (var role in new[] { Role.Leader, Role.StatisticsVerifier })
        {
            var cookie = await site.SignIn($"测试{role}", role);
            foreach (var address in new[] { "/projects/2023", "/projects/2023/P038", "/units/2023", "/changes", "/rounds/2023" })
            {
                var html = await Html(site, address, cookie);
                html.ShouldNotContain("method=\"post\"", customMessage: address);
                html.ShouldNotContain("/edit\"", customMessage: address);
                html.ShouldNotContain("/add\"", customMessage: address);
            }
        }
    }

    private static async Task<HttpStatusCode> Status(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        return answer.StatusCode;
    }

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return site.Anonymous.SendAsync(request, Cancel);
    }
}
