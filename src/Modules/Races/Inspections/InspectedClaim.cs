using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Inspections;

/// <summary>Something a project claims and an inspection holds against the facts.</summary>
/// <param name="Item"><c>ytd</c>, <c>progress</c>, <c>started</c>, <c>included</c>, <c>completed</c> or <c>milestone:</c> and its name.</param>
/// <param name="Value">An amount in 万元, a day as <c>2023-08-31</c>, a text; empty for what has not happened.</param>
public sealed record InspectedClaim(string Item, string Value)
{
    public const string YearToDate = "ytd";
    public const string Progress = "progress";
    private const string Milestone = "milestone:";
    private const int LongestText = 200;

    public bool IsAmount => Item == YearToDate;

    public bool IsDay => Item is not (YearToDate or Progress);

    public Phrase Title => Item switch
    {
        YearToDate => new("年初至今完成投资（万元）", "Invested since January, in 10,000 yuan"),
        Progress => new("形象进度", "Physical progress"),
        "started" => new("开工日期", "Started on"),
        "included" => new("入库日期", "Counted in the statistics on"),
        "completed" => new("竣工日期", "Completed on"),
        _ => new($"节点“{Item[Milestone.Length..]}”完成日期", $"Milestone “{Item[Milestone.Length..]}” reached on"),
    };

    /// <summary>What the frozen data claim of a project, as far as the round goes.</summary>
    /// <param name="at">Row of the project in the package.</param>
    public static IReadOnlyList<InspectedClaim> Of(DataPackage package, int at, Month last)
    {
        ArgumentNullException.ThrowIfNull(package);
        var facts = package.Facts;
        var reports = Enumerable.Range(facts.ReportStart[at], facts.ReportStart[at + 1] - facts.ReportStart[at]).Where(row => facts.ReportMonth[row] <= last.Index && facts.ReportMonth[row] / 12 == last.Year).ToList();
        var milestones = Enumerable.Range(facts.MilestoneStart[at], facts.MilestoneStart[at + 1] - facts.MilestoneStart[at])
            .Select(row => (Name: package.MilestoneNames[row]!, Planned: DateOnly.FromDayNumber(facts.MilestonePlannedOn[row]), Reached: Day(facts.MilestoneAchievedOn[row])));
        return Of(last, reports.Count == 0 ? null : (facts.ReportYtd[reports[^1]], package.ReportProgress[reports[^1]]), Day(facts.StartedOn[at]), Day(facts.IncludedOn[at]), Day(facts.CompletedOn[at]), milestones);
    }

    /// <summary>What the register claims now.</summary>
    public static async Task<IReadOnlyList<InspectedClaim>> Now(SaimaDb db, int season, string project, Month last, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (first, until) = (season * 100, (season * 100) + last.Number);
        var report = await db.Set<ReportFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Project == project && fact.Month > first && fact.Month <= until && fact.SupersededBy == null && !fact.Withdrawn)
            .OrderByDescending(fact => fact.Month).FirstOrDefaultAsync(cancel);
        var fact = await db.Set<ProjectFact>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == season && one.Project == project && one.SupersededBy == null && !one.Withdrawn, cancel);
        var milestones = await db.Set<MilestoneFact>().AsNoTracking().Where(one => one.Season == season && one.Project == project && one.SupersededBy == null && !one.Withdrawn).OrderBy(one => one.Name).ToListAsync(cancel);
        return Of(last, report is null ? null : (report.YearToDate, report.Progress), fact?.StartedOn, fact?.IncludedOn, fact?.CompletedOn, milestones.Select(one => (one.Name, one.PlannedOn, one.AchievedOn)));
    }

    public static IReadOnlyList<InspectedClaim> Read(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return JsonSerializer.Deserialize<List<InspectedClaim>>(inspection.Claims)!;
    }

    public static string Text(IReadOnlyList<InspectedClaim> claims) => JsonSerializer.Serialize(claims);

    /// <summary>What somebody typed, in the form of this claim; nothing if it has another form.</summary>
    public string? Form(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        typed = typed.Trim();
        return IsAmount ? ReadMoney.Run(typed, MoneyUnit.TenThousandYuan) is { Refusal: null, Value: var amount } ? FormatMoney.Exact(amount.Amount) : null
            : !IsDay ? typed.Length <= LongestText ? typed : null
            : typed.Length == 0 || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null;
    }

    private static List<InspectedClaim> Of(
        Month last, (long YearToDate, string? Progress)? report, DateOnly? started, DateOnly? included, DateOnly? completed, IEnumerable<(string Name, DateOnly Planned, DateOnly? Reached)> milestones) =>
    [
        new(YearToDate, FormatMoney.Exact(report?.YearToDate ?? 0)),
        new(Progress, report?.Progress ?? ""),
        new("started", Written(started)),
        new("included", Written(included)),
        new("completed", Written(completed)),
        .. milestones.Where(one => one.Planned <= last.LastDay || one.Reached is not null).Select(one => new InspectedClaim(Milestone + one.Name, Written(one.Reached))),
    ];

    private static DateOnly? Day(int day) => day == RoundFacts.NoDate ? null : DateOnly.FromDayNumber(day);

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
