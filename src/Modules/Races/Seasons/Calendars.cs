using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Time;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Seasons;

/// <summary>The calendars that are kept, and what is proposed where none is.</summary>
public static class Calendars
{
    /// <summary>All versions of a season's calendar, the one in force first.</summary>
    public static async Task<IReadOnlyList<SeasonCalendar>> Versions(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<SeasonCalendar>().AsNoTracking().Where(calendar => calendar.Season == season).OrderByDescending(calendar => calendar.Version).ToListAsync(cancel);
    }

    public static IReadOnlyList<RoundPlan> Rounds(SeasonCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return JsonSerializer.Deserialize<RoundPlan[]>(calendar.Rounds) ?? [];
    }

    public static string Text(IReadOnlyList<RoundPlan> rounds) => JsonSerializer.Serialize(rounds);

    /// <summary>The plan in force for a round, with the rule set it goes on with; nothing if no calendar is kept.</summary>
    public static async Task<RoundPlan?> Round(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        var kept = await Versions(db, season, cancel);
        return kept.Count == 0 ? null : InForce(Rounds(kept[0]), round);
    }

    /// <summary>A round's plan with the rule set of the last round up to it that names one.</summary>
    public static RoundPlan? InForce(IReadOnlyList<RoundPlan> rounds, int round) =>
        rounds.FirstOrDefault(plan => plan.Round == round) is { } found
            ? found with { RuleSet = rounds.Where(plan => plan.Round <= round && plan.RuleSet is not null).OrderBy(plan => plan.Round).LastOrDefault()?.RuleSet }
            : null;

    /// <summary>Working days by the holidays of the season's books, as a settlement counts them.</summary>
    public static async Task<WorkingCalendar> Days(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.Set<HolidayFact>().AsNoTracking().Where(day => day.Season == season && day.SupersededBy == null && !day.Withdrawn).Select(day => new { day.Date, day.Kind }).ToListAsync(cancel);
        return new(days.ToDictionary(day => day.Date, day => day.Kind == "work"));
    }

    /// <summary>Working days by the holidays of the season's books and of the next season's, into which its last round reaches.</summary>
    public static async Task<WorkingCalendar> DaysAround(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.Set<HolidayFact>().AsNoTracking().Where(day => (day.Season == season || day.Season == season + 1) && day.SupersededBy == null && !day.Withdrawn)
            .OrderBy(day => day.Season).Select(day => new { day.Date, day.Kind }).ToListAsync(cancel);
        return new(days.GroupBy(day => day.Date).ToDictionary(day => day.Key, day => day.Last().Kind == "work"));
    }

    /// <summary>The calendar in force, or what is proposed.</summary>
    public static async Task<IReadOnlyList<RoundPlan>> Planned(SaimaDb db, int season, CancellationToken cancel)
    {
        var kept = await Versions(db, season, cancel);
        if (kept.Count > 0)
        {
            return Rounds(kept[0]);
        }

        var days = await Days(db, season, cancel);
        return [.. Enumerable.Range(1, Season.RoundsPerSeason).Select(round => RoundPlan.Proposed(season, round, RuleSetDocument.Default.Rules.DeadlineWorkingDays, days))];
    }
}
