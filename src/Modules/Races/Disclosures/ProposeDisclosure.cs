using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Disclosures;

/// <summary>How something is to be classified.</summary>
/// <param name="Basis">The clause it rests on.</param>
/// <param name="Document">Number or title of the document or meeting.</param>
/// <param name="Until">Last day it is shown; empty for no end.</param>
public sealed record DisclosureOrder(string Kind, string Key, long? RoundId, DisclosureClass Class, string Basis, string Document, DateOnly? Until)
{
    /// <summary>Fields whose personal names are masked, with commas between.</summary>
    public string Masked { get; init; } = "";

    public static DisclosureOrder For(SettledRound round, DisclosureClass @class, string basis, string document, DateOnly? until) =>
        new(DisclosureKinds.Edition, DisclosureKinds.KeyOf(round), round.Id, @class, basis, document, until);
}

/// <summary>Proposes the class of something; it counts once another person has reviewed it.</summary>
public static class ProposeDisclosure
{
    internal const int Longest = 200;

    public static async Task<Outcome<Disclosure>> Run(SaimaDb db, TimeProvider time, Actor actor, DisclosureOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var now = time.GetUtcNow().ToUniversalTime();
        if (Fault(order, Written.DayOf(now)) is { } fault)
        {
            return fault;
        }

        await using var transaction = await DisclosureBook.Begin(db, cancel);
        var versions = await DisclosureBook.Versions(db, order.Kind, order.Key, cancel);
        if (DisclosureMachine.Refuse(versions, DisclosureAct.Propose, actor) is { } refusal)
        {
            return refusal;
        }

        var next = Next(versions, order, (actor.Id, actor.Name), now);
        db.Add(next);
        return await DisclosureBook.Save(db, next, "races.disclosure-propose", actor.Name, DisclosureMachine.InForce(versions), cancel) ? next : DisclosureRefusals.Moved;
    }

    internal static Refusal? Fault(DisclosureOrder order, DateOnly today) =>
        order.Basis.Trim().Length is 0 or > Longest || order.Document.Trim().Length is 0 or > Longest ? DisclosureRefusals.NoBasis
        : order.Until < today ? DisclosureRefusals.AlreadyOver(order.Until.Value)
        : null;

    internal static Disclosure Next(IReadOnlyList<Disclosure> versions, DisclosureOrder order, (string Id, string Name) by, DateTimeOffset now) => new()
    {
        Kind = order.Kind,
        Key = order.Key,
        RoundId = order.RoundId,
        Version = versions.Select(one => one.Version).DefaultIfEmpty(0).Max() + 1,
        Class = order.Class,
        Basis = order.Basis.Trim(),
        Document = order.Document.Trim(),
        PublishUntil = order.Class == DisclosureClass.Open ? order.Until : null,
        Masked = order.Masked,
        ProposedById = by.Id,
        ProposedBy = by.Name,
        ProposedAt = now,
    };
}
