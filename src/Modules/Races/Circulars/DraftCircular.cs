using System.Text.Json;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Circulars;

/// <summary>Use case: drafts the circular of the latest edition of a round by the template in force that day. Another draft may follow; who issues chooses.</summary>
public static class DraftCircular
{
    public static async Task<Outcome<Circular>> Run(SaimaDb db, TimeProvider time, int season, int round, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(by);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        if (await RoundArchive.Latest(db, season, round, cancel) is not { } head)
        {
            return RoundRefusals.NotSettled(season, round);
        }

        if (await CircularShelf.IssuedOf(db, head.Id, cancel) is { } issued)
        {
            return CircularRefusals.AlreadyIssued(issued.Number!);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        var template = await TemplateShelf.InForce(db, TemplateKind.Circular, Written.DayOf(now), cancel);
        // A draft that cannot be composed is refused at once and not when it is to be issued.
        if (ComposeCircular.Run(await EditionFigures.Read(db, head, cancel), template, null).Refusal is { } faulty)
        {
            return faulty;
        }

        var draft = new Circular
        {
            RoundId = head.Id,
            TemplateVersion = template.Version,
            TemplateHash = template.Hash,
            Template = template.Content.ToJson(TemplateKind.Circular),
            DraftedBy = by.Name,
            DraftedById = by.Id,
            DraftedAt = now,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        var after = JsonSerializer.Serialize(new { edition = head.Edition, template = template.Version, templateSha256 = template.Hash });
        await AppendToLedger.Run(db, now, by.Name, [new("races.circular-draft", $"{StoreRound.Subject(head)}/circular", null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return draft;
    }
}
