using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Evidence;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Objections;

/// <summary>An objection as somebody hands it in.</summary>
/// <param name="Item">A <see cref="ContestedItem"/> as its code.</param>
/// <param name="Claimed">As typed; empty for a reason, or for a day that should not be there.</param>
/// <param name="Evidence">Ids of pieces of the project's evidence it rests on.</param>
public sealed record ObjectionOrder(int Season, int Round, string Project, string? Item, string? Claimed, string? Statement, IReadOnlyList<long> Evidence);

/// <summary>Use case: a reporter of the responsible unit hands in an objection while the window is open, and has a receipt with its number.</summary>
public static class SubmitObjection
{
    public static async Task<Outcome<Objection>> Run(SaimaDb db, TimeProvider time, Actor actor, ObjectionOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var now = time.GetUtcNow();
        if (!ObjectionRound.InWindow(await RoundLives.Find(db, order.Season, order.Round, cancel), Written.DayOf(now)) || await RoundArchive.Latest(db, order.Season, order.Round, cancel) is not { } edition)
        {
            return ObjectionRefusals.WindowClosed(order.Season, order.Round);
        }

        var standing = await db.Set<StandingRow>().AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == edition.Id && row.Project == order.Project, cancel);
        if (standing is null)
        {
            return ObjectionRefusals.NotInRound(order.Project);
        }

        if (!actor.Holds(Role.Reporter, standing.Unit))
        {
            return ObjectionRefusals.NotYours(ObjectionAction.Submit);
        }

        var read = await Content(db, edition, standing, order, cancel);
        return read.Refusal is { } refusal ? refusal : await Keep(db, now, actor, order, new(edition, standing, read.Value!), cancel);
    }

    private sealed record Claim(ContestedItem Item, string? Claimed, string? Frozen, string Statement);

    private sealed record Ground(SettledRound Edition, StandingRow Standing, Claim Claim);

    /// <summary>What is claimed, held against the frozen data.</summary>
    private static async Task<Outcome<Claim>> Content(SaimaDb db, SettledRound edition, StandingRow standing, ObjectionOrder order, CancellationToken cancel)
    {
        var statement = (order.Statement ?? "").Trim();
        if (ContestedItem.Parse(order.Item) is not { } item)
        {
            return ObjectionRefusals.NoItem;
        }

        if (statement.Length is 0 or > ObjectionRefusals.LongestText)
        {
            return ObjectionRefusals.NoStatement;
        }

        if (item.IsReason)
        {
            return standing.Reasons.Split('|').Contains(item.Field) ? new Claim(item, null, item.Field, statement) : ObjectionRefusals.NoItem;
        }

        var facts = await RoundArchive.Opened(db, edition.Id, bundle => FrozenFacts.Of(bundle, order.Project), cancel);
        if (facts.FirstOrDefault(fact => fact.Item == item) is not { } frozen)
        {
            return ObjectionRefusals.NoItem;
        }

        var claimed = item.Value(order.Claimed);
        return claimed.Refusal is { } refusal ? refusal
            : claimed.Value == frozen.Value ? ObjectionRefusals.Same
            : new Claim(item, claimed.Value, frozen.Value, statement);
    }

    private static async Task<Outcome<Objection>> Keep(SaimaDb db, DateTimeOffset now, Actor actor, ObjectionOrder order, Ground ground, CancellationToken cancel)
    {
        await using var transaction = await ObjectionWriting.Begin(db, cancel);
        var life = await RoundLives.Find(db, order.Season, order.Round, cancel);
        if (!ObjectionRound.InWindow(life, Written.DayOf(now)))
        {
            return ObjectionRefusals.WindowClosed(order.Season, order.Round);
        }

        if (await db.Set<Objection>().AnyAsync(one => one.Season == order.Season && one.Round == order.Round && one.Project == order.Project && one.Item == ground.Claim.Item.Code
            && (one.State == ObjectionState.Submitted || one.State == ObjectionState.Received), cancel))
        {
            return ObjectionRefusals.Already;
        }

        var sequence = (await db.Set<Objection>().Where(one => one.Season == order.Season && one.Round == order.Round).MaxAsync(one => (int?)one.Sequence, cancel) ?? 0) + 1;
        var objection = new Objection
        {
            Number = FormattableString.Invariant($"YY-{order.Season}-{order.Round}-{sequence:D3}"),
            Season = order.Season,
            Round = order.Round,
            Sequence = sequence,
            Project = order.Project,
            Unit = ground.Standing.Unit,
            EditionId = ground.Edition.Id,
            ScoredBy = life.ScoredBy!,
            Item = ground.Claim.Item.Code,
            Claimed = ground.Claim.Claimed,
            Frozen = ground.Claim.Frozen,
            Statement = ground.Claim.Statement,
            SubmittedBy = actor.Id,
            SubmittedName = actor.Name,
            SubmittedAt = now,
        };
        db.Add(objection);
        await db.SaveChangesAsync(cancel);
        var pieces = await ReadEvidence.Current(db, order.Season, order.Project).Where(piece => order.Evidence.Contains(piece.Id)).Select(piece => new { piece.Id, piece.Hash }).ToListAsync(cancel);
        db.AddRange(pieces.Select(piece => new ObjectionEvidence { ObjectionId = objection.Id, EvidenceId = piece.Id, Hash = piece.Hash }));
        var line = ObjectionWriting.Step(db, objection, ObjectionAction.Submit, actor, now, null);
        return await ObjectionWriting.Save(db, transaction, now, actor, line, cancel) ? objection : ObjectionRefusals.Already;
    }
}
