using Saima.Kernel.Time;

namespace Saima.Modules.Races.Seasons;

/// <summary>The days of a round in a season's calendar.</summary>
/// <param name="Deadline">填报截止: last day on which a report is on time.</param>
/// <param name="Settling">结算.</param>
/// <param name="ObjectionUntil">异议期满.</param>
/// <param name="Publication">公布.</param>
/// <param name="RuleSet">Fingerprint of the rules in force from this round on; empty goes on with those of the round before.</param>
public sealed record RoundPlan(int Round, DateOnly Deadline, DateOnly Settling, DateOnly ObjectionUntil, DateOnly Publication, string? RuleSet)
{
    /// <summary>Working days after the cut-off of what the rules do not say.</summary>
    private const int SettlingAfterDeadline = 2;
    private const int ObjectionAfterSettling = 5;
    private const int PublicationAfterObjection = 3;

    public const int FewestObjectionDays = 3;
    public const int MostObjectionDays = 5;

    /// <summary>Working days the window of objections is open, from the day after the provisional result is shown.</summary>
    public int ObjectionDays { get; init; } = MostObjectionDays;

    /// <summary>What is proposed where no calendar is kept: the deadline that settling derives, and working days after it.</summary>
    public static RoundPlan Proposed(int season, int round, int deadlineWorkingDays, WorkingCalendar days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var deadline = days.WorkingDayAfter(CutOff(season, round), deadlineWorkingDays);
        var settling = days.WorkingDayAfter(deadline, SettlingAfterDeadline);
        var objection = days.WorkingDayAfter(settling, ObjectionAfterSettling);
        return new(round, deadline, settling, objection, days.WorkingDayAfter(objection, PublicationAfterObjection), null);
    }

    public static DateOnly CutOff(int season, int round) => new SeasonRound(new(season), round).CutOff;
}
