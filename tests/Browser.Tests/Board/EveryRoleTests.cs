using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Projects.Evidence;
using Saima.Projects.Imports.Uploads;
using Saima.Testing;
using Saima.Web;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Saima.Browser.Tests.Board;

/// <summary>Every page a role may open, looked at by axe as that role; which pages those are is read from the site itself.</summary>
public sealed class EveryRoleTests(Visitors visitors, EveryRoleTests.District district) : IClassFixture<EveryRoleTests.District>
{
    // What is said on these pages is that something is not as asked.
    private static readonly string[] Faults = ["/error", "/not-found"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Roles => ["visitor", .. Enum.GetNames<Role>()];

    [Fact]
    public void Every_page_has_an_example_and_a_page_without_one_would_be_noticed()
    {
        var routes = district.Pages.Select(page => page.Route).ToList();

        routes.Count.ShouldBeGreaterThan(50);
        PageExamples.Missing(routes, district.Examples).ShouldBeEmpty("add an address to PageExamples");
        PageExamples.Missing([.. routes, "/new/{Id:long}"], district.Examples).ShouldBe(["/new/{Id:long}"]);
        PageExamples.Missing(["/changes/{Id:long}"], new Dictionary<string, string> { ["/changes/{Id:long}"] = "/changes" }).ShouldBe(["/changes/{Id:long}"], "an address of another page is none");
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Axe_finds_nothing_on_any_page_the_role_may_open(string who)
    {
        var role = Enum.TryParse<Role>(who, out var named) ? named : (Role?)null;
        var actor = role is { } held ? new Actor("x", "x", [new(held, null)]) : null;
        var open = district.Pages.Where(page => DeskAccess.May(page.Endpoint, actor, reads: true)).Select(page => page.Route).ToList();
        open.Count.ShouldBeGreaterThan(10);
        var page = await visitors.Visit(district.Site, role is { } signed ? new(Role: signed) : new(SignedIn: false));
        var faults = new List<string>();
        foreach (var route in open)
        {
            var answer = await page.GotoAsync(district.Examples[route]);
            if (answer is not { Status: < 400 } && !Faults.Contains(route))
            {
                faults.Add($"{district.Examples[route]} answers {answer?.Status}");
            }

            faults.AddRange(await Axe.Faults(page));
        }

        faults.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh-Hans", 360, false)]
    [InlineData("zh-Hans", 1440, true)]
    [InlineData("zh-Hant", 768, false)]
    [InlineData("en", 360, false)]
    public async Task Pages_of_a_round_in_use_are_whole_and_of_one_language(string language, int width, bool large)
    {
        var page = await visitors.Visit(district.Site, new(language, Width: width));
        var faults = new List<string>();
        foreach (var address in district.RoundPages)
        {
            faults.AddRange(await LookTests.NotWhole(page, address, width, large));
        }

        await LanguageTests.Read(page, district.RoundPages, language, faults);
        faults.ShouldBeEmpty();
    }

    /// <summary>The sample district with a piece of evidence, a file on the import desk and a round in use.</summary>
    public sealed class District : IAsyncLifetime
    {
        private static readonly string[] Rooms = ["/inspections", "/cases/", "/objections", "/draw"];
        private readonly TestDatabase _data = TestDatabase.Create("sqlite");

        public Site Site { get; private set; } = null!;

        /// <summary>Pages of the round with a draw, an inspection, a case and an objection.</summary>
        public IReadOnlyList<string> RoundPages => [.. Examples.Where(page => Rooms.Any(room => page.Key.Contains(room, StringComparison.Ordinal))).Select(page => page.Value)];

        public IReadOnlyDictionary<string, string> Examples { get; private set; } = new Dictionary<string, string>();

        /// <summary>Routes of the site that are pages, and not files or answers for programs.</summary>
        public IReadOnlyList<(string Route, RouteEndpoint Endpoint)> Pages => [.. Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(endpoint => ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint)).DistinctBy(page => page.Item1)];

        public async ValueTask InitializeAsync()
        {
            await SampleDistrict.Load(_data);
            Site = await Site.Start(_data);
            using var drawn = new SKBitmap(640, 480);
            using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, 80);
            (await (await PostedForm.Open(Site, "/projects/2023/P067/evidence", "add", Site.Cookie)).SendFile("files", "开工.jpg", encoded.ToArray(), ("of", "start"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
            var evidence = await _data.Open().Set<ProjectEvidence>().Select(one => one.Id).SingleAsync(Cancel);
            var upload = await Site.Services.GetRequiredService<UploadShelf>().Add("台账.csv", 2023, new MemoryStream("项目编号,项目名称\n示1,示例\n"u8.ToArray()), Cancel);
            Examples = PageExamples.All(evidence, upload.Id, await RoundInUse.Make(_data, Site));
        }

        public async ValueTask DisposeAsync()
        {
            await Site.DisposeAsync();
            await _data.DisposeAsync();
        }
    }
}
