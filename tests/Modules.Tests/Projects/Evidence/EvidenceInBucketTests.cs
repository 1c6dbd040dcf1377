using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Evidence;
using Saima.Kernel.Ledger;
using Saima.Modules.Tests.Kernel.Evidence;
using Saima.Projects.Evidence;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Evidence;

/// <summary>A site whose evidence lies in a bucket of a real S3-compatible server.</summary>
public sealed class EvidenceInBucketTests : IDisposable
{
    private const string Desk = "/projects/2023/P067/evidence";
    private readonly string folder = Directory.CreateTempSubdirectory("saima-evidence-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Evidence_is_given_and_read_through_the_bucket_and_a_store_that_went_away_is_said_without_a_record()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        using var server = S3Server.Start();
        var settings = await server.Bucket();
        await using var site = await Start(data, settings);
        var photo = MadeEvidence.Picture();

        (await Give(site, "开工.jpg", photo)).ShouldBe("");

        var one = await data.Open().Set<ProjectEvidence>().SingleAsync(Cancel);
        (await site.Client.GetByteArrayAsync($"/evidence/{one.Id}/file", Cancel)).ShouldBe(photo);
        (await site.Client.GetAsync($"/evidence/{one.Id}/thumbnail", Cancel)).Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => file.Contains("evidence/", StringComparison.Ordinal)).ShouldBeEmpty("it lies in the bucket alone");

        var before = await data.Open().Set<LedgerEntry>().CountAsync(line => line.Action == "projects.evidence-add", Cancel);
        server.Dispose();
        (await Give(site, "竣工.jpg", MadeEvidence.Picture(seed: 2))).ShouldContain("存放佐证的地方现在连不上，没有写入");
        (await data.Open().Set<ProjectEvidence>().CountAsync(Cancel)).ShouldBe(1);
        (await data.Open().Set<LedgerEntry>().CountAsync(line => line.Action == "projects.evidence-add", Cancel)).ShouldBe(before);
        using var away = await site.Client.GetAsync($"/evidence/{one.Id}/file", Cancel);
        (away.StatusCode, await away.Content.ReadAsStringAsync(Cancel)).ShouldSatisfyAllConditions(said => said.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable), said => said.Item2.ShouldContain("连不上"));
    }

    [Fact]
    public async Task The_commands_move_evidence_into_the_bucket_check_it_there_and_refuse_what_cannot_be()
    {
        await using var data = TestDatabase.Create("sqlite");
        await SampleDistrict.Load(data);
        await using (var site = await Start(data, null))
        {
            (await Give(site, "开工.jpg", MadeEvidence.Picture())).ShouldBe("");
            (await Give(site, "许可证.pdf", MadeEvidence.Pdf())).ShouldBe("");
        }

        // Beside its database, where the command line looks for it.
        await data.Open().Database.ExecuteSqlAsync($"VACUUM INTO {folder + "/saima.db"}", Cancel);
        var db = $"sqlite:{folder}/saima.db";
        var settings = await S3Server.Shared.Bucket();
        var environment = S3Server.Environment(settings);

        (await CliRun.Here("evidence", "move", "--to", "s3", "--db", db)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(2), run => run.Error.ShouldContain("SAIMA_S3_ENDPOINT"));
        var half = await CliRun.With(environment.Take(3).ToDictionary(), "evidence", "check", "--db", db);
        half.ShouldSatisfyAllConditions(run => run.Status.ShouldBe(2), run => run.Error.ShouldContain("SAIMA_S3_SECRET"));
        (await CliRun.With(environment, "evidence", "check", "--db", db)).Status.ShouldBe(3, "nothing is in the bucket yet");
        (await CliRun.With(environment, "evidence", "move", "--to", "s3", "--db", db)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(0), run => run.Output.ShouldContain("搬了 3 个文件"));
        (await CliRun.With(environment, "evidence", "check", "--db", db)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(0), run => run.Output.ShouldContain("2 份佐证都完好"));

        Directory.Delete(Path.Combine(folder, "evidence"), recursive: true);
        (await CliRun.Here("evidence", "check", "--db", db)).Status.ShouldBe(3);
        (await CliRun.With(environment, "evidence", "move", "--to", "disk", "--db", db)).Status.ShouldBe(0);
        (await CliRun.Here("evidence", "check", "--db", db)).Status.ShouldBe(0);
        var away = new Dictionary<string, string?>(environment) { ["SAIMA_S3_ENDPOINT"] = "http://127.0.0.1:9" };
        (await CliRun.With(away, "evidence", "check", "--db", db)).ShouldSatisfyAllConditions(run => run.Status.ShouldBe(2), run => run.Error.ShouldContain("连不上"));
    }

    private Task<Site> Start(TestDatabase data, BucketSettings? settings) => Site.Start(
        data, builder => builder.Configuration.AddInMemoryCollection(settings is null ? [] : S3Server.Environment(settings)), folder);

    private static async Task<string> Give(Site site, string name, byte[] content)
    {
        using var answer = await (await PostedForm.Open(site, Desk, "add", site.Cookie)).SendFile("files", name, content, ("of", "start"));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
