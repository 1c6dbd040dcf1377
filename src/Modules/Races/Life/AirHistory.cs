using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Life;

/// <summary>
/// A round that was aired before the platform knew it: settled, published, and its life begun where history left it, which its one step says.
/// The only way around the moves, for the sample and what is measured; it finishes what was interrupted, and leaves alone a round that has a life.
/// </summary>
internal static class AirHistory
{
    // History was reviewed by somebody else than who brings it; who that was the sample does not say.
    private const string Reviewer = "-review";

    /// <returns>Whether it was settled just now.</returns>
    public static async Task<Outcome<bool>> Run(SaimaDb db, TimeProvider time, SettleOrder order, RoundPhase phase, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        if ((await RoundLives.Find(db, order.Season, order.Round, cancel)).Revision > 0)
        {
            return false;
        }

        var known = await RoundArchive.Latest(db, order.Season, order.Round, cancel);
        if (known is null && (await SettleRound.Run(db, time, order, null, cancel: cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        if ((await ClassifyEdition.Run(db, time, new(order.Season, order.Round, order.By, order.By + Reviewer) { Basis = DisclosureWords.Sample, Document = DisclosureWords.Sample }, cancel)).Refusal is { } unclassified)
        {
            return unclassified;
        }

        var published = await PublishRound.Run(db, time, new(order.Season, order.Round, order.By), null, cancel);
        if (published.Refusal is { } unpublished)
        {
            return unpublished;
        }

        await Begin(db, time.GetUtcNow().ToUniversalTime(), published.Value!.Round, order.By, phase, cancel);
        return known is null;
    }

    private static async Task Begin(SaimaDb db, DateTimeOffset now, SettledRound round, string by, RoundPhase phase, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        if (await db.Set<RoundLife>().AnyAsync(life => life.Season == round.Season && life.Round == round.Round, cancel))
        {
            return;
        }

        db.Add(new RoundLife
        {
            Season = round.Season,
            Round = round.Round,
            Phase = phase,
            Revision = 1,
            RuleSetCode = round.RuleSetCode,
            RuleSetHash = round.RuleSetHash,
            RuleSetDocument = round.RuleSetDocument,
        });
        db.Add(new LifeStep { Season = round.Season, Round = round.Round, Number = 1, Move = RoundMove.Import, From = RoundPhase.Draft, To = phase, By = by, ByName = by, At = now });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await AppendToLedger.Run(db, now, by, [new(LifeTurn.Act(RoundMove.Import), StoreRound.Subject(round), null, null, $"{{\"phase\":\"{phase}\"}}")], cancel);
        await transaction.CommitAsync(cancel);
    }
}
