using System.Net;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class PeopleListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task People_are_found_by_name_initials_role_unit_and_state_and_taken_out_on_record(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        await site.SignIn("赵小钱", Role.Reporter, "S05");
        await site.SignIn("孙小李", Role.Checker, "S06");
        var cookie = await site.SignIn("系统员", Role.SystemAdministrator);

        (await Html(site, "/people", cookie)).ShouldSatisfyAllConditions(html => html.ShouldContain("赵小钱"), html => html.ShouldContain("孙小李"));
        foreach (var query in new[] { "q=zxq", "q=小钱", "role=reporter&q=赵", "unit=S05&q=小", "role=reporter&unit=S05&state=open&order=since&q=z" })
        {
            (await Html(site, "/people?" + query, cookie)).ShouldSatisfyAllConditions(html => html.ShouldContain("赵小钱", customMessage: query), html => html.ShouldNotContain("孙小李", customMessage: query));
        }

        (await Html(site, "/people?state=closed&q=赵", cookie)).ShouldContain("没有符合条件的人员");
        (await Html(site, "/people?state=nonsense&role=nonsense&page=99&order=user", cookie)).ShouldContain("赵小钱");

        using var workbook = await Get(site, "/people.xlsx?q=zxq", cookie);
        workbook.StatusCode.ShouldBe(HttpStatusCode.OK);
        workbook.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var entry = await data.Open().Set<LedgerEntry>().SingleAsync(one => one.Action == RecordLook.Exported, Cancel);
        (entry.Subject, entry.By).ShouldBe(("people", "系统员"));
    }

    private static async Task<string> Html(Site site, string address, string cookie)
    {
        using var answer = await Get(site, address, cookie);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return site.Anonymous.SendAsync(request, Cancel);
    }
}
