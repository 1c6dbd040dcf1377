using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Evidence;

namespace Saima.Modules.Races.Objections;

/// <summary>Use case: keeps files as evidence of the project, by the door of all evidence, and names them in the objection. Who handed it in may do so until it is decided.</summary>
public static class AttachEvidence
{
    /// <returns>How many pieces the objection rests on by now.</returns>
    public static async Task<Outcome<int>> Run(SaimaDb db, EvidenceStore store, TimeProvider time, Actor actor, string number, IReadOnlyList<IFormFile> files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Set<Objection>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancel) is not { } objection)
        {
            return ObjectionRefusals.Gone;
        }

        if (objection.SubmittedBy != actor.Id)
        {
            return ObjectionRefusals.NotYours(ObjectionAction.Submit);
        }

        if (!objection.IsOpen)
        {
            return ObjectionRefusals.NoSuchStep(objection.State, ObjectionAction.Submit);
        }

        var kept = await AddEvidence.Run(db, store, time, actor, new(objection.Season, objection.Project, await Target(db, objection, time, cancel), objection.Number), files, cancel);
        if (kept.Refusal is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        await using var transaction = await ObjectionWriting.Begin(db, cancel);
        if (!await db.Set<Objection>().AnyAsync(one => one.Id == objection.Id && (one.State == ObjectionState.Submitted || one.State == ObjectionState.Received), cancel))
        {
            return ObjectionRefusals.Moved;
        }

        var pieces = await db.Set<ProjectEvidence>().AsNoTracking().Where(one => kept.Value!.Contains(one.Id)).Select(one => new { one.Id, one.Hash }).ToListAsync(cancel);
        db.AddRange(pieces.Select(piece => new ObjectionEvidence { ObjectionId = objection.Id, EvidenceId = piece.Id, Hash = piece.Hash }));
        var line = new LedgerLine("races.objection-attach", $"objections/{objection.Number}", null, null, System.Text.Json.JsonSerializer.Serialize(new { evidence = pieces.Select(piece => piece.Hash) }));
        return await ObjectionWriting.Save(db, transaction, now, actor, line, cancel)
            ? await db.Set<ObjectionEvidence>().CountAsync(one => one.ObjectionId == objection.Id, cancel)
            : ObjectionRefusals.Moved;
    }

    /// <summary>What the evidence proves, in the words of the project's evidence: the item itself where it is one of them, or else the last month that can be proved.</summary>
    private static async Task<string> Target(SaimaDb db, Objection objection, TimeProvider time, CancellationToken cancel)
    {
        var item = ContestedItem.Parse(objection.Item)!;
        var wanted = (item.Table, item.Field) switch
        {
            ("reports", _) => $"report:{item.Key}",
            ("milestones", _) => $"milestone:{item.Key}",
            ("projects", "started_on") => "start",
            ("projects", "included_on") => "inclusion",
            ("projects", "completed_on") => "completion",
            _ => "",
        };
        var targets = await EvidenceTarget.All(db, objection.Season, objection.Project, Ui.Figures.Written.DayOf(time.GetUtcNow()), cancel);
        return targets.Any(target => target.Key == wanted) ? wanted : targets[0].Key;
    }
}
