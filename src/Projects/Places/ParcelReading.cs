using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Places;

/// <summary>Parcels of one file as they are read, with all that is wrong with them.</summary>
/// <param name="system"><see cref="ReadPosition.Shifted"/> if it was drawn on a commercial map.</param>
public sealed class ParcelReading(string file, string? system)
{
    private const int MostCorners = 5_000;
    private const double LargestSquareMetres = 200e6;
    private static readonly GeometryFactory Plane = new();
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Coordinates of a survey in metres have another system; old GeoJSON says so.</summary>
    public void CheckSystem(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("crs", out var crs) && crs.ToString() is var named && named.Length > 0
            && !new[] { "4490", "4326", "CRS84", "null" }.Any(known => named.Contains(known, StringComparison.OrdinalIgnoreCase)))
        {
            Wrong("PARCEL_SYSTEM", null, named, new("坐标系不是 CGCS2000 经纬度。", "The coordinates are not degrees by CGCS2000."), new("导出时选 CGCS2000（EPSG:4490）经纬度。", "Export it as CGCS2000 (EPSG:4490) degrees."));
        }
    }

    /// <summary>One parcel of all shapes; nothing where one is faulty.</summary>
    /// <param name="row">Which of several it is.</param>
    public Parcel? Of(IEnumerable<JsonElement> shapes, long? row)
    {
        var before = problems.Count;
        var pieces = new List<Polygon>();
        foreach (var shape in shapes)
        {
            var kind = shape.ValueKind == JsonValueKind.Object && shape.TryGetProperty("type", out var type) ? type.ToString() : "";
            if (kind is not ("Polygon" or "MultiPolygon") || !shape.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            {
                Wrong("PARCEL_NO_POLYGON", row, kind, new("不是面（Polygon、MultiPolygon）。", "This is no polygon."), new("只留地块的面，去掉点和线。", "Keep the polygons of the parcel only."));
                continue;
            }

            foreach (var piece in kind == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray())
            {
                if (Piece(piece, row) is { } read)
                {
                    pieces.Add(read);
                }
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        if (pieces.Count == 0 || pieces.Sum(piece => piece.NumPoints) > MostCorners)
        {
            Wrong(pieces.Count == 0 ? "PARCEL_EMPTY" : "PARCEL_CORNERS", row, null,
                pieces.Count == 0 ? new("里面没有面。", "It holds no polygon.") : new($"角点超过 {MostCorners} 个。", $"It has more than {MostCorners} corners."),
                pieces.Count == 0 ? new("导出地块的面。", "Export the polygon of the parcel.") : new("先简化边界。", "Simplify the outline first."));
            return null;
        }

        return Sound(Plane.CreateMultiPolygon([.. pieces]), row);
    }

    /// <summary>The geometries of a document: its own, its feature's, or those of all its features.</summary>
    public static IReadOnlyList<JsonElement> Shapes(JsonElement root) => root.ValueKind != JsonValueKind.Object ? [root]
        : root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array ? [.. features.EnumerateArray().SelectMany(Shapes)]
        : root.TryGetProperty("geometry", out var geometry) ? [geometry]
        : [root];

    private Parcel? Sound(MultiPolygon shape, long? row)
    {
        var validity = new IsValidOp(shape);
        if (!validity.IsValid)
        {
            var at = validity.ValidationError.Coordinate;
            Wrong("PARCEL_CROSSES", row, string.Create(CultureInfo.InvariantCulture, $"{at.X:0.0000000}, {at.Y:0.0000000}"), new("边界自相交或几块重叠。", "The outline crosses itself, or pieces overlap."), new("在图上改好这个位置再导出。", "Mend this spot on the drawing and export it again."));
            return null;
        }

        var parcel = new Parcel(shape);
        if (parcel.SquareMetres is < 1 or > LargestSquareMetres)
        {
            Wrong("PARCEL_AREA", row, string.Create(CultureInfo.InvariantCulture, $"{parcel.SquareMetres:0}"), new("面积不像一个项目的地块。", "The area is not that of a project's land."), new("核对坐标和单位：应是十进制的度。", "Check coordinates and unit: they are decimal degrees."));
            return null;
        }

        return parcel;
    }

    private Polygon? Piece(JsonElement piece, long? row)
    {
        var rings = new List<LinearRing>();
        foreach (var ring in piece.ValueKind == JsonValueKind.Array ? piece.EnumerateArray().ToArray() : [])
        {
            if (Ring(ring, row) is not { } read)
            {
                return null;
            }

            rings.Add(read);
        }

        if (rings.Count == 0)
        {
            Wrong("PARCEL_RING", row, null, new("一个面没有边界。", "A polygon has no outline."), new("重新导出。", "Export it again."));
            return null;
        }

        return Plane.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private LinearRing? Ring(JsonElement ring, long? row)
    {
        var corners = new List<Coordinate>();
        foreach (var corner in ring.ValueKind == JsonValueKind.Array ? ring.EnumerateArray().ToArray() : [])
        {
            if (corner.ValueKind != JsonValueKind.Array || corner.GetArrayLength() < 2 || corner[0].ValueKind != JsonValueKind.Number || corner[1].ValueKind != JsonValueKind.Number)
            {
                Wrong("PARCEL_CORNER", row, corner.ToString(), new("一个角点不是经度、纬度两个数。", "A corner is not the two numbers longitude and latitude."), new("重新导出。", "Export it again."));
                return null;
            }

            // By the same rules as a place that is typed; the first fault of a ring speaks for all its corners.
            var found = problems.Count;
            if (ReadPosition.Run(corner[0].GetRawText(), corner[1].GetRawText(), system, problem => problems.Add(problem with { File = file, Row = row })) is not { } at)
            {
                problems.RemoveRange(found + 1, problems.Count - found - 1);
                return null;
            }

            corners.Add(new(at.Longitude, at.Latitude));
        }

        if (corners.Count < 4 || !corners[0].Equals2D(corners[^1]))
        {
            Wrong("PARCEL_RING", row, $"{corners.Count}", new("边界没有闭合，或不足三个角。", "The outline is not closed, or has fewer than three corners."), new("首尾用同一个点。", "Let it end where it begins."));
            return null;
        }

        return Plane.CreateLinearRing([.. corners]);
    }

    private void Wrong(string code, long? row, string? value, Phrase message, Phrase remedy) =>
        problems.Add(new(Severity.Error, code, file, null, row, "parcel", value is { Length: > 60 } ? value[..60] : value, message, remedy));
}
