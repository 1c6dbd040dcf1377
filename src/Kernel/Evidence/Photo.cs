namespace Saima.Kernel.Evidence;

/// <summary>What a photo tells of itself. What the camera wrote can be forged: it advises, it proves nothing.</summary>
/// <param name="TakenAt">By the camera's clock, where it was taken.</param>
/// <param name="Looks">Its <see cref="PerceptualHash"/>.</param>
/// <param name="Thumbnail">WebP, upright, drawn anew: nothing of the uploaded bytes or of their metadata is in it.</param>
public sealed record Photo(int Width, int Height, DateTime? TakenAt, PhotoPlace? Place, ulong Looks, byte[] Thumbnail);

/// <summary>Where a photo was taken, WGS 84 degrees.</summary>
public sealed record PhotoPlace(double Latitude, double Longitude)
{
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Great-circle distance by the haversine formula, exact to 0.5 %.</summary>
    public double MetresTo(PhotoPlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (north, east) = (double.DegreesToRadians(other.Latitude - Latitude), double.DegreesToRadians(other.Longitude - Longitude));
        var half = Square(Math.Sin(north / 2)) + (Math.Cos(double.DegreesToRadians(Latitude)) * Math.Cos(double.DegreesToRadians(other.Latitude)) * Square(Math.Sin(east / 2)));
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Square(double value) => value * value;
}
