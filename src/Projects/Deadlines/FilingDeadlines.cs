using System.Text.Json;

namespace Saima.Projects.Deadlines;

/// <summary>A month with days of its own.</summary>
/// <param name="Month">1 to 12.</param>
public sealed record MonthDays(int Month, DateOnly Opens, DateOnly Closes);

/// <summary>填报期限: when the monthly reports of a season are handed in, checked and accepted, from one of its months on. Never changed: a correction is the next version.</summary>
public sealed class FilingDeadlines
{
    public const int LatestOpening = 28;
    public const int MostDays = 20;

    public long Id { get; set; }

    public int Season { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>First month it holds for, 1 to 12.</summary>
    public int FromMonth { get; set; }

    /// <summary>Day of the month from which its report is taken in, 1 to 28.</summary>
    public int OpeningDay { get; set; }

    /// <summary>Working days after the end of the month until the last day for reports, 1 to 20.</summary>
    public int ReportDays { get; set; }

    /// <summary>Working days after that for the checks, 0 to 20.</summary>
    public int CheckDays { get; set; }

    /// <summary>Working days after those for accepting, 0 to 20.</summary>
    public int AcceptDays { get; set; }

    /// <summary>Months with days of their own, as JSON in the order of the months.</summary>
    public string OwnDays { get; set; } = "[]";

    /// <summary>Number of the document or name of the meeting it rests on.</summary>
    public required string Document { get; set; }

    public required string KeptBy { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    /// <summary>What holds where a district has set nothing: from the 25th to the fifth working day, two working days to check, one to accept.</summary>
    public static FilingDeadlines Example(int season) => new() { Season = season, FromMonth = 1, OpeningDay = 25, ReportDays = 5, CheckDays = 2, AcceptDays = 1, Document = "", KeptBy = "" };

    public IReadOnlyList<MonthDays> Own() => JsonSerializer.Deserialize<MonthDays[]>(OwnDays) ?? [];

    public static string Text(IEnumerable<MonthDays> own) => JsonSerializer.Serialize(own.OrderBy(days => days.Month));
}
