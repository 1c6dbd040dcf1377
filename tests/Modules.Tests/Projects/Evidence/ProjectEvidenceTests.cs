using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Projects.Evidence;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Saima.Modules.Tests.Projects.Evidence;

/// <summary>P067 is a project of S05.</summary>
public sealed class ProjectEvidenceTests
{
    private const string Desk = "/projects/2023/P067/evidence";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "照片.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "网页或脚本代码" },
        { "照片.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), "网页或脚本代码" },
        { "照片.jpg", [.. MadeEvidence.Picture(), .. MadeEvidence.Zip(("a.js", "alert(1)"u8.ToArray()))], "还藏有别的内容" },
        { "照片.png", MadeEvidence.Picture(), "扩展名与内容不符" },
        { "方案.docx", MadeEvidence.Word(("word/media/bomb.bin", new byte[300 << 20])), "方案.docx" },
        { "方案.docx", MadeEvidence.Word(("word/vbaProject.bin", [1, 2, 3])), "带有宏" },
        { "方案.pdf", MadeEvidence.Pdf("1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"), "带脚本" },
        { "空.jpg", [], "是空文件" },
        { "程序.exe", [.. "MZ"u8, .. new byte[100]], "不是可接受的照片或文件" },
    };

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_photo_is_given_seen_by_those_who_may_and_replaced_without_being_lost(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var (reporter, stranger) = (await site.SignIn("填报员", Role.Reporter, "S05"), await site.SignIn("别家填报员", Role.Reporter, "S06"));
        var place = await data.Open().Set<PlaceFact>().SingleAsync(fact => fact.Project == "P067" && fact.SupersededBy == null, Cancel);
        var photo = MadeEvidence.WithExif(MadeEvidence.Picture(), "2023:08:05 10:11:12", place.Lat / 10_000_000.0, place.Lon / 10_000_000.0);

        (await Text(site, Desk, reporter)).ShouldContain("还没有佐证");
        (await Give(site, reporter, "report:2023-08", "工地.jpg", photo)).ShouldBe("");
        var one = await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel);
        (one.Project, one.Purpose, one.About, one.Name, one.By, one.TakenAt, one.Width, one.Flags, one.ReplacesId)
            .ShouldBe(("P067", EvidencePurpose.Report, "2023-08", "工地.jpg", "填报员", new DateTime(2023, 8, 5, 10, 11, 12), 640, null, null));
        foreach (var (address, cookie) in new[] { (Desk, reporter), ("/projects/2023/P067", reporter), (Desk + $"/{one.Id}", site.Cookie), ("/reports/2023/2023-08/S05/P067", reporter) })
        {
            (await Text(site, address, cookie)).ShouldContain("工地.jpg", customMessage: address);
        }

