using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Profile;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>A project as somebody typed it.</summary>
/// <param name="BasedOn">The version that was on the screen; empty for a new project.</param>
/// <param name="Fields">Texts by the names of the columns of a data package.</param>
/// <param name="By">Who edits.</param>
/// <param name="Reason">Why; a correction needs it.</param>
public sealed record EditOrder(int Season, long? BasedOn, IReadOnlyDictionary<string, string> Fields, string By, string? Reason)
{
    /// <summary>Who is signed in; empty on the command line, which may write for every unit.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>What an edit did.</summary>
/// <param name="ChangeId">The change it is known by; empty if nothing differed.</param>
public sealed record Edited(string Project, long? ChangeId);

/// <summary>Writes one project as it was typed: a new one, or a new version of one. Whoever edits a version that is no longer current sees what changed, and decides.</summary>
public static class EditProject
{
    public static async Task<Outcome<Edited>> Run(SaimaDb db, TimeProvider time, EditOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(order);
        var units = await db.Set<UnitFact>().Where(unit => unit.Season == order.Season && unit.SupersededBy == null && !unit.Withdrawn).Select(unit => unit.Code).ToHashSetAsync(cancel);
        var entry = new ReadEntry(PackageTable.Projects, order.Fields, units);
        var cells = entry.Run(order.Season);
        var (by, reason) = (ReadEntry.Tidy(order.By), ReadEntry.Tidy(order.Reason));
        Needed(entry, "by", by, new("请写明经办人。", "Say who you are."));
        if (order.BasedOn is not null)
        {
            Needed(entry, "reason", reason, new("更正要写明理由。", "A correction needs its reason."));
        }

        if (entry.Problems.Count > 0)
        {
            return EditRefusals.Faulty(entry.Problems);
        }

        var project = (string)cells[1]!;
        var facts = new List<FactRows> { new(FactTable.Projects, 1, [cells]) };
        if (cells[3] is string code)
        {
            facts.Add(new(FactTable.Identifiers, 1, [[project, "national", code, null, null]]) { OnlyAbsent = true });
        }

        var import = new ImportOrder(order.Season, null, by, reason.Length == 0 ? null : reason) { Kind = RegisterChange.Record };
        var outcome = await ImportFacts.Guarded(db, time, import, facts, guarded => Guard(guarded, order, project, cells, cancel), null, cancel);
        return outcome.Refusal is { } refusal ? refusal : new Edited(project, outcome.Value!.ChangeId);
    }

    private static async Task<Refusal?> Guard(SaimaDb db, EditOrder order, string project, object?[] cells, CancellationToken cancel)
    {
        var unit = (string)cells[1 + PackageTable.Projects.Column("unit")]!;
        var current = await db.Set<ProjectFact>().AsNoTracking()
            .SingleOrDefaultAsync(fact => fact.Season == order.Season && fact.Project == project && fact.SupersededBy == null && !fact.Withdrawn, cancel);
        // Neither out of another's unit nor into it.
        if (order.Actor is { } actor && (!actor.WritesFor(unit) || (current is not null && !actor.WritesFor(current.Unit))))
        {
            return EditRefusals.NotYours;
        }

        if (order.BasedOn is not { } basedOn)
        {
            return current is null ? null : EditRefusals.Taken(project, current.Name);
        }

        if (current is null)
        {
            return EditRefusals.Gone(project);
        }

        if (current.Id == basedOn)
        {
            return current.AnnualPlan != (long)cells[1 + PackageTable.Projects.Column("annual_plan")]! && await KeepBaseline.Has(db, order.Season, project, cancel) ? PlanRefusals.ByDecisionOnly : null;
        }

        var change = await db.Set<RegisterChange>().AsNoTracking().SingleAsync(one => one.Id == current.ChangeId, cancel);
        var seen = await db.Set<ProjectFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == basedOn && fact.Season == order.Season && fact.Project == project, cancel);
        return EditRefusals.ChangedMeanwhile(current.Id, change, seen is null ? [] : Differences(seen, current));
    }

    private static IEnumerable<Problem> Differences(ProjectFact seen, ProjectFact current)
    {
        var (before, after) = (EntryOf(seen), EntryOf(current));
        return after.Where(field => before[field.Key] != field.Value).Select(field =>
        {
            var title = ProfileWords.Column("projects", field.Key, typed: true);
            return new Problem(Severity.Warning, "CHANGED_MEANWHILE", "", null, null, field.Key, field.Value,
                new($"{title.Zh}已由“{before[field.Key]}”改为“{field.Value}”。", $"{title.En} was changed from “{before[field.Key]}” to “{field.Value}”."),
                new("核对后决定保留哪一个。", "Decide which one to keep."));
        });
    }

    /// <summary>A version as it is typed.</summary>
    public static IReadOnlyDictionary<string, string> EntryOf(ProjectFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        object?[] values =
        [
            fact.Project, fact.Name, fact.Code, fact.Unit, fact.Town, fact.Class, fact.TotalInvestment, fact.AnnualPlan, fact.OpeningCumulative, fact.PlannedStart, fact.StartedOn,
            fact.IncludedOn, fact.PlannedCompletion, fact.CompletedOn, fact.ListedOn, fact.SuspendedFrom, fact.SuspendedTo, fact.SuspensionReason,
        ];
        return PackageTable.Projects.Columns.Zip(values).ToDictionary(pair => pair.First.Name, pair => pair.Second switch
        {
            null => "",
            long yuan => Kernel.Money.FormatMoney.Exact(yuan),
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            var text => (string)text,
        });
    }

    internal static void Needed(ReadEntry entry, string field, string value, Phrase message)
    {
        if (value.Length is 0 or > 200)
        {
            entry.Problems.Add(new(Severity.Error, "MISSING_VALUE", "", null, null, field, value, message, new("填上这一项，不超过 200 个字。", "Fill it in, with at most 200 characters.")));
        }
    }
}
