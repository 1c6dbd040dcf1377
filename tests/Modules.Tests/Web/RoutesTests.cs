using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Testing;
using Saima.Ui;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Web;

public sealed class RoutesTests(SampleBoard board)
{
    [Fact]
    public async Task The_list_of_addresses_is_what_the_site_answers()
    {
        var routes = (await board.On("sqlite")).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Methods: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [], Page: endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.Name, For: For(endpoint), Guarded: IsGuarded(endpoint)))
            .Where(route => !route.Path.StartsWith("/_", StringComparison.Ordinal))
            .OrderBy(route => route.Path, StringComparer.Ordinal).ToList();
        routes.Count.ShouldBeGreaterThan(15);
        var text = new StringBuilder("# Addresses 网址\n\nWritten and approved by a test; do not edit. Who opens what, role by role: [permissions](permissions.md). Pages take `?lang=zh-Hans|zh-Hant|en`, `?text=large|normal` and `?theme=auto|light|dark`.\n\n| address | answer | for |\n|---|---|---|\n");
        foreach (var (path, methods, page, whom, guarded) in routes)
        {
            (page is not null || guarded || methods.All(method => method == "GET")).ShouldBeTrue(path);
            text.Append(CultureInfo.InvariantCulture, $"| `{path}` | {(page is null ? Path.GetExtension(path) is { Length: > 1 } type ? type[1..] : "—" : $"page `{page}`")} | {whom} |\n");
        }

        Approve.Text("docs/reference/routes.md", text.ToString());
    }

    // What takes something in without being a page says who may send it and wants the token of a form.
    private static bool IsGuarded(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true } && endpoint.Metadata.GetMetadata<DeskAttribute>() is not null && endpoint.Metadata.GetMetadata<ChangedByAttribute>() is not null;

    private static string For(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<DeskAttribute>() is { } desk ? string.Join(", ", desk.Roles.Select(role => Roles.Title(role).En))
        : endpoint.Metadata.GetMetadata<SignedInAttribute>() is not null ? "whoever is signed in" : "everybody";
}
