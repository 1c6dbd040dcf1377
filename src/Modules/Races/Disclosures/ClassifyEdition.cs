using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Disclosures;

/// <summary>Who classified an edition as open and who reviewed it, as whoever runs the platform's machine states it.</summary>
/// <param name="Reviewer">Another person than <paramref name="By"/>.</param>
/// <param name="Note">Why what looks personal is not; empty where nothing does.</param>
public sealed record ClassifyOrder(int Season, int Round, string By, string Reviewer, string Note = "")
{
    public string Basis { get; init; } = DisclosureWords.UsualBasis;

    public string Document { get; init; } = DisclosureWords.ByOperator;

    public DateOnly? Until { get; init; }
}

/// <summary>Classifies the latest edition of a round as open on the command line and in the sample, where no two people are signed in.</summary>
public static class ClassifyEdition
{
    /// <returns>The decision in force.</returns>
    public static async Task<Outcome<Disclosure>> Run(SaimaDb db, TimeProvider time, ClassifyOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (string.IsNullOrWhiteSpace(order.Reviewer) || order.Reviewer.Trim() == order.By.Trim())
        {
            return DisclosureRefusals.SamePerson;
        }

        var now = time.GetUtcNow().ToUniversalTime();
        await using var transaction = await DisclosureBook.Begin(db, cancel);
        if (await RoundArchive.Latest(db, order.Season, order.Round, cancel) is not { } round)
        {
            return RoundRefusals.NotSettled(order.Season, order.Round);
        }

        var wished = DisclosureOrder.For(round, DisclosureClass.Open, order.Basis, order.Document, order.Until);
        var versions = await DisclosureBook.Versions(db, wished.Kind, wished.Key, cancel);
        if (DisclosureMachine.InForce(versions) is { } known && known.Shows(Written.DayOf(now)))
        {
            return known;
        }

        if (ProposeDisclosure.Fault(wished, Written.DayOf(now)) is { } fault)
        {
            return fault;
        }

        if (order.Note.Length == 0 && await PersonalScan.Run(db, round.Id, cancel) is { Count: > 0 } places)
        {
            return DisclosureRefusals.Personal(places);
        }

        var next = ProposeDisclosure.Next(versions, wished, ("operator/" + order.By.Trim(), order.By.Trim()), now);
        ReviewDisclosure.Decide(next, true, ("operator/" + order.Reviewer.Trim(), order.Reviewer.Trim()), now, order.Note.Trim());
        db.Add(next);
        return await DisclosureBook.Save(db, next, "races.disclosure-approve", order.By, DisclosureMachine.InForce(versions), cancel) ? next : DisclosureRefusals.Moved;
    }
}
