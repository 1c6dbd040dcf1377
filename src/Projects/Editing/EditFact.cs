using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Profile;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>A fact of a project, or a unit, as somebody typed it.</summary>
/// <param name="Table">What kind of fact.</param>
/// <param name="Project">The project it belongs to; empty for a unit.</param>
/// <param name="BasedOn">The version that was on the screen; empty for a new fact.</param>
/// <param name="Fields">Texts by the names of the columns of a data package.</param>
public sealed record FactOrder(int Season, PackageTable Table, string? Project, long? BasedOn, IReadOnlyDictionary<string, string> Fields, string By, string? Reason)
{
    /// <summary>Who is signed in; empty on the command line, which may write for every unit.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>Writes one plan, report, milestone, issue or unit as it was typed: a new one, or a new version. Whoever edits second sees what the first changed.</summary>
public static class EditFact
{
    public static async Task<Outcome<Imported>> Run(SaimaDb db, TimeProvider time, FactOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(order);
        var entry = ReadEntry.Of(order.Table, order.Season, order.Project, order.Fields, new HashSet<string>(), out var cells);
        var (by, reason) = (ReadEntry.Tidy(order.By), ReadEntry.Tidy(order.Reason));
        EditProject.Needed(entry, "by", by, new("请写明经办人。", "Say who you are."));
        if (order.BasedOn is not null)
        {
            EditProject.Needed(entry, "reason", reason, new("更正要写明理由。", "A correction needs its reason."));
        }

        if (entry.Problems.Count > 0)
        {
            return EditRefusals.Faulty(entry.Problems);
        }

        var facts = new FactRows(FactKinds.Register(order.Table), 1, [cells]);
        var import = new ImportOrder(order.Season, null, by, reason.Length == 0 ? null : reason) { Kind = RegisterChange.Record };
        return await ImportFacts.Guarded(db, time, import, [facts], guarded => Guard(guarded, order, cells, cancel), null, cancel);
    }

    private static async Task<Refusal?> Guard(SaimaDb db, FactOrder order, object?[] cells, CancellationToken cancel)
    {
        if (await FactScope.Refuse(db, order.Actor, order.Season, order.Project, cancel) is { } refused)
        {
            return refused;
        }

        var table = FactKinds.Register(order.Table);
        var current = await FactLookup.Current(db, table, cells, cancel);
        var key = FactKinds.Key(order.Table);
        var said = order.Fields.GetValueOrDefault(key.Name, "");
        if (order.BasedOn is not { } basedOn)
        {
            return current is null ? await KeepBaseline.Refuse(db, table, cells, current, cancel) : EditRefusals.FactTaken(FactKinds.Title(order.Table), key.Name, said);
        }

        return current is null ? EditRefusals.FactGone(FactKinds.Title(order.Table), said)
            : current.Id == basedOn ? await KeepBaseline.Refuse(db, table, cells, current, cancel)
            : await Changed(db, order.Table, current, basedOn, cancel);
    }

    /// <summary>Who changed the fact since the version that was on the screen, and what.</summary>
    internal static async Task<Refusal> Changed(SaimaDb db, PackageTable table, FactVersion current, long basedOn, CancellationToken cancel)
    {
        var change = await db.Set<RegisterChange>().AsNoTracking().SingleAsync(one => one.Id == current.ChangeId, cancel);
        var seen = await FactLookup.Version(db, FactKinds.Register(table), basedOn, cancel);
        return EditRefusals.ChangedMeanwhile(current.Id, change, seen is null ? [] : Differences(table, seen, current));
    }

    private static IEnumerable<Problem> Differences(PackageTable table, FactVersion seen, FactVersion current)
    {
        var (before, after) = (FactKinds.EntryOf(table, seen), FactKinds.EntryOf(table, current));
        return after.Where(field => before[field.Key] != field.Value).Select(field =>
        {
            var title = ProfileWords.Column(table.Name, field.Key, typed: true);
            var (was, now) = (ProfileWords.Cell(table.Name, field.Key, before[field.Key]), ProfileWords.Cell(table.Name, field.Key, field.Value));
            return new Problem(Severity.Warning, "CHANGED_MEANWHILE", "", null, null, field.Key, field.Value,
                new($"{title.Zh}已由“{was.Zh}”改为“{now.Zh}”。", $"{title.En} was changed from “{was.En}” to “{now.En}”."), new("核对后决定保留哪一个。", "Decide which one to keep."));
        });
    }
}