        (await Text(site, "/projects/2023/P067", stranger)).ShouldNotContain("工地.jpg");
        foreach (var address in new[] { Desk, Desk + $"/{one.Id}", $"/evidence/{one.Id}/file", $"/evidence/{one.Id}/thumbnail" })
        {
            (await Get(site, address, stranger)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
            (await Get(site, address, "")).Headers.Location!.OriginalString.ShouldStartWith("/sign-in", customMessage: address);
        }

        using var original = await Get(site, $"/evidence/{one.Id}/file", reporter);
        (await original.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(photo);
        (original.Content.Headers.ContentDisposition!.DispositionType, original.Headers.GetValues("X-Content-Type-Options").Single(), original.Headers.GetValues("Content-Security-Policy").Single())
            .ShouldBe(("attachment", "nosniff", "default-src 'none'; sandbox"));
        using var thumbnail = await Get(site, $"/evidence/{one.Id}/thumbnail", reporter);
        using var drawn = SKBitmap.Decode(await thumbnail.Content.ReadAsByteArrayAsync(Cancel));
        (drawn.Width, drawn.Height, thumbnail.Content.Headers.ContentType!.MediaType).ShouldBe((480, 360, "image/webp"));

        (await Give(site, reporter, "report:2023-08", "工地二.jpg", photo)).ShouldContain("已经是这一项的佐证");
        (await Replace(site, reporter, one.Id, "工地清楚.jpg", MadeEvidence.Picture(seed: 2), " ")).ShouldContain("没有写明替换的理由");
        var late = await PostedForm.Open(site, Desk + $"/{one.Id}", "replace", reporter);
        (await Replace(site, reporter, one.Id, "工地清楚.jpg", MadeEvidence.Picture(seed: 2), "原照片模糊")).ShouldBe("");
        (await Said(await late.SendFile("files", "又一张.jpg", MadeEvidence.Picture(seed: 3), ("reason", "再换")))).ShouldContain("刚被别人替换");
        (await Text(site, Desk, reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("工地清楚.jpg"), text => text.ShouldNotContain("工地.jpg"));
        (await Text(site, Desk + $"/{one.Id}", reporter)).ShouldSatisfyAllConditions(text => text.ShouldContain("这一份已被替换"), text => text.ShouldContain("原照片模糊"));
        (await (await Get(site, $"/evidence/{one.Id}/file", reporter)).Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(photo);

        var lines = await data.Open().Set<LedgerEntry>().Where(line => line.Subject.StartsWith("evidence/")).OrderBy(line => line.Number).Select(line => line.By + " " + line.Action).ToListAsync(Cancel);
        lines.ShouldBe(["填报员 projects.evidence-add", "测试项目办 look", "填报员 export", "填报员 look", "填报员 look", "填报员 look", "填报员 projects.evidence-replace", "填报员 look", "填报员 export"]);
    }

    [Fact]
    public async Task A_photo_used_before_taken_elsewhere_or_in_another_month_is_marked()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var place = await data.Open().Set<PlaceFact>().SingleAsync(fact => fact.Project == "P038" && fact.SupersededBy == null, Cancel);
        var picture = MadeEvidence.Picture();
        var photo = MadeEvidence.WithExif(picture, "2023:05:05 10:11:12", (place.Lat / 10_000_000.0) + 0.05, place.Lon / 10_000_000.0);

        (await Give(site, site.Cookie, "start", "开工.jpg", picture)).ShouldBe("");
        (await Give(site, site.Cookie, "completion", "竣工.jpg", picture)).ShouldBe("");
        (await Give(site, site.Cookie, "inclusion", "缩小.jpg", MadeEvidence.Again(picture, 320, 240, 60))).ShouldBe("");
        (await Give(site, site.Cookie, "report:2023-08", "八月.jpg", photo, "/projects/2023/P038/evidence")).ShouldBe("");

        var flags = (await data.Open().Set<ProjectEvidence>().OrderBy(one => one.Id).ToListAsync(Cancel)).ConvertAll(one => ReadEvidence.Flags(one).Select(flag => flag.Flag).Distinct().ToArray());
        flags.ShouldBe([[], [EvidenceFlag.SameFile], [EvidenceFlag.LooksTheSame], [EvidenceFlag.LooksTheSame, EvidenceFlag.ElsewhereTaken, EvidenceFlag.OtherMonth]]);
        (await Text(site, "/projects/2023/P038/evidence", site.Cookie)).ShouldSatisfyAllConditions(text => text.ShouldContain("拍摄地点距项目 5.6 公里"), text => text.ShouldContain("拍摄时间不在这个月"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_plain_photo_or_document_is_refused_and_nothing_is_kept(string name, byte[] content, string why)
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        var folder = Directory.CreateTempSubdirectory("saima-evidence-").FullName;
        await using (var site = await Site.Start(data, folder: folder))
        {
            (await Give(site, site.Cookie, "start", name, content)).ShouldContain(why);
        }

        (await data.Open().Set<ProjectEvidence>().AnyAsync(Cancel)).ShouldBeFalse();
        Directory.EnumerateFiles(Path.Combine(folder, "evidence"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_file_of_two_gigabytes_is_refused_before_it_is_sent()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        // By hand, as a browser that is still sending when it is answered.
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, site.Anonymous.BaseAddress!.Port, Cancel);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Desk} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: zh-Hans\r\nCookie: {site.Cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {2L << 30}\r\nConnection: close\r\n\r\n--x\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Cancel);
        answer.ShouldStartWith("HTTP/1.1 413");
        SampleBoard.Text(answer).ShouldContain("文件超过这个页面能收的大小");
    }

    [Fact]
    public async Task One_bad_file_among_several_refuses_all_and_says_of_each_why()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        await using var scope = site.Services.CreateAsyncScope();
        var (store, time) = (scope.ServiceProvider.GetRequiredService<EvidenceStore>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var actor = new Actor("p", "项目办", [new(Role.ProjectOffice, null)]);
        using MemoryStream good = new(MadeEvidence.Picture()), page = new("<html>"u8.ToArray()), nothing = new([]);
        var outcome = await AddEvidence.Run(data.Open(), store, time, actor, new(2023, "P067", "start", null),
            [File(good, "好.jpg"), File(page, "网页.jpg"), File(nothing, "空.pdf")], Cancel);
        outcome.Refusal!.Problems.Select(problem => (problem.File, problem.Code)).ShouldBe([("网页.jpg", "EVIDENCE_MARKUP"), ("空.pdf", "EVIDENCE_EMPTY")]);
        (await data.Open().Set<ProjectEvidence>().AnyAsync(Cancel)).ShouldBeFalse();

        var before = await data.Open().Set<LedgerEntry>().CountAsync(Cancel);
        var refusals = new List<string?>();
        foreach (var order in new EvidenceOrder[] { new(2023, "P067", "", null), new(2023, "P067", "milestone:没有的", null), new(2023, "P067", "report:2024-01", null), new(2023, "没有", "start", null), new(2023, "P067", "start", null, 99, "换"), new(2023, "P067", "start", new('字', 201)) })
        {
            using var content = new MemoryStream(MadeEvidence.Picture());
            refusals.Add((await AddEvidence.Run(data.Open(), store, time, actor, order, [File(content, "好.jpg")], Cancel)).Refusal?.Code);
        }

        refusals.ShouldBe(["NO_TARGET", "NO_TARGET", "NO_TARGET", "PROJECT_GONE", "EVIDENCE_GONE", "NOTE_TOO_LONG"]);
        (await data.Open().Set<LedgerEntry>().CountAsync(Cancel)).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_those_who_replace_one_piece_at_once_only_one_does(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        (await Give(site, site.Cookie, "start", "开工.jpg", MadeEvidence.Picture())).ShouldBe("");
        var id = (await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel)).Id;
        var forms = await Task.WhenAll(Enumerable.Range(10, 8).Select(async seed => (seed, Form: await PostedForm.Open(site, Desk + $"/{id}", "replace", site.Cookie))));
        var answers = await Task.WhenAll(forms.Select(async one => await Said(await one.Form.SendFile("files", $"{one.seed}.jpg", MadeEvidence.Picture(seed: one.seed), ("reason", "更清楚")))));
        (await data.Open().Set<ProjectEvidence>().CountAsync(Cancel)).ShouldBe(2);
        answers.Count(said => said.Length == 0).ShouldBe(1);
        answers.Where(said => said.Length > 0).ShouldAllBe(said => said.Contains("刚被别人替换"));
    }

    [Fact]
    public async Task The_command_finds_what_is_no_longer_whole()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        var folder = Directory.CreateTempSubdirectory("saima-evidence-").FullName;
        await using (var site = await Site.Start(data, folder: folder))
        {
            (await Give(site, site.Cookie, "start", "开工.jpg", MadeEvidence.Picture())).ShouldBe("");
        }

        // Beside its database, where the command line looks for it.
        await data.Open().Database.ExecuteSqlAsync($"VACUUM INTO {folder + "/saima.db"}", Cancel);
        var hash = (await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel)).Hash;
        var path = Path.Combine(folder, "evidence", hash[..2], hash[2..]);
        string[] check = ["evidence", "check", "--db", $"sqlite:{folder}/saima.db"];
        (await CliRun.Here(check)).Status.ShouldBe(0);
        await System.IO.File.WriteAllBytesAsync(path, "x"u8.ToArray(), Cancel);
        var broken = await CliRun.Here(check);
        (broken.Status, broken.Error + broken.Output).ShouldSatisfyAllConditions(said => said.Status.ShouldBe(3), said => said.Item2.ShouldContain("开工.jpg"));
        System.IO.File.Delete(path);
        (await CliRun.Here(check)).Status.ShouldBe(3);
        Directory.Delete(folder, recursive: true);
    }

    /// <returns>What the page says instead of taking it; empty if it was taken.</returns>
    private static async Task<string> Give(Site site, string cookie, string of, string name, byte[] content, string desk = Desk) =>
        await Said(await (await PostedForm.Open(site, desk, "add", cookie)).SendFile("files", name, content, ("of", of)));

    private static async Task<string> Replace(Site site, string cookie, long id, string name, byte[] content, string reason) =>
        await Said(await (await PostedForm.Open(site, Desk + $"/{id}", "replace", cookie)).SendFile("files", name, content, ("reason", reason)));

    private static FormFile File(Stream content, string name) => new(content, 0, content.Length, "files", name);

    private static async Task<string> Said(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect ? "" : $"{answer.StatusCode} " + SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static async Task<string> Text(Site site, string address, string cookie) => SampleBoard.Text(await (await Get(site, address, cookie)).Content.ReadAsStringAsync(Cancel));

    private static async Task<HttpResponseMessage> Get(Site site, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await site.Anonymous.SendAsync(request, Cancel);
    }
}
