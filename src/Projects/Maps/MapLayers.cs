using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;
using Saima.Ui;
using Saima.Ui.Figures;
using Saima.Ui.Maps;

namespace Saima.Projects.Maps;

/// <summary>The operator's own layers: every <c>*.geojson</c> of a folder, named by its <c>name</c> or else by its file.</summary>
/// <param name="Folder">Where they lie; it need not exist.</param>
public sealed record MapLayers(string Folder)
{
    private const long Largest = 20 << 20;

    /// <summary><c>SAIMA_LAYERS</c>, else <c>layers</c> beside the database, else in the data folder.</summary>
    public static MapLayers Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var given = configuration["SAIMA_LAYERS"];
        return new(string.IsNullOrWhiteSpace(given) ? FolderFor(DatabaseAddress.Choose(configuration["db"])) : given);
    }

    public static string FolderFor(DatabaseAddress database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var data = Environment.GetEnvironmentVariable("SAIMA_DATA");
        return Path.Combine(database.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : string.IsNullOrWhiteSpace(data) ? "data" : data, "layers");
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/map/layers/{name}.geojson", (string name, MapLayers layers) =>
            layers.File(name) is not { } file ? Results.NotFound()
            : TraditionalChinese.IsFor(CultureInfo.CurrentUICulture) ? Results.Text(TraditionalChinese.Of(System.IO.File.ReadAllText(file)), "application/geo+json")
            : Results.File(file, "application/geo+json")).WithMetadata(new DeskAttribute { Units = true }, new ForProgramsAttribute(ForProgramsAttribute.Register));
    }

    /// <summary>The layers there are, by name of file.</summary>
    public IReadOnlyList<MapLayer> All() => [.. Files().Select(file => new MapLayer(Written.Name(TitleOf(file)), ProjectsLinks.Layer(Path.GetFileNameWithoutExtension(file))))];

    /// <summary>Copies layers that are not there yet.</summary>
    public void Bring(string folder)
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.GetFiles(folder, "*.geojson"))
        {
            var target = Path.Combine(Folder, Path.GetFileName(file));
            if (!System.IO.File.Exists(target))
            {
                System.IO.File.Copy(file, target);
            }
        }
    }

    private string? File(string name) => Files().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name) is { } found ? Path.GetFullPath(found) : null;

    private IEnumerable<string> Files() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.geojson").Where(file => new FileInfo(file).Length <= Largest).Order(StringComparer.Ordinal) : [];

    // A layer may be large; its name stands before its features.
    private static string TitleOf(string file)
    {
        var start = new byte[1024];
        using var stream = System.IO.File.OpenRead(file);
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        try
        {
            var json = new Utf8JsonReader(start.AsSpan(0, length), isFinalBlock: false, default);
            while (json.Read())
            {
                if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("name") && json.Read() && json.TokenType == JsonTokenType.String)
                {
                    return json.GetString()!;
                }
            }
        }
        catch (JsonException)
        {
            return Path.GetFileNameWithoutExtension(file);
        }

        return Path.GetFileNameWithoutExtension(file);
    }
}
