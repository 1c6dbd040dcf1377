using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Disclosures;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Rounds;

/// <summary>A published round.</summary>
/// <param name="NothingNew">It was published already.</param>
public sealed record RoundPublished(SettledRound Round, bool NothingNew);

/// <summary>Publishes the latest edition of a round, once it is classified as open and reviewed; from then on another result needs a reason.</summary>
public static class PublishRound
{
    public static Task<Outcome<RoundPublished>> Run(SaimaDb db, TimeProvider time, int season, int round, string by, CancellationToken cancel = default) =>
        Run(db, time, season, round, by, null, cancel);

    /// <param name="seen">Hash of the bundle that was looked at; another one is not published. Empty publishes whatever is the latest.</param>
    public static async Task<Outcome<RoundPublished>> Run(SaimaDb db, TimeProvider time, int season, int round, string by, string? seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        if (await RoundArchive.Latest(db, season, round, cancel) is not { } latest)
        {
            return RoundRefusals.NotSettled(season, round);
        }

        if (seen is not null && latest.BundleHash != seen)
        {
            return RoundRefusals.NotWhatWasSeen(season, round, latest.Edition);
        }

        if (latest.PublishedAt is not null)
        {
            return new RoundPublished(latest, NothingNew: true);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        if (await DisclosureBook.InForce(db, DisclosureKinds.Edition, DisclosureKinds.KeyOf(latest), cancel) is not { } decision || !decision.Shows(Written.DayOf(now)))
        {
            return DisclosureRefusals.NotClassified(season, round, latest.Edition);
        }

        latest.PublishedAt = now;
        await db.Set<SettledRound>().Where(kept => kept.Id == latest.Id).ExecuteUpdateAsync(kept => kept.SetProperty(row => row.PublishedAt, now), cancel);
        var state = new { edition = latest.Edition, bundle = latest.BundleHash };
        await AppendToLedger.Run(
            db, now, by,
            [new("races.publish", StoreRound.Subject(latest), null, JsonSerializer.Serialize(new { state.edition, state.bundle, published = false }), JsonSerializer.Serialize(new { state.edition, state.bundle, published = true }))],
            cancel);
        await transaction.CommitAsync(cancel);
        return new RoundPublished(latest, NothingNew: false);
    }
}
