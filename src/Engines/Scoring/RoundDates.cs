namespace Saima.Engines.Scoring;

/// <summary>The days and months every metric of a round is derived with, worked out once.</summary>
internal readonly struct RoundDates
{
    public RoundDates(RoundFrame frame)
    {
        if (frame.Round is < 1 or > 6)
            throw new ArgumentOutOfRangeException(nameof(frame), frame.Round, "A season has the rounds 1 to 6.");
        Season = frame.Season;
        Month = frame.Month;
        MonthIndex = frame.MonthIndex;
        January = 12 * frame.Season;
        CutOff = frame.CutOff;
        FirstDay = new DateOnly(frame.Season, frame.Month - 1, 1).DayNumber;
        Deadline = frame.Deadline;
    }

    public int Season { get; }

    public int Month { get; }

    /// <summary>The cut-off month as <c>12·year + month − 1</c>.</summary>
    public int MonthIndex { get; }

    /// <summary>January of the season as <c>12·year + month − 1</c>.</summary>
    public int January { get; }

    public int CutOff { get; }

    /// <summary>First day of the round's two months.</summary>
    public int FirstDay { get; }

    public int Deadline { get; }

    /// <summary>The month of a day as <c>12·year + month − 1</c>.</summary>
    public static int MonthOf(int day)
    {
        var (year, month, _) = DateOnly.FromDayNumber(day);
        return (12 * year) + month - 1;
    }

    /// <summary>Whether the day is known and not after the cut-off.</summary>
    /// <remarks>One comparison: the unknown day wraps round to the largest number. Branches on dates are what settling would wait for.</remarks>
    public bool HasCome(int day) => unchecked((uint)(day - RoundFacts.NoDate - 1)) <= unchecked((uint)(CutOff - RoundFacts.NoDate - 1));
}
