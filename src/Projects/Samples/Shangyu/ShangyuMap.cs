using System.Globalization;
using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Places;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>
/// Writes <c>samples/shangyu-2023-map</c>: an invented district, drawn at sea where nobody can take it for a real one, and places in it for the invented projects of the invented towns.
/// Real towns and their projects are not on it.
/// </summary>
public static class ShangyuMap
{
    private const int Columns = 4;
    private const int Rows = 3;
    private const long West = 1_232_000_000;
    private const long South = 300_500_000;
    private const long Width = 1_150_000;
    private const long Height = 1_000_000;
    private const ulong Seed = 2023;

    // Two corners of the grid are sea, so that the outline is no rectangle.
    private static readonly (int Column, int Row)[] Sea = [(0, 0), (3, 2)];

    // Before what is drawn from them.
    private static (int Column, int Row)[] Cells { get; } =
        [.. Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Range(0, Columns).Select(column => (column, row))).Where(cell => !Sea.Contains(cell))];

    private static (string Code, string Name, UnitClass Class)[] Units { get; } = [.. ShangyuUnits.Invented.Where(unit => unit.Class != UnitClass.Department)];

    /// <summary>Towns and their outlines, each closed.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Position> Outline)> Towns { get; } = Draw();

    /// <summary>Where the projects of those towns are.</summary>
    public static IReadOnlyList<(string Project, Position At)> Places { get; } = Place();

    public static void Run(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "layers"));
        File.WriteAllText(Path.Combine(folder, "layers", "towns.geojson"), Layer());
        File.WriteAllText(Path.Combine(folder, "places.csv"), "project,lon,lat\n" + string.Concat(Places.Select(place => $"{place.Project},{Position.Text(place.At.Lon)},{Position.Text(place.At.Lat)}\n")));
    }

    private static List<(string Name, IReadOnlyList<Position> Outline)> Draw()
    {
        var towns = new List<(string, IReadOnlyList<Position>)>();
        for (var i = 0; i < Units.Length; i++)
        {
            var (column, row) = Cells[i];
            Position[] corners = [Corner(column, row), Corner(column + 1, row), Corner(column + 1, row + 1), Corner(column, row + 1)];
            var outline = new List<Position>();
            for (var side = 0; side < 4; side++)
            {
                outline.Add(corners[side]);
                outline.Add(Middle(corners[side], corners[(side + 1) % 4]));
            }

            towns.Add((Units[i].Name, [.. outline, outline[0]]));
        }

        return towns;
    }

    private static List<(string Project, Position At)> Place()
    {
        var places = new List<(string, Position)>();
        var first = 3 + Stories.OfRealUnits.Length;
        for (var i = 0; i < Stories.OfInventedUnits.Length; i++)
        {
            var unit = Array.IndexOf(Units, ShangyuUnits.Invented[i % ShangyuUnits.Invented.Length]);
            if (unit >= 0)
            {
                var (column, row) = Cells[unit];
                var drawn = SplitMix64.Of(Seed, 10_000 + i);
                places.Add((string.Create(CultureInfo.InvariantCulture, $"P{first + i:D3}"), Inside(column, row, drawn.Between(260, 740), drawn.Between(260, 740))));
            }
        }

        return places;
    }

    // Per mille from the left and from below.
    private static Position Inside(int column, int row, long right, long up)
    {
        var (a, b, c, d) = (Corner(column, row), Corner(column + 1, row), Corner(column + 1, row + 1), Corner(column, row + 1));
        long Mix(long w, long x, long y, long z) => (((1000 - right) * (1000 - up) * w) + (right * (1000 - up) * x) + (right * up * y) + ((1000 - right) * up * z)) / 1_000_000;
        return new(Mix(a.Lon, b.Lon, c.Lon, d.Lon), Mix(a.Lat, b.Lat, c.Lat, d.Lat));
    }

    private static Position Corner(int column, int row)
    {
        var drawn = SplitMix64.Of(Seed, (100 * column) + row);
        return new(West + (column * Width) + drawn.Between(-200_000, 200_000), South + (row * Height) + drawn.Between(-180_000, 180_000));
    }

    // A side has one bend, the same from both towns.
    private static Position Middle(Position one, Position other)
    {
        var drawn = SplitMix64.Of(Seed, one.Lon + other.Lon);
        return new(((one.Lon + other.Lon) / 2) + drawn.Between(-90_000, 90_000), ((one.Lat + other.Lat) / 2) + drawn.Between(-90_000, 90_000));
    }

    private static string Layer()
    {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"name\":\"示例区（虚构）\",\"features\":[\n");
        text.AppendJoin(",\n", Towns.Select(town =>
            $"{{\"type\":\"Feature\",\"properties\":{{\"name\":\"{town.Name}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{string.Join(',', town.Outline.Select(at => $"[{Position.Text(at.Lon)},{Position.Text(at.Lat)}]"))}]]}}}}"));
        return text.Append("\n]}\n").ToString();
    }
}
