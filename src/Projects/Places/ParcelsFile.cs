using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary>A GeoJSON file of parcels: each feature names its project; several features of one project are pieces of one parcel.</summary>
public static class ParcelsFile
{
    private const long Largest = 50 << 20;
    private static readonly string[] Names = ["project", "项目编号", "项目"];

    public static bool Is(string path) => Path.GetExtension(path).ToUpperInvariant() is ".GEOJSON" or ".JSON";

    /// <summary>Imports a file into the register, as one change that can be undone; all of it or nothing.</summary>
    public static async Task<Outcome<Imported>> Run(SaimaDb db, TimeProvider time, string path, int season, string by, string? reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return PlaceRefusals.Missing(path);
        }

        try
        {
            using var json = new FileInfo(path).Length <= Largest ? JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancel)) : null;
            if (json is null || json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                return PlaceRefusals.NoGeoJson(file);
            }

            var reading = new ParcelReading(file, null);
            reading.CheckSystem(json.RootElement);
            var problems = new List<Problem>();
            var known = await db.Set<ProjectFact>().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Project).ToHashSetAsync(cancel);
            var parcels = new List<object?[]>();
            foreach (var group in features.EnumerateArray().Select((feature, at) => (Feature: feature, Row: (long?)at + 1)).GroupBy(one => ProjectOf(one.Feature)))
            {
                var row = group.First().Row;
                if (group.Key is not { } project || !known.Contains(project))
                {
                    problems.Add(new(Severity.Error, "NO_SUCH_PROJECT", file, null, row, "project", group.Key, PlaceRefusals.NoProject(season, group.Key ?? "").Message, new("在要素的属性 project 里写项目编号。", "Name the project in the feature's property project.")));
                }
                else if (reading.Of(group.SelectMany(one => ParcelReading.Shapes(one.Feature)), row) is { } parcel)
                {
                    parcels.Add([project, parcel.GeoJson]);
                }
            }

            problems.AddRange(reading.Problems);
            return problems.Count > 0 ? PlaceRefusals.ParcelFaulty(problems)
                : await ImportFacts.Run(db, time, new(season, file, by, reason), [new(FactTable.Parcels, parcels.Count, parcels)], cancel: cancel);
        }
        catch (JsonException)
        {
            return PlaceRefusals.NoGeoJson(file);
        }
    }

    private static string? ProjectOf(JsonElement feature) =>
        feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? Names.Select(name => properties.TryGetProperty(name, out var value) ? value.ToString().Trim() : null).FirstOrDefault(value => value is { Length: > 0 })
            : null;
}
