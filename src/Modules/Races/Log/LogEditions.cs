using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Log;

/// <summary>
/// Appends every published edition that is not in the log yet, in the order they were published. An entry follows from the edition alone,
/// so it is the same bytes whenever it is written.
/// </summary>
internal static class LogEditions
{
    /// <param name="db">In the transaction that publishes.</param>
    public static async Task Run(SaimaDb db, CancellationToken cancel)
    {
        var due = await db.Set<SettledRound>().AsNoTracking()
            .Where(round => round.PublishedAt != null && !db.Set<LogEntry>().Any(entry => entry.RoundId == round.Id))
            .OrderBy(round => round.PublishedAt).ThenBy(round => round.Season).ThenBy(round => round.Round).ThenBy(round => round.Edition)
            .ToListAsync(cancel);
        var next = await db.Set<LogEntry>().Select(entry => (long?)entry.Index).MaxAsync(cancel) + 1 ?? 0;
        foreach (var round in due)
        {
            var bytes = (await Entry(db, round, await RoundArchive.Bytes(db, round.Id, cancel), cancel)).ToBytes();
            var entry = new LogEntry { Index = next++, RoundId = round.Id, Bundle = round.BundleHash, Text = Encoding.UTF8.GetString(bytes), Hash = Convert.ToHexStringLower(MerkleHash.Leaf(bytes)) };
            db.Add(entry);
            await db.SaveChangesAsync(cancel);
            db.Entry(entry).State = EntityState.Detached;
        }
    }

    /// <summary>What the log says of an edition.</summary>
    public static async Task<EditionEntry> Entry(SaimaDb db, SettledRound round, byte[] bundle, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        await using var manifest = await zip.GetEntry(BundleFormat.Manifest)!.OpenAsync(cancel);
        return new(
            round.Season, round.Round, round.Edition, round.BundleHash, Convert.ToHexStringLower(await SHA256.HashDataAsync(manifest, cancel)), round.RuleSetHash,
            await RoundArchive.HashOf(db, round.SupersedesId, cancel), round.PublishedAt!.Value);
    }
}
