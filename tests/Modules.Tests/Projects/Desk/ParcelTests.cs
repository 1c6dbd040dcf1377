using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Evidence;
using Saima.Kernel.Ledger;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Projects.Evidence;
using Saima.Projects.Places;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

/// <summary>The land of a project: read, refused, kept in versions, and what photos are held against.</summary>
public sealed class ParcelTests
{
    // About 964 by 1,112 metres, with a hole in its middle.
    private const string Square = """{"type":"Polygon","coordinates":[[[123.40,30.20],[123.41,30.20],[123.41,30.21],[123.40,30.21],[123.40,30.20]],[[123.404,30.204],[123.406,30.204],[123.406,30.206],[123.404,30.206],[123.404,30.204]]]}""";
    private const string Page = "/projects/2023/P067/place";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [InlineData(30.201, 123.401, 0)]
    [InlineData(30.199, 123.405, 111)]
    [InlineData(30.205, 123.411, 96)]
    [InlineData(30.205, 123.405, 96)]
    [InlineData(30.30, 123.405, 10_008)]
    public void The_distance_of_a_point_from_the_land_is_metres_and_nothing_inside(double latitude, double longitude, double metres)
    {
        var parcel = ReadParcel.Run(Square, null, "a.geojson").Value.ShouldNotBeNull();

        parcel.MetresOutside(latitude, longitude).ShouldBe(metres, 0.5 + (0.01 * metres));
        Parcel.Of(parcel.GeoJson).GeoJson.ShouldBe(parcel.GeoJson);
        parcel.SquareMetres.ShouldBe((961.0 * 1_111.95) - (192.2 * 222.4), 3_000);
        parcel.Corners.ShouldBe(8);
    }

