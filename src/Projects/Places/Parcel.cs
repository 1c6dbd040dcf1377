using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Saima.Projects.Places;

/// <summary>地块: the land of a project, one or several pieces by CGCS2000, as GeoJSON (RFC 7946).</summary>
public sealed class Parcel
{
    /// <summary>How far outside of the outline a photo may be taken: what a phone errs, and a step back to get the site into the picture.</summary>
    public const int ToleranceMetres = 100;

    private const double MetresOfDegree = 111_195;
    private static readonly GeometryFactory Plane = new();
    private readonly MultiPolygon shape;

    internal Parcel(MultiPolygon shape) => this.shape = shape;

    /// <summary>As it is stored: degrees with seven decimals.</summary>
    public string GeoJson
    {
        get
        {
            var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            text.AppendJoin(',', shape.Geometries.Cast<Polygon>().Select(piece => $"[{string.Join(',', new[] { piece.ExteriorRing }.Concat(piece.InteriorRings).Select(Ring))}]"));
            return text.Append("]}").ToString();
        }
    }

    public int Corners => shape.NumPoints - shape.Geometries.Cast<Polygon>().Sum(piece => 1 + piece.NumInteriorRings);

    public double SquareMetres => Flat(shape).Area;

    /// <summary>Area and corners, as a history tells one version from another.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{SquareMetres:#,0} · {Corners}");

    /// <summary>A parcel that was stored.</summary>
    public static Parcel Of(string geoJson)
    {
        using var json = JsonDocument.Parse(geoJson);
        var pieces = json.RootElement.GetProperty("coordinates").EnumerateArray().Select(piece =>
        {
            var rings = piece.EnumerateArray().Select(ring => Plane.CreateLinearRing([.. ring.EnumerateArray().Select(at => new Coordinate(at[0].GetDouble(), at[1].GetDouble()))])).ToList();
            return Plane.CreatePolygon(rings[0], [.. rings.Skip(1)]);
        });
        return new(Plane.CreateMultiPolygon([.. pieces]));
    }

    /// <summary>How far outside of the outline a point is; nothing is inside.</summary>
    public double MetresOutside(double latitude, double longitude) => Flat(shape).Distance(Flat(Plane.CreatePoint(new Coordinate(longitude, latitude))));

    // Degrees as metres around the parcel's middle: exact to a few per mille over the size of a parcel.
    private Geometry Flat(Geometry degrees)
    {
        var middle = shape.EnvelopeInternal.Centre;
        var narrowing = Math.Cos(double.DegreesToRadians(middle.Y));
        var flat = degrees.Copy();
        flat.Apply(new ToMetres(middle, narrowing));
        flat.GeometryChanged();
        return flat;
    }

    private static string Ring(LineString ring) => $"[{string.Join(',', ring.Coordinates.Select(at => string.Create(CultureInfo.InvariantCulture, $"[{at.X:0.0000000},{at.Y:0.0000000}]")))}]";

    private sealed class ToMetres(Coordinate middle, double narrowing) : ICoordinateFilter
    {
        public void Filter(Coordinate coord) =>
            (coord.X, coord.Y) = ((coord.X - middle.X) * narrowing * MetresOfDegree, (coord.Y - middle.Y) * MetresOfDegree);
    }
}
