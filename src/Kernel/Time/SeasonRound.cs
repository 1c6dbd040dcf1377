using System.Globalization;

namespace Saima.Kernel.Time;

/// <summary>A round 轮次 of a season: two months, settled on the facts known at the end of the second.</summary>
public readonly record struct SeasonRound
{
    public const int MonthsPerRound = 2;

    public SeasonRound(Season season, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Season.RoundsPerSeason);
        (Season, Number) = (season, number);
    }

    public Season Season { get; }

    /// <summary>1 to 6.</summary>
    public int Number { get; }

    public Month FirstMonth => LastMonth.Plus(1 - MonthsPerRound);

    public Month LastMonth => new(Season.Year, Number * MonthsPerRound);

    /// <summary>Last day whose facts count 截止日.</summary>
    public DateOnly CutOff => LastMonth.LastDay;

    /// <summary>The round before it in the season; none before the first.</summary>
    public SeasonRound? Previous => Number == 1 ? null : new SeasonRound(Season, Number - 1);

    /// <summary>The round a day belongs to.</summary>
    public static SeasonRound Of(DateOnly day) => new(new(day.Year), (day.Month + MonthsPerRound - 1) / MonthsPerRound);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Season}-R{Number}");
}
