using System.Globalization;

namespace Saima.Projects.Places;

/// <summary>A point by CGCS2000 (EPSG:4490), in ten-millionths of a degree: about a centimetre, and exact in every database.</summary>
public readonly record struct Position(long Lon, long Lat)
{
    public const int Digits = 7;
    public const decimal Scale = 10_000_000m;

    public double Longitude => Lon / (double)Scale;

    public double Latitude => Lat / (double)Scale;

    /// <summary>Degrees with seven decimals, as they are stored.</summary>
    public static string Text(long degrees) => (degrees / Scale).ToString("0.0000000", CultureInfo.InvariantCulture);

    public override string ToString() => $"{Text(Lon)}, {Text(Lat)}";

    /// <summary>Degrees to the digits that are kept.</summary>
    public static Position Of(decimal longitude, decimal latitude) =>
        new((long)Math.Round(longitude * Scale, MidpointRounding.AwayFromZero), (long)Math.Round(latitude * Scale, MidpointRounding.AwayFromZero));
}
