using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Projects.Editing;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Objections;

/// <summary>
/// Use case: writes the correction of an upheld objection into the register by the door through which every correction goes: a new version of the fact, with the objection as its reason.
/// Whoever comes second finds it written and changes nothing.
/// </summary>
public static class CorrectRegister
{
    /// <summary>What the register keeps as the reason.</summary>
    public static string Ground(Objection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        return $"异议成立 objection {objection.Number}";
    }

    public static async Task<Outcome<Objection>> Run(SaimaDb db, TimeProvider time, Actor actor, string number, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Set<Objection>().AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancel) is not { } objection)
        {
            return ObjectionRefusals.Gone;
        }

        if (!objection.IsUpheld || objection.CorrectedAt is not null)
        {
            return objection;
        }

        if (!actor.Holds(Role.ProjectOffice, objection.Unit))
        {
            return ObjectionRefusals.NotYours(ObjectionAction.Decide);
        }

        long change;
        if (ContestedItem.Parse(objection.Corrects) is { } item)
        {
            var written = await Write(db, time, actor, objection, item, cancel);
            if (written.Refusal is { } refusal)
            {
                return refusal;
            }

            change = written.Value;
        }
        else
        {
            change = await db.Set<RegisterChange>().MaxAsync(one => one.Id, cancel);
        }

        return await Keep(db, time, actor, objection, change, cancel);
    }

    /// <returns>The change since which the register says so.</returns>
    private static async Task<Outcome<long>> Write(SaimaDb db, TimeProvider time, Actor actor, Objection objection, ContestedItem item, CancellationToken cancel)
    {
        var (season, project, reason) = (objection.Season, objection.Project, Ground(objection));
        if (await RegisterFact.Read(db, season, project, item, cancel) is not { } fact)
        {
            return ObjectionRefusals.FactGone;
        }

        fact.Correct(item, objection.CorrectedTo ?? "", reason);
        if (item.Table == "projects")
        {
            var edited = await EditProject.Run(db, time, new(season, fact.Id, fact.Fields, actor.Name, reason) { Actor = actor }, cancel);
            return edited.Refusal is { } unfit ? unfit : edited.Value!.ChangeId ?? fact.ChangeId;
        }

        var done = await EditFact.Run(db, time, new(season, item.OfTable, project, fact.Id, fact.Fields, actor.Name, reason) { Actor = actor }, cancel);
        return done.Refusal is { } refusal ? refusal : done.Value!.ChangeId ?? fact.ChangeId;
    }

    private static async Task<Outcome<Objection>> Keep(SaimaDb db, TimeProvider time, Actor actor, Objection decided, long change, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var transaction = await ObjectionWriting.Begin(db, cancel);
        var objection = await db.Set<Objection>().SingleAsync(one => one.Id == decided.Id, cancel);
        if (objection.CorrectedAt is not null)
        {
            db.ChangeTracker.Clear();
            return objection;
        }

        (objection.CorrectedAt, objection.ChangeId) = (now, change);
        var line = new LedgerLine("races.objection-correct", $"objections/{objection.Number}", Ground(objection), null, System.Text.Json.JsonSerializer.Serialize(new { change, objection.Corrects, objection.CorrectedTo }));
        return await ObjectionWriting.Save(db, transaction, now, actor, line, cancel) ? objection : ObjectionRefusals.Moved;
    }
}
