using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Log;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Rounds;

/// <summary>A published round.</summary>
/// <param name="NothingNew">It was published already.</param>
public sealed record RoundPublished(SettledRound Round, bool NothingNew);

/// <summary>What is to be published and on whose word.</summary>
/// <param name="Seen">Hash of the bundle that was looked at; another one is not published. Empty publishes whatever is the latest.</param>
public sealed record PublishOrder(int Season, int Round, string By, string? Seen = null);

/// <summary>Publishes the latest edition of a round, once it is classified as open and reviewed; from then on another result needs a reason.</summary>
internal static class PublishRound
{
    /// <param name="turn">The move of the round this is the work of.</param>
    public static async Task<Outcome<RoundPublished>> Run(SaimaDb db, TimeProvider time, PublishOrder order, LifeTurn? turn, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        if (await RoundArchive.Latest(db, order.Season, order.Round, cancel) is not { } latest)
        {
            return RoundRefusals.NotSettled(order.Season, order.Round);
        }

        if (order.Seen is { Length: > 0 } seen && latest.BundleHash != seen)
        {
            return RoundRefusals.NotWhatWasSeen(order.Season, order.Round, latest.Edition);
        }

        if (latest.PublishedAt is not null)
        {
            return turn is null ? new RoundPublished(latest, NothingNew: true) : LifeRefusals.NothingToPublish(order.Season, order.Round);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        if (await DisclosureBook.InForce(db, DisclosureKinds.Edition, DisclosureKinds.KeyOf(latest), cancel) is not { } decision || !decision.Shows(Written.DayOf(now)))
        {
            return DisclosureRefusals.NotClassified(order.Season, order.Round, latest.Edition);
        }

        if (turn is not null && (await turn.Take(db, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        latest.PublishedAt = now;
        await db.Set<SettledRound>().Where(kept => kept.Id == latest.Id).ExecuteUpdateAsync(kept => kept.SetProperty(row => row.PublishedAt, now), cancel);
        await LogEditions.Run(db, cancel);
        var state = new { edition = latest.Edition, bundle = latest.BundleHash };
        await AppendToLedger.Run(
            db, now, order.By,
            [new("races.publish", StoreRound.Subject(latest), turn?.Order.Reason, JsonSerializer.Serialize(new { state.edition, state.bundle, published = false }), JsonSerializer.Serialize(new { state.edition, state.bundle, published = true }))],
            cancel);
        await transaction.CommitAsync(cancel);
        return new RoundPublished(latest, NothingNew: false);
    }
}
