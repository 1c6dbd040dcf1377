using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Objections;

/// <summary>What an upheld objection corrects, and what comes of it.</summary>
/// <param name="Item">Empty where the register is right as it is now.</param>
/// <param name="From">What the data of the edition say of it.</param>
internal sealed record Correction(ContestedItem? Item, string? From, string? Value, ObjectionEffect Effect);

/// <summary>Use case: reads the correction of a decision and settles the round with it. Nothing is written, so that a decider sees it before deciding.</summary>
internal static class ReadCorrection
{
    public static async Task<Outcome<Correction>> Run(SaimaDb db, Objection objection, ObjectionDecision decision, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(objection);
        ArgumentNullException.ThrowIfNull(decision);
        var edition = await RoundArchive.Latest(db, objection.Season, objection.Round, cancel);
        var contested = ContestedItem.Parse(objection.Item)!;
        if (string.IsNullOrWhiteSpace(decision.Corrects))
        {
            return await Settled(db, edition!, objection, null, null, cancel);
        }

        if (ContestedItem.Parse(decision.Corrects) is not { IsReason: false } item)
        {
            return ObjectionRefusals.NoItem;
        }

        var value = item.Value(decision.To);
        if (value.Refusal is { } refusal)
        {
            return refusal;
        }

        // Upheld takes the claim as it is; anything else is said to be something else.
        if (decision.Outcome == ObjectionOutcome.Upheld && !contested.IsReason && (item != contested || value.Value != objection.Claimed))
        {
            return ObjectionRefusals.Unclaimed;
        }

        return await Settled(db, edition!, objection, item, value.Value, cancel);
    }

    private static async Task<Outcome<Correction>> Settled(SaimaDb db, SettledRound edition, Objection objection, ContestedItem? item, string? value, CancellationToken cancel)
    {
        var from = item is null ? null : await RoundArchive.Opened(db, edition.Id, bundle => FrozenFacts.Of(bundle, objection.Project).FirstOrDefault(fact => fact.Item == item), cancel);
        if (from is not null && from.Value == value)
        {
            return ObjectionRefusals.NothingCorrected;
        }

        if (item is not null)
        {
            if (await RegisterFact.Read(db, objection.Season, objection.Project, item, cancel) is not { } fact)
            {
                return ObjectionRefusals.FactGone;
            }

            fact.Correct(item, value!, CorrectRegister.Ground(objection));
            if (fact.Contradiction() is { } contradiction)
            {
                return contradiction;
            }
        }

        var effect = await ComputeEffect.Run(db, edition, objection.Project, item is null ? null : new(objection.Project, item, value!, CorrectRegister.Ground(objection)), cancel);
        return effect.Refusal is { } refusal ? refusal
            : item is null && effect.Value is { OthersMoved: 0 } same && same.Before == same.After ? ObjectionRefusals.NothingCorrected
            : new Correction(item, from?.Value, value, effect.Value!);
    }
}
