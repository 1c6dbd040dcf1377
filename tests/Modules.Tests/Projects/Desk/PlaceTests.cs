using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Places;
using Saima.Projects.Register;
using Saima.Projects.Samples.Shangyu;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Desk;

public sealed class PlaceTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Fact]
    public void The_shift_of_commercial_maps_is_the_known_one_and_can_be_taken_back()
    {
        var shifted = Gcj02.From(Position.Of(120.87m, 30.03m));
        ((double)Math.Abs(shifted.Longitude - 120.8740780)).ShouldBeLessThan(1e-6);
        ((double)Math.Abs(shifted.Latitude - 30.0273823)).ShouldBeLessThan(1e-6);
        var back = Gcj02.To(shifted);
        Math.Abs(back.Lon - 1_208_700_000).ShouldBeLessThan(5);
        Math.Abs(back.Lat - 300_300_000).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("120.87", "30.03", "")]
    [InlineData("30.03", "120.87", "SWAPPED")]
    [InlineData("2.35", "48.85", "OUTSIDE_CHINA")]
    [InlineData("120.87", "91", "OUTSIDE_CHINA")]
    [InlineData("120°52′", "30.03", "BAD_DEGREES")]
    [InlineData("1e2", "30.03", "BAD_DEGREES")]
    [InlineData("", "", "MISSING_VALUE MISSING_VALUE")]
    public void What_is_typed_is_read_or_refused_with_its_reason(string lon, string lat, string codes)
    {
        var problems = new List<Problem>();
        var position = ReadPosition.Run(lon, lat, null, problems.Add);
        string.Join(' ', problems.Select(problem => problem.Code)).ShouldBe(codes);
        position.HasValue.ShouldBe(codes.Length == 0);
        problems.ShouldAllBe(problem => problem.Message.Zh.Length > 0 && problem.Remedy.En.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_place_is_a_version_of_its_own_with_ledger_history_conflict_and_undo(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        const string Page = "/projects/2023/P001/place";
        var faulty = await (await PostedForm.Open(site, Page)).Send(("lon", "30.2"), ("lat", "123.4"));
        var told = SampleBoard.Text(await faulty.Content.ReadAsStringAsync(Cancel));
        told.ShouldContain("经度和纬度像是写反了");

        var saved = await (await PostedForm.Open(site, Page)).Send(("lon", "123.4"), ("lat", "30.2"), ("by", "王五"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var late = await PostedForm.Open(site, Page);
        var second = await (await PostedForm.Open(site, Page)).Send(("lon", "123.5"), ("by", "赵六"), ("reason", "现场核对"));
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var conflict = SampleBoard.Text(await (await late.Send(("lon", "123.6"), ("by", "孙七"), ("reason", "另有说法"))).Content.ReadAsStringAsync(Cancel));
        conflict.ShouldContain("赵六 已把位置定在 123.5000000, 30.2000000");

        var page = SampleBoard.Text(await site.Client.GetStringAsync(second.Headers.Location!.PathAndQuery, Cancel));
        page.ShouldContain("位置 · 经度 123.4000000 123.5000000");
        page.ShouldContain("赵六 · 现场核对");
        var map = await Points(site, "/projects/2023/map.json?q=P001");
        map.GetProperty("points")[0].GetProperty("lon").GetDouble().ShouldBe(123.5);

        var undone = await (await PostedForm.Open(site, second.Headers.Location!.PathAndQuery, "undo")).Send(("by", "王五"));
        undone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Points(site, "/projects/2023/map.json?q=P001")).GetProperty("points")[0].GetProperty("lon").GetDouble().ShouldBe(123.4);
        await using var db = data.Open();
        (await db.Set<PlaceFact>().CountAsync(fact => fact.Project == "P001", Cancel)).ShouldBe(3);
        (await db.Set<LedgerEntry>().Where(entry => entry.Subject == "projects/places/P001").OrderBy(entry => entry.Number).Select(entry => entry.By).ToListAsync(Cancel)).ShouldBe(["赵六", "王五"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_map_shows_what_the_list_shows_single_or_in_crowds_and_a_table_without_scripts(string kind)
    {
        var site = await board.On(kind);
        var near = await Points(site, "/projects/2023/map.json?zoom=18&west=120&south=29&east=125&north=32");
        near.GetProperty("points").GetArrayLength().ShouldBe(ShangyuMap.Places.Count);
        var far = await Points(site, "/projects/2023/map.json?zoom=4");
        (far.GetProperty("crowds").EnumerateArray().Sum(crowd => crowd.GetProperty("count").GetInt32()) + far.GetProperty("points").GetArrayLength()).ShouldBe(ShangyuMap.Places.Count);
        far.GetProperty("points").GetArrayLength().ShouldBeLessThan(5);
        var snails = await Points(site, "/projects/2023/map.json?zoom=17.5&flag=snail");
        snails.GetProperty("points").EnumerateArray().ShouldAllBe(point => point.GetProperty("mark").GetString() == "snail");
        (await Points(site, "/projects/2023/map.json?zoom=18&west=100&south=20&east=101&north=21")).GetProperty("points").GetArrayLength().ShouldBe(0);

        var text = SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/map", Cancel));
        text.ShouldContain($"90 个项目中有 {ShangyuMap.Places.Count} 个标注了位置");
        text.ShouldContain("示例镇甲 5 5");
        (await site.Client.GetAsync("/projects/1999/map", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Layers_of_the_folder_are_listed_by_name_and_nothing_else_is_read()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_LAYERS"] = Path.Combine(SampleDistrict.Folder + "-map", "layers"));
        (await site.Client.GetStringAsync("/projects/2023/map", Cancel)).ShouldContain("/map/layers/towns.geojson");
        var layer = JsonDocument.Parse(await site.Client.GetStringAsync("/map/layers/towns.geojson", Cancel)).RootElement;
        layer.GetProperty("features").GetArrayLength().ShouldBe(10);
        foreach (var name in new[] { "other", "..%2F..%2Fplaces", "towns.geojson" })
        {
            (await site.Client.GetAsync($"/map/layers/{name}.geojson", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
        }
    }

    [Fact]
    public async Task Only_with_a_key_and_only_on_a_map_may_the_browser_fetch_tiles()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, builder => builder.Configuration["SAIMA_TIANDITU_KEY"] = "0123456789abcdef0123456789abcdef");
        (await Policy(site, "/projects/2023/map")).ShouldContain("img-src 'self' data: https://t0.tianditu.gov.cn https://t1.tianditu.gov.cn");
        (await Policy(site, "/projects/2023")).ShouldNotContain("tianditu");
        SampleBoard.Text(await site.Client.GetStringAsync("/projects/2023/map", Cancel)).ShouldContain("审图号");
        (await Policy(await board.On("sqlite"), "/projects/2023/map")).ShouldNotContain("tianditu");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_table_of_places_is_imported_whole_or_not_at_all(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var file = Path.Combine(Path.GetTempPath(), $"places-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "项目编号,经度,纬度\nP001,123.3,30.1\nP002,30.1,123.3\nP002,123.3,30.1\nP999,123.3,30.1\n", Cancel);
        await using (var db = data.Open())
        {
            var refused = await PlacesFile.Run(db, TimeProvider.System, file, 2023, "王五", null, Cancel);
            refused.Refusal!.Problems.Select(problem => (problem.Row, problem.Code)).ShouldBe([(3L, "SWAPPED"), (4L, "DUPLICATE_KEY")]);
            await File.WriteAllTextAsync(file, "project,lon,lat\nP001,123.3,30.1\nP999,123.3,30.1\n", Cancel);
            (await PlacesFile.Run(db, TimeProvider.System, file, 2023, "王五", null, Cancel)).Refusal!.Problems.Single().Value.ShouldBe("P999");
            await File.WriteAllTextAsync(file, "project,lon,lat\nP001,123.3,30.1\nP002,123.31,30.1\n", Cancel);
            (await PlacesFile.Run(db, TimeProvider.System, file, 2023, "王五", null, Cancel)).Value!.Added.ShouldBe(2);
            (await PlacesFile.Run(db, TimeProvider.System, file, 2023, "王五", null, Cancel)).Value!.NothingNew.ShouldBeTrue();
        }

        File.Delete(file);
    }

    [Fact]
    public void The_committed_map_is_what_its_generator_draws_and_every_place_lies_in_its_town()
    {
        var folder = Path.Combine(Path.GetTempPath(), "saima-map-" + Guid.NewGuid().ToString("N"));
        ShangyuMap.Run(folder);
        foreach (var name in new[] { "places.csv", Path.Combine("layers", "towns.geojson") })
        {
            File.ReadAllBytes(Path.Combine(folder, name)).ShouldBe(File.ReadAllBytes(Path.Combine(SampleDistrict.Folder + "-map", name)), name);
        }

        Directory.Delete(folder, recursive: true);
        ShangyuMap.Towns.ShouldAllBe(town => town.Name.StartsWith("示例", StringComparison.Ordinal));
        ShangyuMap.Places.Count.ShouldBeGreaterThan(40);
        foreach (var (project, at) in ShangyuMap.Places)
        {
            ShangyuMap.Towns.Count(town => Inside(town.Outline, at)).ShouldBe(1, project);
        }
    }

    private static bool Inside(IReadOnlyList<Position> outline, Position at)
    {
        var inside = false;
        for (var i = 1; i < outline.Count; i++)
        {
            var (a, b) = (outline[i - 1], outline[i]);
            if ((a.Lat > at.Lat) != (b.Lat > at.Lat) && at.Lon < ((b.Lon - a.Lon) * (double)(at.Lat - a.Lat) / (b.Lat - a.Lat)) + a.Lon)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static async Task<JsonElement> Points(Site site, string address) => JsonDocument.Parse(await site.Client.GetStringAsync(address, Cancel)).RootElement;

    private static async Task<string> Policy(Site site, string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancel);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
