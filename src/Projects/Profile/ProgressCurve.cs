using Saima.Engines.Forecasting;

namespace Saima.Projects.Profile;

/// <summary>The S-curve of a project in its season: cumulative plan and cumulative investment by month, 元.</summary>
public sealed record ProgressCurve
{
    private const int Months = 12;

    /// <summary>Planned at the end of each month of the year; twelve.</summary>
    public required IReadOnlyList<long> Planned { get; init; }

    /// <summary>Reported year to date by month; empty where no report came.</summary>
    public required IReadOnlyList<long?> Done { get; init; }

    /// <summary>There are no monthly plans: the annual plan is spread evenly.</summary>
    public required bool Spread { get; init; }

    /// <summary>Last month with a report, 1 to 12; 0 if there is none.</summary>
    public int Reported => Done.Select((value, at) => value is null ? 0 : at + 1).Max();

    /// <summary>Where the project stands in its plan at the last report; empty without a report or where the plan cannot be read so.</summary>
    public ScheduleReading? Schedule => Reported == 0 || Planned.Zip(Planned.Skip(1)).Any(pair => pair.Second < pair.First) ? null : EarnedSchedule.Read(Planned, Done[Reported - 1]!.Value, Reported);

    public static ProgressCurve Of(ProjectProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var planned = new long[Months];
        foreach (var plan in profile.Plans.Where(plan => plan.Month / 100 == profile.Project.Season))
        {
            planned[(plan.Month % 100) - 1] = plan.Planned;
        }

        var spread = profile.Plans.Count == 0;
        for (var month = 0; month < Months; month++)
        {
            planned[month] = spread ? (long)((Int128)profile.Project.AnnualPlan * (month + 1) / Months) : planned[month] + (month == 0 ? 0 : planned[month - 1]);
        }

        var done = new long?[Months];
        foreach (var report in profile.Reports.Where(report => report.Month / 100 == profile.Project.Season))
        {
            done[(report.Month % 100) - 1] = report.YearToDate;
        }

        return new() { Planned = planned, Done = done, Spread = spread };
    }
}
