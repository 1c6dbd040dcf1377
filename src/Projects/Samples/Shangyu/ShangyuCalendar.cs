namespace Saima.Projects.Samples.Shangyu;

/// <summary>Days of the season 2023 as the stories need them.</summary>
internal static class ShangyuCalendar
{
    public const int Season = 2023;

    /// <summary>Last day of month 1 … 12.</summary>
    public static int MonthEnd(int month) => new DateOnly(Season, month, DateTime.DaysInMonth(Season, month)).DayNumber;

    public static int Day(int month, int day) => new DateOnly(Season, month, day).DayNumber;

    /// <summary>Cut-off of round 0 … 5; of −1 the last day of the year before.</summary>
    public static int CutOff(int round) => round < 0 ? Day(1, 1) - 1 : MonthEnd(2 * (round + 1));
}