    [Theory]
    [InlineData("{", "PARCEL_UNREADABLE")]
    [InlineData("[]", "PARCEL_NO_POLYGON")]
    [InlineData("""{"type":"Point","coordinates":[123.4,30.2]}""", "PARCEL_NO_POLYGON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "PARCEL_EMPTY")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "PARCEL_RING")]
    [InlineData("""{"type":"Polygon","coordinates":[[[123.4,30.2],[123.41,30.2],[123.41,30.21]]]}""", "PARCEL_RING")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a",30.2],[123.41,30.2],[123.41,30.21],[123.4,30.2]]]}""", "PARCEL_CORNER")]
    [InlineData("""{"type":"Polygon","coordinates":[[[30.2,123.4],[30.2,123.41],[30.21,123.41],[30.2,123.4]]]}""", "SWAPPED")]
    [InlineData("""{"type":"Polygon","coordinates":[[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.8]]]}""", "OUTSIDE_CHINA")]
    [InlineData("""{"type":"Polygon","coordinates":[[[123.40,30.20],[123.41,30.21],[123.41,30.20],[123.40,30.21],[123.40,30.20]]]}""", "PARCEL_CROSSES")]
    [InlineData("""{"type":"Polygon","coordinates":[[[123.4,30.2],[124.4,30.2],[124.4,31.2],[123.4,30.2]]]}""", "PARCEL_AREA")]
    [InlineData("""{"type":"Polygon","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"coordinates":[[[123.40,30.20],[123.41,30.20],[123.41,30.21],[123.40,30.20]]]}""", "PARCEL_SYSTEM")]
    public void What_is_no_sound_land_is_refused_with_its_reason(string text, string code)
    {
        var refusal = ReadParcel.Run(text, null, "a.geojson").Refusal.ShouldNotBeNull();

        refusal.Problems.Select(problem => problem.Code).Append(refusal.Code).ShouldContain(code);
        refusal.Problems.ShouldAllBe(problem => problem.Message.Zh.Length > 0 && problem.Remedy.En.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_parcel_is_uploaded_corrected_undone_and_photos_outside_of_it_are_flagged_with_the_distance(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);

        (await Said(await Upload(site, "{}"))).ShouldContain("不是面");
        var saved = await Upload(site, Square);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var late = await PostedForm.Open(site, Page, "parcel");
        (await Said(await Upload(site, Square.Replace("123.41", "123.42", StringComparison.Ordinal)))).ShouldContain("更正边界要写明理由");
        var second = await Upload(site, Square.Replace("123.41", "123.42", StringComparison.Ordinal), "按用地批复");
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Said(await late.SendFile("parcel", "a.geojson", Encoding.UTF8.GetBytes(Square), ("parcel-reason", "另有说法")))).ShouldContain("别人换了地块边界");
        SampleBoard.Text(await site.Client.GetStringAsync(second.Headers.Location!.PathAndQuery, Cancel)).ShouldSatisfyAllConditions(page => page.ShouldContain("地块 · 平方米 · 角点"), page => page.ShouldContain("按用地批复"));
        (await site.Client.GetStringAsync(Page, Cancel)).ShouldContain("data-outline=\"{&quot;type&quot;:&quot;MultiPolygon");
        (await (await PostedForm.Open(site, second.Headers.Location!.PathAndQuery, "undo")).Send(("by", "王五"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DrawParcel.Current(data.Open(), "P067", Cancel))!.Shape.ShouldBe(ReadParcel.Run(Square, null, "").Value!.GeoJson);
        (await data.Open().Set<LedgerEntry>().CountAsync(entry => entry.Subject == "projects/parcels/P067", Cancel)).ShouldBe(2, "the correction and its undoing");

        foreach (var (seed, north, east) in new[] { (1, 30.201, 123.401), (2, 30.1992, 123.405), (3, 30.198, 123.405) })
        {
            var photo = MadeEvidence.WithExif(MadeEvidence.Picture(seed: seed), "2023:08:05 10:11:12", north, east);
            (await (await PostedForm.Open(site, "/projects/2023/P067/evidence", "add", site.Cookie)).SendFile("files", $"{seed}.jpg", photo, ("of", "start"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        var flags = (await data.Open().Set<ProjectEvidence>().OrderBy(one => one.Id).ToListAsync(Cancel)).ConvertAll(one => ReadEvidence.Flags(one).Select(flag => flag.Flag).ToArray());
        flags.ShouldBe([[], [], [EvidenceFlag.OutsideParcel]], "inside; 89 metres outside, which is let pass; 222 metres outside");
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/P067/evidence", Cancel)).ShouldContain("拍摄地点在地块外 222 米");
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/P067", Cancel)).ShouldContain("佐证 3 份");
    }

    [Fact]
    public async Task The_command_imports_the_parcels_of_many_projects_or_none_and_says_what_is_wrong_with_which()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        var folder = Directory.CreateTempSubdirectory("saima-parcels-").FullName;
        var file = Path.Combine(folder, "parcels.geojson");
        string Feature(string project, string shape) => $$"""{"type":"Feature","properties":{"project":"{{project}}"},"geometry":{{shape}}}""";
        string[] import = ["places", file, "--season", "2023", "--db", data.Db];

        await File.WriteAllTextAsync(file, $$"""{"type":"FeatureCollection","features":[{{Feature("P001", Square)}},{{Feature("没有", Square)}},{{Feature("P002", """{"type":"Point","coordinates":[1,2]}""")}}]}""", Cancel);
        (await CliRun.Here(import)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(2), run => run.Error.ShouldContain("没有项目 没有"), run => run.Error.ShouldContain("不是面"));
        (await data.Open().Set<ParcelFact>().AnyAsync(Cancel)).ShouldBeFalse();

        var other = Square.Replace("30.2", "30.3", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, $$"""{"type":"FeatureCollection","features":[{{Feature("P001", Square)}},{{Feature("P002", Square)}},{{Feature("P001", other)}}]}""", Cancel);
        (await CliRun.Here(import)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(0), run => run.Output.ShouldContain("新增 2 个"));
        Parcel.Of((await DrawParcel.Current(data.Open(), "P001", Cancel))!.Shape).Corners.ShouldBe(16, "two pieces");
        (await CliRun.Here(import)).Output.ShouldContain("新增 0 个");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<HttpResponseMessage> Upload(Site site, string text, string reason = "") =>
        await (await PostedForm.Open(site, Page, "parcel")).SendFile("parcel", "地块.geojson", Encoding.UTF8.GetBytes(text), ("parcel-reason", reason));

    private static async Task<string> Said(HttpResponseMessage answer) => SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
}
