using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Rounds;

/// <summary>The frozen data of rounds.</summary>
public static class Freezes
{
    public static Task<RoundFreeze?> Latest(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<RoundFreeze>().AsNoTracking().Where(one => one.Season == season && one.Round == round).OrderByDescending(one => one.Version).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Number of the last round of a season whose data are frozen, or that was settled from a package; 0 for none.</summary>
    public static async Task<int> LastRound(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var frozen = await db.Set<RoundFreeze>().Where(one => one.Season == season).MaxAsync(one => (int?)one.Round, cancel) ?? 0;
        return Math.Max(frozen, await db.Set<SettledRound>().Where(one => one.Season == season).MaxAsync(one => (int?)one.Round, cancel) ?? 0);
    }

    /// <summary>Of a season, the latest first.</summary>
    public static async Task<IReadOnlyList<RoundFreeze>> Read(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<RoundFreeze>().AsNoTracking().Where(one => one.Season == season).OrderBy(one => one.Round).ThenByDescending(one => one.Version).ToListAsync(cancel);
    }

    /// <summary>The package that was frozen.</summary>
    public static async Task<DataPackage> Package(SaimaDb db, RoundFreeze freeze, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(freeze);
        var file = Path.Combine(Path.GetTempPath(), $"saima-frozen-{Guid.NewGuid():N}.zip");
        try
        {
            await File.WriteAllBytesAsync(file, await db.Set<FrozenPackage>().AsNoTracking().Where(one => one.FreezeId == freeze.Id).Select(one => one.Bytes).SingleAsync(cancel), cancel);
            var reading = PackageReader.Read(file, new ReadingOptions(Environment.ProcessorCount), null, cancel);
            return reading.Package ?? throw new InvalidOperationException($"races_frozen_package {freeze.Id}: {reading.Errors.First().Message.En}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
