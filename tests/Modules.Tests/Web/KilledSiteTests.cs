using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Modules.Tests.Projects.Sendings;
using Saima.Projects.Evidence;
using Saima.Projects.Register;
using Saima.Projects.Reporting;
using Saima.Projects.Sendings;
using Saima.Testing;
using Saima.Web;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Web;

/// <summary>What is sent to a site that is killed without warning is there whole or not at all, and can be sent again.</summary>
public sealed class KilledSiteTests : IDisposable
{
    private const string Sheet = "/reports/2023/2023-12/S05";
    private const string Evidence = "/projects/2023/P067/evidence";
    private const int Photos = 6;
    private static readonly int[] Moments = [150, 400, 700, 1_000, 1_400];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-killed-site-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public void Dispose() => folder.Delete(true);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Reports_and_photos_sent_to_a_site_that_is_killed_are_there_whole_or_not_at_all(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        // The forms come from this site, which shares its database, its folder and its keys with the one that is killed.
        await using var site = await Site.Start(data, folder: folder.FullName);
        var reporter = await site.SignIn("填报员", Role.Reporter, "S05");
        var before = (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;
        var (lost, seed) = (0, 0);
        foreach (var moment in Moments)
        {
            var report = await PostedForm.Open(site, Sheet, "sheet", reporter);
            var photo = await PostedForm.Open(site, Evidence, "add", reporter);
            var (process, address) = await Start(data);
            using (process)
            {
                var month = 100 + ++seed;
                List<Task<bool>> sent = [Sent(report.At(address).Send(("P067.invested", Text(month)), ("P067.year_to_date", Text(before + month)), ("P067.building", Text(before + month)), ("P067.progress", "主体施工"))),
                    .. Enumerable.Range(0, Photos).Select(_ => MadeEvidence.Picture(seed: ++seed, wide: 1600, high: 1200)).Select(picture => Sent(photo.At(address).SendFile("files", "工地.jpg", picture, ("of", "report:2023-11"))))];
                await Task.Delay(moment, Cancel);
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Cancel);
                lost += (await Task.WhenAll(sent)).Count(arrived => !arrived);
            }

            await Sound(data);
        }

        lost.ShouldBeGreaterThan(0, "the site had answered everything whenever it was killed");
        (await (await PostedForm.Open(site, Sheet, "sheet", reporter)).Send(("P067.invested", "99"), ("P067.year_to_date", Text(before + 99)), ("P067.building", Text(before + 99)), ("P067.progress", "主体施工"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await (await PostedForm.Open(site, Evidence, "add", reporter)).SendFile("files", "工地.jpg", MadeEvidence.Picture(seed: 999), ("of", "start"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await Sound(data);
        (await data.Open().Set<MonthlyFiling>().SingleAsync(Cancel)).Invested.ShouldBe(990_000);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_phone_sends_until_it_is_answered_is_there_once_however_often_the_site_is_killed_over_it(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data, folder: folder.FullName);
        var phone = await Phone.Of(site, "填报员", "S05");
        var before = (await data.Open().Set<ReportFact>().SingleAsync(fact => fact.Project == "P067" && fact.Month == 202311 && fact.SupersededBy == null, Cancel)).YearToDate / 10_000;
        var (report, photo, picture) = (Guid.NewGuid(), Guid.NewGuid(), MadeEvidence.Picture(seed: 7, wide: 1600, high: 1200));
        foreach (var moment in Moments[1..4])
        {
            var (process, address) = await Start(data);
            using (process)
            {
                var there = phone with { Site = address };
                List<Task<bool>> sent = [.. Enumerable.Range(0, 3).SelectMany(_ => new[] { Arrived(there.Photo(photo, picture)), Arrived(there.Report(report, before, 100)) })];
                await Task.Delay(moment, Cancel);
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Cancel);
                await Task.WhenAll(sent);
            }

            await Sound(data);
        }

        (await phone.Photo(photo, picture)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await phone.Report(report, before, 100)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await Sound(data);
        (await data.Open().Set<FilingStep>().CountAsync(Cancel), await data.Open().Set<ProjectEvidence>().CountAsync(Cancel), await data.Open().Set<SendingReceipt>().CountAsync(Cancel)).ShouldBe((1, 1, 2));
    }

    private static async Task<bool> Arrived(Task<Phone.Answer> sending)
    {
        try
        {
            await sending;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task Sound(TestDatabase data)
    {
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
        var lines = await data.Open().Set<LedgerEntry>().Where(line => line.Action == "projects.report-submit" || line.Action == "projects.evidence-add").Select(line => line.Action).ToListAsync(Cancel);
        var filing = await data.Open().Set<MonthlyFiling>().SingleOrDefaultAsync(Cancel);
        var steps = await data.Open().Set<FilingStep>().CountAsync(Cancel);
        (filing?.Revision ?? 0, lines.Count(action => action == "projects.report-submit")).ShouldBe((steps, steps));
        var pieces = await data.Open().Set<ProjectEvidence>().ToListAsync(Cancel);
        lines.Count(action => action == "projects.evidence-add").ShouldBe(pieces.Count);
        var store = Path.Combine(folder.FullName, "evidence");
        foreach (var piece in pieces)
        {
            System.IO.File.Exists(Path.Combine(store, piece.Hash[..2], piece.Hash[2..])).ShouldBeTrue(piece.Hash);
        }

        foreach (var file in Directory.Exists(store) ? Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories).Where(file => !file.Contains("incoming", StringComparison.Ordinal) && !file.EndsWith(".webp", StringComparison.Ordinal)) : [])
        {
            await using var content = System.IO.File.OpenRead(file);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Cancel)).ShouldBe(Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file), "there is never half a file under a hash");
        }
    }

    private async Task<(Process Process, Uri Address)> Start(TestDatabase data)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SaimaWeb).Assembly.Location, "--urls", "http://127.0.0.1:0", "--db", data.Db, "--SAIMA_DATA", folder.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (process, new(address));
            }
        }

        throw new InvalidOperationException("The site did not start.");
    }

    private static async Task<bool> Sent(Task<HttpResponseMessage> sending)
    {
        try
        {
            using var answer = await sending;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Text(long figure) => figure.ToString(CultureInfo.InvariantCulture);
}
