using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Testing;
using Saima.Ui;
using Saima.Web;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Web;

public sealed class PermissionsTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_opens_and_who_sends_what_is_approved_role_by_role()
    {
        var routes = (await board.On("sqlite")).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => !route.RoutePattern.RawText!.TrimStart('/').StartsWith('_') && !route.RoutePattern.RawText.Contains("{**", StringComparison.Ordinal))
            .OrderBy(route => route.RoutePattern.RawText!.TrimStart('/'), StringComparer.Ordinal).ToList();
        routes.Count(route => route.Metadata.GetMetadata<DeskAttribute>() is not null).ShouldBeGreaterThan(30);
        var who = Enum.GetValues<Role>().Select(role => (Actor?)new Actor("x", "x", [new(role, null)])).Prepend(null).ToList();
        var text = new StringBuilder("# Permissions 权限\n\nWritten and approved by a test; do not edit. `r` opens the page, `w` sends its forms too, `·` neither. A visitor who is refused is led to the sign-in.\n\n| address | visitor | "
            + string.Join(" | ", Enum.GetValues<Role>().Select(role => Roles.Title(role).Zh)) + " |\n|---|" + string.Concat(Enumerable.Repeat(":-:|", who.Count)) + "\n");
        foreach (var route in routes)
        {
            var cells = who.Select(actor => DeskAccess.May(route, actor, reads: false) ? "w" : DeskAccess.May(route, actor, reads: true) ? "r" : "·");
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `/{route.RoutePattern.RawText!.TrimStart('/')}` | {string.Join(" | ", cells)} |\n");
        }

        Approve.Text("docs/reference/permissions.md", text.ToString());
    }

    [Theory]
    [InlineData("/rounds", Role.Reporter, HttpStatusCode.Forbidden)]
    [InlineData("/rounds", Role.Leader, HttpStatusCode.OK)]
    [InlineData("/people", Role.ProjectOffice, HttpStatusCode.Forbidden)]
    [InlineData("/people", Role.SecurityAdministrator, HttpStatusCode.OK)]
    [InlineData("/projects/2023.xlsx", Role.SystemAdministrator, HttpStatusCode.Forbidden)]
    [InlineData("/projects/2023/map.json", Role.AuditAdministrator, HttpStatusCode.Forbidden)]
    public async Task A_role_opens_what_is_its_own_and_nothing_else(string address, Role role, HttpStatusCode answer)
    {
        var site = await board.On("sqlite");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", await site.SignIn($"测试{role}", role));
        (await site.Anonymous.SendAsync(request, Cancel)).StatusCode.ShouldBe(answer);
    }

    [Fact]
    public async Task What_says_nothing_about_who_opens_it_is_refused_to_everybody()
    {
        var silent = new Microsoft.AspNetCore.Http.Endpoint(null, new(), "silent");
        foreach (var actor in Enum.GetValues<Role>().Select(role => (Actor?)new Actor("x", "x", [new(role, null)])).Prepend(null))
        {
            DeskAccess.May(silent, actor, reads: true).ShouldBeFalse();
            DeskAccess.May(silent, actor, reads: false).ShouldBeFalse();
        }

        (await board.On("sqlite")).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<PublicAttribute>() is null && route.Metadata.GetMetadata<DeskAttribute>() is null && route.Metadata.GetMetadata<SignedInAttribute>() is null && route.Metadata.GetMetadata<OpenFormsAttribute>() is null)
            .Select(route => route.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_is_refused_to_whoever_may_only_read()
    {
        var site = await board.On("sqlite");
        var leader = await site.SignIn("测试领导", Role.Leader);
        foreach (var (cookie, refused) in new[] { (leader, HttpStatusCode.Forbidden), ("", HttpStatusCode.Unauthorized), (site.Cookie, HttpStatusCode.BadRequest) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/rounds/2023/6") { Content = new FormUrlEncodedContent([new("_handler", "move-rectify"), new("seen", "1")]) };
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            // The office is let through to the form, which lacks its token here.
            (await site.Anonymous.SendAsync(request, Cancel)).StatusCode.ShouldBe(refused);
        }

        using var read = new HttpRequestMessage(HttpMethod.Get, "/rounds/2023/6");
        read.Headers.TryAddWithoutValidation("Cookie", leader);
        (await (await site.Anonymous.SendAsync(read, Cancel)).Content.ReadAsStringAsync(Cancel)).ShouldNotContain("method=\"post\"");
    }
}
