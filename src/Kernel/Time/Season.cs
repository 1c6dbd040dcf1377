using System.Globalization;

namespace Saima.Kernel.Time;

/// <summary>A season 赛季: a calendar year of six rounds.</summary>
public readonly record struct Season
{
    public const int RoundsPerSeason = 6;

    public Season(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        Year = year;
    }

    public int Year { get; }

    public IEnumerable<SeasonRound> Rounds
    {
        get
        {
            var season = this;
            return Enumerable.Range(1, RoundsPerSeason).Select(number => new SeasonRound(season, number));
        }
    }

    public override string ToString() => Year.ToString("D4", CultureInfo.InvariantCulture);
}
