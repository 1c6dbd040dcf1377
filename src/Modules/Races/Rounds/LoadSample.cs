using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Projects.Packages;
using Saima.Projects.Places;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Rounds;

/// <summary>What loading the sample did.</summary>
/// <param name="Imported">The sample was imported just now.</param>
/// <param name="Settled">Rounds settled just now.</param>
/// <param name="Season">Its season.</param>
public sealed record SampleLoaded(bool Imported, int Settled, int Season);

/// <summary>
/// Brings the sample district into an empty database by the way every district takes: import, six rounds settled and published in turn.
/// Finishes what an interrupted start left undone, and never touches a register that holds anything else.
/// </summary>
public static class LoadSample
{
    public const int Season = 2023;
    private const string Source = "shangyu-2023";
    private const string By = "sample";

    /// <summary>Where the sample's map is: beside its data package, which has no room for it.</summary>
    public static string MapOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder.TrimEnd('/', '\\') + "-map";
    }

    /// <param name="folder">The sample's data package.</param>
    public static async Task<Outcome<SampleLoaded>> Run(
        SaimaDb db, TimeProvider time, string folder, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changes = await db.Set<RegisterChange>().AsNoTracking().Select(change => change.Source).Take(2).ToListAsync(cancel);
        if (changes.Count > 0 && changes is not [Source])
        {
            return new SampleLoaded(false, 0, Season);
        }

        if (changes.Count == 0)
        {
            progress?.Report("import");
            var reading = PackageReader.Read(folder, cancel: cancel);
            if (reading.Package is not { } package)
            {
                return new Refusal("SAMPLE_UNREADABLE", new($"示例数据包读不出来：{folder}", $"The sample package cannot be read: {folder}"), new("用 --from 指明示例所在的文件夹。", "Name the sample's folder with --from."), [.. reading.Errors]);
            }

            var places = PlacesFile.Read(Path.Combine(MapOf(folder), "places.csv"));
            if (places.Refusal is { } misplaced)
            {
                return misplaced;
            }

            if ((await ImportPackage.Run(db, time, package, Season, Source, By, also: PlacesFile.Facts(places.Value!), cancel: cancel)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        var settled = 0;
        for (var round = 1; round <= 6; round++)
        {
            progress?.Report(FormattableString.Invariant($"round {round}"));
            var aired = await AirHistory.Run(db, time, new(Season, round, By), round == 6 ? RoundPhase.Published : RoundPhase.Archived, cancel);
            if (aired.Refusal is { } refusal)
            {
                return refusal;
            }

            settled += aired.Value ? 1 : 0;
        }

        return new SampleLoaded(changes.Count == 0, settled, Season);
    }
}
