using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Places;

/// <summary>Longitude and latitude as somebody typed them: every fault at once, each with its field.</summary>
public static class ReadPosition
{
    /// <summary>Coordinates copied out of 高德 or 腾讯.</summary>
    public const string Shifted = "gcj02";

    // The box around China; whoever is outside of it has mistyped, or has another system of coordinates.
    private const decimal West = 73.4m, East = 135.1m, South = 3.8m, North = 53.6m;

    private static readonly Phrase Remedy = new("写十进制的度，例如经度 120.8710000、纬度 30.0320000。", "Write decimal degrees, e.g. longitude 120.8710000 and latitude 30.0320000.");

    /// <param name="problems">Where faults are added, for the columns <c>lon</c> and <c>lat</c>.</param>
    /// <returns>Nothing if there is a fault.</returns>
    public static Position? Run(string? lon, string? lat, string? system, Action<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var (longitude, latitude) = (Degrees("lon", lon, problems), Degrees("lat", lat, problems));
        if (longitude is not { } x || latitude is not { } y)
        {
            return null;
        }

        if (x is >= South and <= North && y is >= West and <= East)
        {
            problems(Fault("lon", lon, "SWAPPED", new("经度和纬度像是写反了。", "Longitude and latitude seem to be swapped."), new("两个数对调：中国的经度在 73 到 136 之间，纬度在 3 到 54 之间。", "Swap them: in China the longitude is between 73 and 136, the latitude between 3 and 54.")));
            return null;
        }

        var outside = false;
        foreach (var (field, text, value, least, most) in new[] { ("lon", lon, x, West, East), ("lat", lat, y, South, North) })
        {
            if (value < least || value > most)
            {
                problems(Fault(field, text, "OUTSIDE_CHINA", new($"{(field == "lon" ? "经度" : "纬度")}不在中国范围内（{least:0.#}–{most:0.#}）。", $"The {(field == "lon" ? "longitude" : "latitude")} is outside of China ({least:0.#}–{most:0.#})."), Remedy));
                outside = true;
            }
        }

        return outside ? null : system == Shifted ? Gcj02.To(Position.Of(x, y)) : Position.Of(x, y);
    }

    private static decimal? Degrees(string field, string? text, Action<Problem> problems)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            problems(Fault(field, typed, "MISSING_VALUE", field == "lon" ? new("没有填经度。", "The longitude is missing.") : new("没有填纬度。", "The latitude is missing."), Remedy));
            return null;
        }

        if (decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 360)
        {
            return degrees;
        }

        problems(Fault(field, typed, "BAD_DEGREES", new("不是十进制的度数。", "These are not decimal degrees."), Remedy));
        return null;
    }

    private static Problem Fault(string field, string? text, string code, Phrase message, Phrase remedy) =>
        new(Severity.Error, code, "", null, null, field, text is { Length: > 40 } ? text[..40] : text, message, remedy);
}
