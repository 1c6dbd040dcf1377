using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Rounds;

/// <summary>What round is to be settled and on whose word.</summary>
/// <param name="By">Who settles.</param>
/// <param name="Reason">Why a published round is settled anew.</param>
/// <param name="First">The first round ever raced, which has no round before it.</param>
public sealed record SettleOrder(int Season, int Round, string By, string? Reason = null, bool First = false)
{
    /// <summary>Rule set; empty for the one the season's calendar says, or else the example.</summary>
    public RuleSetDocument? Rules { get; init; }
}

/// <summary>A settled round.</summary>
/// <param name="NothingNew">The data gave the same bytes as the edition that was there: nothing was written.</param>
public sealed record RoundSettled(SettledRound Round, bool NothingNew);

/// <summary>
/// Settles a round from the register and keeps it: the same data give the same bytes as a settlement from files, the same bytes are never kept twice,
/// and other bytes are a new edition that names the one it supersedes.
/// </summary>
internal static class SettleRound
{
    private const int Attempts = 5;
    private const int LastRound = 6;

    /// <param name="turn">The move of the round this is the work of.</param>
    /// <param name="cancel">When cancelled nothing is written.</param>
    public static async Task<Outcome<RoundSettled>> Run(
        SaimaDb db, TimeProvider time, SettleOrder order, LifeTurn? turn, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Round is < 1 or > LastRound)
        {
            return RoundRefusals.NoSuchRound(order.Round);
        }

        progress?.Report("read");
        var basis = await RoundBasis.Read(db, time, order, cancel);
        if (basis.Refusal is { } unreadable)
        {
            return unreadable;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await Attempt(db, time, order, basis.Value!, turn, progress, cancel) is { } outcome)
            {
                return outcome;
            }
        }

        return RoundRefusals.Busy();
    }

    /// <summary>Settles against the editions as they are now; nothing if somebody settled in the meantime.</summary>
    private static async Task<Outcome<RoundSettled>?> Attempt(
        SaimaDb db, TimeProvider time, SettleOrder order, RoundBasis basis, LifeTurn? turn, IProgress<string>? progress, CancellationToken cancel)
    {
        // The first round of a year follows the last of the year before, where there was one.
        var before = order.First ? null
            : order.Round == 1 ? await RoundArchive.Latest(db, order.Season - 1, LastRound, cancel)
            : await RoundArchive.Latest(db, order.Season, order.Round - 1, cancel);
        if (before is null && order.Round > 1 && !order.First)
        {
            return RoundRefusals.PreviousMissing(order.Season, order.Round - 1);
        }

        var previous = before is null ? null : await RoundArchive.Results(db, before, cancel);
        var known = await RoundArchive.Latest(db, order.Season, order.Round, cancel);
        using var bytes = new MemoryStream();
        var bundle = new BundleOrder(order.Season, order.Round, basis.Rules, previous, (known?.Edition ?? 0) + 1, known?.BundleHash, Environment.ProcessorCount) { Deadline = basis.Deadline };
        var built = BuildBundle.Run(basis.Package, bundle, bytes, progress is null ? null : new Steps(progress), cancel);
        if (known is not null && await SaysTheSame(db, known, built.Manifest, cancel))
        {
            var moved = await StoreRound.Unchanged(db, known, turn, cancel);
            return Told(moved, known, nothingNew: true);
        }

        var reason = string.IsNullOrWhiteSpace(order.Reason) ? basis.ReasonSince(known) : order.Reason;
        if (known?.PublishedAt is not null && reason is null)
        {
            return RoundRefusals.ReasonNeeded(order.Season, order.Round, known.Edition);
        }

        progress?.Report("store");
        var round = Round(order, bundle, built, known, before, time.GetUtcNow().ToUniversalTime());
        (round.FreezeId, round.Reason) = (basis.Freeze?.Id, known is null ? null : reason);
        var stored = await StoreRound.Run(db, round, reason, basis.Package, bundle, built, bytes.ToArray(), turn, cancel);
        return Told(stored, round, nothingNew: false);
    }

    private static Outcome<RoundSettled>? Told(Outcome<bool> kept, SettledRound round, bool nothingNew)
    {
        if (kept.Refusal is { } refusal)
        {
            return refusal;
        }

        return kept.Value ? new RoundSettled(round, nothingNew) : default(Outcome<RoundSettled>?);
    }

    /// <summary>A manifest names every byte of its bundle; but for the edition and the one it corrects the two are held to be the same.</summary>
    private static async Task<bool> SaysTheSame(SaimaDb db, SettledRound known, BundleManifest now, CancellationToken cancel)
    {
        var kept = await RoundArchive.Manifest(db, known.Id, cancel);
        return (now with { Edition = kept.Edition, Supersedes = kept.Supersedes }).ToBytes().AsSpan().SequenceEqual(kept.ToBytes());
    }

    private static SettledRound Round(SettleOrder order, BundleOrder bundle, BuiltBundle built, SettledRound? known, SettledRound? before, DateTimeOffset now) => new()
    {
        Season = order.Season,
        Round = order.Round,
        Edition = bundle.Edition,
        SupersedesId = known?.Id,
        CutOff = DateOnly.FromDayNumber(built.Frame.CutOff),
        Deadline = DateOnly.FromDayNumber(built.Frame.Deadline),
        RuleSetCode = bundle.Rules.Code,
        RuleSetHash = bundle.Rules.Hash,
        RuleSetDocument = System.Text.Encoding.UTF8.GetString(bundle.Rules.Canonical),
        BundleHash = built.Sha256,
        PreviousBundleHash = before?.BundleHash,
        SettledAt = now,
        SettledBy = order.By,
        Projects = built.Manifest.Counts.TakingPart,
        Red = built.Manifest.Counts.Red,
        Yellow = built.Manifest.Counts.Yellow,
        Snail = built.Manifest.Counts.Snail,
        Exempt = built.Manifest.Counts.Exempt,
        None = built.Manifest.Counts.None,
    };

    private sealed class Steps(IProgress<string> progress) : IProgress<BundleProgress>
    {
        public void Report(BundleProgress value) => progress.Report(value.Entry);
    }
}
