using System.Text;
using Saima.Engines.Transparency;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Log;

/// <summary>A log that was tampered with, forked or cut short is found by whoever holds no more than a key or an earlier checkpoint.</summary>
public sealed class MirrorTests
{
    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tampered_forked_and_truncated_logs_are_found_and_named(string kind)
    {
        await using var log = await LogFolder.Export(kind);
        var bundle = await log.Bundle(4);
        Said(await log.Check(), 0, "\"sound\":true");
        var good = await log.Verify(bundle, "--key", log.Key);
        Said(good, 0, "The bundle is entry 3; its inclusion is proved.");
        good.Output.ShouldNotContain("for the first time");
        File.Copy(Path.Combine(log.Log, "checkpoint"), log.File("saved"));

        // The second time the key and the checkpoint are remembered.
        Said(await log.Verify(bundle), 0, "The log grew from the 6 entries seen before");

        // An entry and a tile that were tampered with: the file that is wrong is named.
        var entries = Path.Combine(log.Log, "tile/entries/000.p/6");
        var bytes = await File.ReadAllBytesAsync(entries, TestContext.Current.CancellationToken);
        bytes[^5] ^= 1;
        await File.WriteAllBytesAsync(entries, bytes, TestContext.Current.CancellationToken);
        Said(await log.Check(), 3, "ENTRY_TAMPERED", "Entry 5 was tampered with.");
        await log.Again();
        var tile = Path.Combine(log.Log, "tile/0/000.p/6");
        bytes = await File.ReadAllBytesAsync(tile, TestContext.Current.CancellationToken);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(tile, bytes, TestContext.Current.CancellationToken);
        Said(await log.Check(), 3, "TILE_TAMPERED", "tile/0/000.p/6");
        Said(await log.Verify(bundle), 3, "Entry 3 is not in the log");
        File.Delete(tile);
        Said(await log.Check(), 3, "TILE_MISSING");
        Said(await log.Verify(bundle), 3, "tile/0/000.p/6 is missing");

        // Truncated, and signed so.
        await log.Again();
        var kept = await log.Entries();
        await log.Forge(kept[..4]);
        Said(await log.Check(), 0);
        Said(await log.Check("--checkpoint", log.File("saved")), 3, "TRUNCATED", "it has 4 entries and signed 6 before");
        Said(await log.Verify(bundle), 3, "The log was truncated: it has 4 entries and signed 6 before.");
        Said(await CliRun.Here("race", "verify", bundle, "--log", log.Log, "--seen", log.File("other.json"), "--key", log.Key, "--checkpoint", log.File("saved"), "--lang", "en"), 3, "truncated");
        Said(await CliRun.Here("log", "check", "--from", log.Log, "--db", log.Database.Db, "--lang", "en"), 3, "truncated");

        // Forked: another past, longer than the one seen, and signed with the real key.
        kept[1] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(kept[1]).Replace("\"edition\":1", "\"edition\":2", StringComparison.Ordinal));
        await log.Forge([.. kept, "{}"u8.ToArray()]);
        Said(await log.Check(), 0);
        Said(await log.Check("--checkpoint", log.File("saved")), 3, "FORKED");
        Said(await log.Verify(bundle), 3, "The log forked: the first 6 entries signed before are not those of now.");
        Said(await CliRun.Here("log", "check", "--from", log.Log, "--db", log.Database.Db, "--lang", "en"), 3, "forked");

        // And what was remembered is still the good one.
        await log.Again();
        Said(await log.Verify(bundle), 0);
    }

    [Fact]
    public async Task What_was_not_published_is_not_in_the_log_and_a_stranger_s_signature_counts_for_nothing()
    {
        await using var log = await LogFolder.Export("sqlite");
        var other = log.File("other.zip");
        (await CliRun.Here("race", "settle", SampleDistrict.Folder, "--season", "2023", "--round", "2", "--out", other)).Status.ShouldBe(0);
        Said(await log.Verify(other, "--key", log.Key), 3, "Reproduced: every byte", "The log does not have this bundle's fingerprint");
        var bundle = await log.Bundle(1);
        var stranger = new VerifierKey(VerifierKey.Parse(log.Key)!.Name, new byte[32]).ToString();
        Said(await log.Verify(bundle, "--key", stranger), 3, "not signed by a known key");
        var first = await log.Verify(bundle);
        Said(first, 0, "seen for the first time", log.Key);

        // The log states another key now: the one remembered counts.
        await File.WriteAllTextAsync(Path.Combine(log.Log, "vkey"), stranger + "\n", TestContext.Current.CancellationToken);
        Said(await log.Verify(bundle), 0);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/log", "LOG_UNREACHABLE")]
    [InlineData("ftp://example.com/log", "LOG_ADDRESS")]
    [InlineData("no-such-folder", "LOG_ADDRESS")]
    [InlineData("/", "NOT_A_LOG")]
    public async Task What_cannot_be_fetched_is_a_sentence_and_2(string place, string code)
    {
        var run = await CliRun.Here("log", "check", "--from", place, "--db", "none-at-all.db", "--json", "--lang", "en");
        run.Status.ShouldBe(2, run.Output + run.Error);
        run.Error.ShouldContain(code);
        run.Error.ShouldNotContain("   at ");
    }

    private static void Said(CliRun run, int status, params string[] sentences)
    {
        run.Status.ShouldBe(status, run.Output + run.Error);
        foreach (var sentence in sentences)
        {
            (run.Output + run.Error).ShouldContain(sentence);
        }
    }
}
