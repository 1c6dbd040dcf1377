using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Engines.Transparency;
using Saima.Modules.Races.Log;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Log;

public sealed class PublishedLogTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_site_serves_its_log_as_files_and_anybody_checks_a_download_against_it(string kind)
    {
        var site = await board.On(kind);
        using var answer = await site.Anonymous.GetAsync("/log/checkpoint", Cancel);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var note = SignedNote.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        Checkpoint.Parse(note.Text)!.Size.ShouldBe(6);
        var key = (await site.Anonymous.GetStringAsync("/log/vkey", Cancel)).Trim();
        VerifierKey.Parse(key)!.Name.ShouldBe(Checkpoint.Parse(note.Text)!.Origin);

        foreach (var path in new[] { "tile/0/000.p/6", "tile/0/000.p/3", "tile/entries/000.p/6" })
        {
            using var tile = await site.Anonymous.GetAsync("/log/" + path, Cancel);
            tile.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
            tile.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            tile.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }

        foreach (var path in new[] { "tile/0/000", "tile/0/000.p/7", "tile/1/000.p/1", "tile/0/0", "tile/entries/001", "tile/x" })
        {
            using var none = await site.Anonymous.GetAsync("/log/" + path, Cancel);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            none.Headers.CacheControl?.ToString().ShouldNotContain("immutable");
        }

        var entries = EntryBundle.Read(await site.Anonymous.GetByteArrayAsync("/log/tile/entries/000.p/6", Cancel))!;
        Encoding.UTF8.GetString(entries[5]).ShouldStartWith("""{"schema":"saima-log-entry/1","season":2023,"round":6,"edition":1,"bundle":""");

        var folder = Directory.CreateTempSubdirectory("saima-log-");
        var (file, seen) = (Path.Combine(folder.FullName, "r6.zip"), Path.Combine(folder.FullName, "seen.json"));
        await File.WriteAllBytesAsync(file, await site.Anonymous.GetByteArrayAsync("/seasons/2023/rounds/6/bundle.zip", Cancel), Cancel);
        var run = await CliRun.Here("race", "verify", file, "--log", site.Address.ToString(), "--key", key, "--seen", seen, "--lang", "en");
        run.Status.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldContain("The bundle is entry 5; its inclusion is proved.");
        var check = await CliRun.Here("log", "check", "--from", site.Address + "log", "--key", key, "--db", seen + ".none", "--lang", "en");
        check.Status.ShouldBe(0, check.Output + check.Error);
        (await CliRun.Here("log", "check", "--db", (await board.Database(kind)).Db, "--lang", "en")).Status.ShouldBe(0);
        folder.Delete(recursive: true);

        var page = await site.Anonymous.GetStringAsync("/log", Cancel);
        SampleBoard.Text(page).ShouldContain("共 6 条，新的在前");
        SampleBoard.Text(page).ShouldContain(key);
        page.ShouldContain($"/bundles/{EditionEntry.Parse(entries[0])!.Bundle}.zip");
        (await site.Anonymous.GetStringAsync("/seasons/2023/rounds/6", Cancel)).ShouldContain("href=\"/log\"");
        (await site.Anonymous.GetStringAsync("/verify", Cancel)).ShouldContain("href=\"/log/verify\"");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_edition_is_entered_once_and_signed_once_however_many_publish_at_once(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var services = data.Services();
        await ImportFacts.Run(
            data.Open(), TimeProvider.System, new(2023, "finding.csv", "tester"), [new(FactTable.Findings, 1, [[2023L, "P031", "falsification", new DateOnly(2023, 12, 3)]])], cancel: Cancel);
        (await SettleRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "tester", "finding of 3 December"), null, cancel: Cancel)).Refusal.ShouldBeNull();
        await SampleDistrict.Classify(data, 2023, 6);
        var contexts = Enumerable.Range(0, 8).Select(_ => data.Open()).ToList();
        await Task.WhenAll(contexts.Select(db => Task.Run(() => PublishRound.Run(db, TimeProvider.System, new(2023, 6, "tester"), null, Cancel), Cancel)));
        var entries = await data.Open().Set<LogEntry>().OrderBy(entry => entry.Index).ToListAsync(Cancel);
        entries.Select(entry => entry.Index).ShouldBe([0, 1, 2, 3, 4, 5, 6]);
        EditionEntry.Parse(Encoding.UTF8.GetBytes(entries[6].Text))!.Supersedes.ShouldBe(entries[5].Bundle);
        (await PublishRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "tester"), null, Cancel)).Value!.NothingNew.ShouldBeTrue();

        var keys = services.GetRequiredService<LogKeys>();
        var signed = await Task.WhenAll(contexts.Select(db => Task.Run(() => SignLog.Run(db, keys, TimeProvider.System, Cancel), Cancel)));
        signed.Select(one => one.Value!.Note).Distinct().ShouldHaveSingleItem();
        (await data.Open().Set<LogCheckpoint>().CountAsync(Cancel)).ShouldBe(1);
        (await LogKeys.All(data.Open(), Cancel)).Count.ShouldBe(1);
        (await CliRun.Here("log", "check", "--db", data.Db)).Status.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whatever_is_changed_by_SQL_is_found_and_never_signed(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var services = data.Services();
        var keys = services.GetRequiredService<LogKeys>();
        var signed = (await SignLog.Run(data.Open(), keys, TimeProvider.System, Cancel)).Value!;
        await Found(0, "The log is sound: 6 entries, in accord with 1 checkpoints");

        await Sql("UPDATE races_log_entry SET \"Text\" = replace(\"Text\", '\"edition\":1', '\"edition\":2') WHERE \"Index\" = 2");
        await Found(3, "Entry 2 was tampered with.", "The log forked: the first 6 entries");
        await Sql("UPDATE races_log_entry SET \"Text\" = replace(\"Text\", '\"edition\":2', '\"edition\":1') WHERE \"Index\" = 2");
        await Found(0);

        await Sql("UPDATE races_round SET \"RuleSetHash\" = 'x' WHERE \"Round\" = 4");
        await Found(3, "Entry 3 was tampered with.");
        await Sql($"UPDATE races_round SET \"RuleSetHash\" = (SELECT \"RuleSetHash\" FROM races_round WHERE \"Round\" = 5) WHERE \"Round\" = 4");

        var last = await data.Open().Set<LogEntry>().AsNoTracking().SingleAsync(entry => entry.Index == 5, Cancel);
        await Sql("DELETE FROM races_log_entry WHERE \"Index\" = 5");
        await Found(3, "The log was truncated: it has 5 entries and signed 6 before.", "is published and not in the log");
        (await SignLog.Run(data.Open(), keys, TimeProvider.System, Cancel)).Refusal!.Code.ShouldBe("LOG_CONTRADICTS");
        await Add(last);
        await Found(0);

        await Sql("UPDATE races_log_checkpoint SET \"Note\" = replace(\"Note\", '— ', '— x')");
        await Found(3, "not signed by a known key");
        await Sql("UPDATE races_log_checkpoint SET \"Note\" = replace(\"Note\", '— x', '— ')");
        await Sql("UPDATE races_bundle SET \"Bytes\" = (SELECT \"Bytes\" FROM races_bundle ORDER BY \"RoundId\" LIMIT 1)");
        await Found(3, "is not the one of its fingerprint");
        (await SignLog.Run(data.Open(), keys, TimeProvider.System, Cancel)).Value!.Note.ShouldBe(signed.Note);

        async Task Found(int status, params string[] sentences)
        {
            var run = await CliRun.Here("log", "check", "--db", data.Db, "--lang", "en");
            run.Status.ShouldBe(status, run.Output + run.Error);
            foreach (var sentence in sentences)
            {
                run.Output.ShouldContain(sentence);
            }
        }

        async Task Sql(string sql) => await data.Open().Database.ExecuteSqlRawAsync(sql, Cancel);

        async Task Add(LogEntry entry)
        {
            var db = data.Open();
            db.Add(entry);
            await db.SaveChangesAsync(Cancel);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_key_is_learnt_from_a_checkpoint_the_old_one_signed_too(string kind)
    {
        await using var log = await LogFolder.Export(kind);
        var bundle = await log.Bundle(1);
        (await log.Verify(bundle, "--key", log.Key)).Status.ShouldBe(0);
        var first = log.Key;

        var second = await Rotate();
        (await log.Verify(bundle)).Status.ShouldBe(0, "the old key still signs, and the new one is learnt");
        var third = await Rotate();
        (await log.Verify(bundle)).Status.ShouldBe(0, "the first key has ended; the second is known");
        (await log.Verify(bundle, "--key", first)).Status.ShouldBe(3);
        (await log.Verify(bundle, "--key", second)).Status.ShouldBe(0);
        var fourth = await Rotate("--lost");
        (await log.Verify(bundle, "--key", third)).Status.ShouldBe(3);
        (await log.Verify(bundle, "--key", fourth)).Status.ShouldBe(0);
        (await CliRun.Here("log", "check", "--db", log.Database.Db)).Status.ShouldBe(0);
        (await log.Database.Open().Set<LogCheckpoint>().CountAsync(Cancel)).ShouldBe(4);

        async Task<string> Rotate(params string[] also)
        {
            var run = await CliRun.Here(["log", "rotate", "--db", log.Database.Db, "--json", .. also]);
            run.Status.ShouldBe(0, run.Output + run.Error);
            await log.Again();
            return System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("key").GetString()!;
        }
    }
}
