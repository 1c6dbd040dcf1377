namespace Saima.Projects.Places;

/// <summary>
/// GCJ-02 火星坐标: the shifted coordinates of Chinese commercial maps (高德, 腾讯), by the algorithm that is commonly known. Only for links into those maps and for reading
/// what was copied out of them; nothing is stored in it.
/// </summary>
public static class Gcj02
{
    private const double Axis = 6378245.0;
    private const double Eccentricity = 0.00669342162296594323;

    public static Position From(Position position)
    {
        var (east, north) = Shift(position.Longitude, position.Latitude);
        return Position.Of((decimal)(position.Longitude + east), (decimal)(position.Latitude + north));
    }

    /// <summary>The point that is shifted to this one; a few steps are exact to the digits that are kept.</summary>
    public static Position To(Position shifted)
    {
        var (longitude, latitude) = (shifted.Longitude, shifted.Latitude);
        for (var step = 0; step < 8; step++)
        {
            var (east, north) = Shift(longitude, latitude);
            (longitude, latitude) = (shifted.Longitude - east, shifted.Latitude - north);
        }

        return Position.Of((decimal)longitude, (decimal)latitude);
    }

    private static (double East, double North) Shift(double longitude, double latitude)
    {
        var (x, y) = (longitude - 105, latitude - 35);
        var waves = ((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) * 2 / 3;
        var north = -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x))) + waves
            + (((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) * 2 / 3) + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);
        var east = 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x))) + waves
            + (((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) * 2 / 3) + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);
        var radians = latitude / 180 * Math.PI;
        var magic = 1 - (Eccentricity * Math.Sin(radians) * Math.Sin(radians));
        var root = Math.Sqrt(magic);
        return (east * 180 / (Axis / root * Math.Cos(radians) * Math.PI), north * 180 / (Axis * (1 - Eccentricity) / (magic * root) * Math.PI));
    }
}
