using System.Text.Json;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Places;

/// <summary>A parcel out of GeoJSON that somebody drew or exported: all faults at once, or land that a point can be held against.</summary>
public static class ReadParcel
{
    public const int LongestText = 2 << 20;

    public static Outcome<Parcel> Run(string text, string? system, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var json = JsonDocument.Parse(text);
            var reading = new ParcelReading(file, system);
            reading.CheckSystem(json.RootElement);
            var parcel = reading.Of(ParcelReading.Shapes(json.RootElement), null);
            return reading.Problems.Count > 0 ? PlaceRefusals.ParcelFaulty(reading.Problems) : parcel!;
        }
        catch (JsonException)
        {
            return PlaceRefusals.NoGeoJson(file);
        }
    }
}
