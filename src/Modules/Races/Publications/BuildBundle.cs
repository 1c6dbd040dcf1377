using Saima.Engines.Scoring;
using Saima.Kernel.Time;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>What is to be settled and published.</summary>
/// <param name="Previous">Results of the round before; empty where none is given.</param>
/// <param name="Supersedes">SHA-256 of the corrected edition's bundle, from edition 2 on.</param>
/// <param name="Threads">Threads to use; the bytes do not depend on it.</param>
public sealed record BundleOrder(
    int Season, int Round, RuleSetDocument Rules, PreviousResults? Previous = null, int Edition = 1, string? Supersedes = null, int Threads = 1)
{
    /// <summary>Input deadline of the season's calendar; empty for the one that follows from the rules and the holidays.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Version of the arithmetic the bundle states; a bundle is verified under the version it states.</summary>
    internal string Engine { get; init; } = BundleFormat.Engine;

    /// <summary>The round before: rounds go on across the turn of the year.</summary>
    public (int Season, int Round) Before => Round == 1 ? (Season - 1, 6) : (Season, Round - 1);

    /// <summary>Cut-off and input deadline, with the package's holidays.</summary>
    public RoundFrame Frame(DataPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (Deadline is { } kept)
        {
            return new(Season, Round, kept.DayNumber);
        }

        var days = new Dictionary<DateOnly, bool>();
        for (var row = 0; row < package.HolidayCount; row++)
        {
            days[DateOnly.FromDayNumber(package.HolidayDates[row])] = package.HolidayIsWork[row];
        }

        var cutOff = DateOnly.FromDayNumber(new RoundFrame(Season, Round, 0).CutOff);
        return new(Season, Round, new WorkingCalendar(days).WorkingDayAfter(cutOff, Rules.Rules.DeadlineWorkingDays).DayNumber);
    }
}

/// <summary>A bundle that was written.</summary>
/// <param name="Sha256">SHA-256 of the whole bundle, lower-case hex.</param>
public sealed record BuiltBundle(Settlement Settlement, BundleManifest Manifest, RoundFrame Frame, string Sha256);

/// <summary>Where the building of a bundle has come to.</summary>
public sealed record BundleProgress(string Entry);

/// <summary>Use case: settles a round and writes its bundle. There is no other way to a bundle, for files, the register and verification alike.</summary>
public static class BuildBundle
{
    /// <param name="package">The data, which goes into the bundle whole.</param>
    /// <param name="order">What is settled.</param>
    /// <param name="into">Empty, seekable and readable; on an exception what it holds is no bundle.</param>
    /// <param name="progress">Told of every entry.</param>
    /// <param name="cancel">Stops between entries and inside long ones.</param>
    /// <exception cref="BundleTooLargeException">A plain zip cannot hold it.</exception>
    public static BuiltBundle Run(
        DataPackage package, BundleOrder order, Stream into, IProgress<BundleProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(into);
        var rules = order.Rules;
        var frame = order.Frame(package);
        progress?.Report(new("settle"));
        var settled = RaceScoring.Settle(package.Facts, rules.Rules, frame, order.Previous?.For(package), order.Threads);

        void Standings(Stream target) => StandingsTable.Write(package, rules.Rules, settled, target, order.Threads, cancel);
        void Units(Stream target) => StandingsTable.WriteUnits(package, settled, target);
        void Rules(Stream target) => target.Write(rules.Canonical);

        var zip = new StoredZip(into);
        var seals = new List<EntrySeal>();
        EntrySeal Add(string name, Action<Stream> write)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new(name));
            return zip.Add(name, write);
        }

        foreach (var name in BundleFormat.Names.TakeWhile(name => name != BundleFormat.Manifest))
        {
            if (name != BundleFormat.Previous)
            {
                var table = PackageTable.All.First(one => BundleFormat.DataEntry(one.Name) == name);
                seals.Add(Add(name, target => PackageWriter.WriteCanonicalCsv(package, table, target)));
            }
            else if (order.Previous is { } previous)
            {
                seals.Add(Add(name, previous.Write));
            }
        }

        // The manifest lies before what it names here, so these are measured first; the tables are long, but twice is cheaper than a second file.
        seals.Add(SealingStream.Measure(BundleFormat.Rules, Rules));
        seals.Add(SealingStream.Measure(BundleFormat.Standings, Standings));
        seals.Add(SealingStream.Measure(BundleFormat.Units, Units));
        var manifest = Manifest(package, order, frame, settled, seals);
        Add(BundleFormat.Manifest, target => target.Write(manifest.ToBytes()));
        Add(BundleFormat.Rules, Rules);
        Add(BundleFormat.Standings, Standings);
        Add(BundleFormat.Units, Units);
        zip.Finish();
        into.Position = 0;
        return new(settled, manifest, frame, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(into)));
    }

    private static BundleManifest Manifest(
        DataPackage package, BundleOrder order, RoundFrame frame, Settlement settled, List<EntrySeal> seals)
    {
        var flags = new int[Enum.GetValues<Flag>().Length];
        foreach (var flag in settled.Flag.AsSpan(0, settled.Count))
        {
            flags[(int)flag]++;
        }

        return new()
        {
            Engine = order.Engine,
            Season = order.Season,
            Round = order.Round,
            CutOff = DateOnly.FromDayNumber(frame.CutOff),
            Deadline = DateOnly.FromDayNumber(frame.Deadline),
            DeadlineFromCalendar = order.Deadline is not null,
            Edition = order.Edition,
            Supersedes = order.Supersedes,
            RuleSetCode = order.Rules.Code,
            RuleSetVersion = order.Rules.Version,
            RuleSetHash = order.Rules.Hash,
            Previous = order.Previous?.Reference,
            Counts = new(
                package.Facts.ProjectCount, settled.Count, package.Facts.UnitCount, flags[(int)Flag.Red], flags[(int)Flag.Yellow],
                flags[(int)Flag.Snail], flags[(int)Flag.Exempt], flags[(int)Flag.None]),
            Entries = [.. seals.Select(seal => new EntryReference(seal.Name, seal.Size, seal.Sha256))],
        };
    }
}
