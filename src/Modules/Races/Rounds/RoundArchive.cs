using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Publications;

namespace Saima.Modules.Races.Rounds;

/// <summary>The editions that are kept.</summary>
public static class RoundArchive
{
    /// <summary>Latest edition of a round, published or not.</summary>
    public static Task<SettledRound?> Latest(SaimaDb db, int season, int round, CancellationToken cancel = default) => db.Set<SettledRound>().AsNoTracking()
        .Where(kept => kept.Season == season && kept.Round == round).OrderByDescending(kept => kept.Edition).FirstOrDefaultAsync(cancel);

    /// <summary>An edition that is known to be there.</summary>
    public static Task<SettledRound> Find(SaimaDb db, long roundId, CancellationToken cancel = default) => db.Set<SettledRound>().AsNoTracking().SingleAsync(kept => kept.Id == roundId, cancel);

    /// <summary>The bundle of an edition, byte for byte.</summary>
    public static Task<byte[]> Bytes(SaimaDb db, long roundId, CancellationToken cancel = default) =>
        db.Set<RoundBundle>().AsNoTracking().Where(bundle => bundle.RoundId == roundId).Select(bundle => bundle.Bytes).SingleAsync(cancel);

    /// <summary>Hash of an edition's bundle.</summary>
    internal static async Task<string?> HashOf(SaimaDb db, long? roundId, CancellationToken cancel) =>
        roundId is null ? null : await db.Set<SettledRound>().Where(kept => kept.Id == roundId).Select(kept => kept.BundleHash).SingleAsync(cancel);

    /// <summary>What an edition says of its projects, as the next round asks it.</summary>
    internal static Task<PreviousResults> Results(SaimaDb db, SettledRound round, CancellationToken cancel) =>
        Opened(db, round.Id, bundle => bundle.Results().Value ?? throw new InvalidOperationException($"races_bundle {round.Id} cannot be read."), cancel);

    /// <summary>What an edition's bundle says of itself.</summary>
    internal static Task<BundleManifest> Manifest(SaimaDb db, long roundId, CancellationToken cancel) => Opened(db, roundId, bundle => bundle.Manifest, cancel);

    private static async Task<T> Opened<T>(SaimaDb db, long roundId, Func<Bundle, T> read, CancellationToken cancel)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await Bytes(db, roundId, cancel), cancel);
            var opened = Bundle.Open(file);
            using var bundle = opened.Value ?? throw new InvalidOperationException($"races_bundle {roundId}: {opened.Refusal!.Message.En}");
            return read(bundle);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
