using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Editing;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Objections;

/// <summary>A fact of the register as it is typed when it is corrected.</summary>
/// <param name="Id">The current version.</param>
/// <param name="ChangeId">The change that wrote it.</param>
internal sealed record RegisterFact(long Id, long ChangeId, Dictionary<string, string> Fields)
{
    private static readonly (string Earlier, string Later)[] Orders =
        [("started_on", "included_on"), ("started_on", "completed_on"), ("suspended_from", "suspended_to"), ("raised_on", "due_on"), ("raised_on", "closed_on")];

    /// <returns>Empty if the register no longer has it.</returns>
    public static async Task<RegisterFact?> Read(SaimaDb db, int season, string project, ContestedItem item, CancellationToken cancel)
    {
        switch (item.Table)
        {
            case "projects":
                return await Current<ProjectFact>(db, season).SingleOrDefaultAsync(fact => fact.Project == project, cancel) is { } own ? new(own.Id, own.ChangeId, new(EditProject.EntryOf(own))) : null;
            case "reports":
                var month = Month.TryParse(item.Key, out var of) ? (100 * of.Year) + of.Number : 0;
                return await Current<ReportFact>(db, season).SingleOrDefaultAsync(fact => fact.Project == project && fact.Month == month, cancel) is { } report
                    ? new(report.Id, report.ChangeId, new() { ["month"] = item.Key, ["invested"] = FormatMoney.Exact(report.Invested), ["ytd"] = FormatMoney.Exact(report.YearToDate), ["submitted_on"] = Day(report.SubmittedOn), ["verified"] = report.Verified ? "true" : "false", ["progress"] = report.Progress ?? "" })
                    : null;
            case "milestones":
                return await Current<MilestoneFact>(db, season).SingleOrDefaultAsync(fact => fact.Project == project && fact.Name == item.Key, cancel) is { } milestone
                    ? new(milestone.Id, milestone.ChangeId, new() { ["name"] = milestone.Name, ["planned_on"] = Day(milestone.PlannedOn), ["achieved_on"] = Day(milestone.AchievedOn) })
                    : null;
            default:
                return await Current<IssueFact>(db, season).SingleOrDefaultAsync(fact => fact.Project == project && fact.Title == item.Key, cancel) is { } issue
                    ? new(issue.Id, issue.ChangeId, new() { ["title"] = issue.Title, ["level"] = FormattableString.Invariant($"L{issue.Level}"), ["raised_on"] = Day(issue.RaisedOn), ["due_on"] = Day(issue.DueOn), ["closed_on"] = Day(issue.ClosedOn) })
                    : null;
        }
    }

    /// <summary>The fact with a value corrected.</summary>
    /// <param name="ground">Why a project is suspended, where none is on record.</param>
    public void Correct(ContestedItem item, string value, string ground)
    {
        Fields[item.Field] = value;
        if (item.Field == "suspended_from" && value.Length > 0 && Fields["suspension_reason"].Length == 0)
        {
            Fields["suspension_reason"] = ground;
        }
    }

    /// <summary>Days that contradict each other, which no door of the register lets in.</summary>
    public Refusal? Contradiction() => Orders.Any(order => Fields.GetValueOrDefault(order.Later) is { Length: > 0 } later && string.CompareOrdinal(Fields[order.Earlier], later) is var way && (Fields[order.Earlier].Length == 0 || way > 0))
        ? ObjectionRefusals.DaysContradict : null;

    private static IQueryable<T> Current<T>(SaimaDb db, int season)
        where T : SeasonFact => db.Set<T>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
