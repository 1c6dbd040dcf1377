using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Projects.Imports;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary>A table of places, CSV or workbook, with the columns project, lon and lat.</summary>
public static class PlacesFile
{
    private static readonly string[][] Headings = [["project", "id", "项目编号", "项目"], ["lon", "lng", "longitude", "经度"], ["lat", "latitude", "纬度"]];

    /// <summary>The places of a file, or all that is wrong with it.</summary>
    public static Outcome<IReadOnlyList<(string Project, Position At)>> Read(string path)
    {
        var places = new List<(string, Position)>();
        var problems = new List<Problem>();
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            var sheet = SourceFile.First(path);
            int[]? columns = null;
            foreach (var row in sheet.Rows.Where(row => !row.Empty))
            {
                if (columns is null)
                {
                    columns = [.. Headings.Select(words => Array.FindIndex(row.Cells, cell => words.Contains((cell ?? "").Trim(), StringComparer.OrdinalIgnoreCase)))];
                    if (columns.Contains(-1))
                    {
                        return PlaceRefusals.NoColumns;
                    }

                    continue;
                }

                var project = (row[columns[0]] ?? "").Trim();
                void Wrong(Problem problem) => problems.Add(problem with { File = sheet.File, Sheet = sheet.Name, Row = row.Number });
                if (project.Length == 0)
                {
                    Wrong(new(Severity.Error, "MISSING_VALUE", "", null, null, "project", null, new("没有项目编号。", "The project's id is missing."), new("填上项目编号。", "Fill in the id.")));
                }
                else if (!seen.TryAdd(project, row.Number))
                {
                    Wrong(new(Severity.Error, "DUPLICATE_KEY", "", null, null, "project", project, new($"第 {seen[project]} 行已有这个项目。", $"Row {seen[project]} has this project already."), new("每个项目只留一行。", "Leave one row for each project.")));
                }

                if (ReadPosition.Run(row[columns[1]], row[columns[2]], null, Wrong) is { } at)
                {
                    places.Add((project, at));
                }
            }

            return columns is null ? PlaceRefusals.NoColumns : problems.Count > 0 ? PlaceRefusals.FileFaulty(problems) : places;
        }
        catch (UnreadableFile fault)
        {
            return PlaceRefusals.Unreadable(fault.Problem);
        }
        catch (FileNotFoundException)
        {
            return PlaceRefusals.Missing(path);
        }
    }

    /// <summary>Places as the register takes them.</summary>
    public static FactRows Facts(IReadOnlyList<(string Project, Position At)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new(FactTable.Places, places.Count, places.Select(place => new object?[] { place.Project, place.At.Lon, place.At.Lat }));
    }

    /// <summary>Imports a file into the register, as one change that can be undone; all of it or nothing.</summary>
    public static async Task<Outcome<Imported>> Run(SaimaDb db, TimeProvider time, string path, int season, string by, string? reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var read = Read(path);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var known = await db.Set<ProjectFact>().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Project).ToHashSetAsync(cancel);
        var strangers = read.Value!.Where(place => !known.Contains(place.Project))
            .Select(place => new Problem(Severity.Error, "NO_SUCH_PROJECT", Path.GetFileName(path), null, null, "project", place.Project, PlaceRefusals.NoProject(season, place.Project).Message, new("核对项目编号，或先登记这个项目。", "Check the id, or add the project first."))).ToList();
        return strangers.Count > 0 ? PlaceRefusals.FileFaulty(strangers)
            : await ImportFacts.Run(db, time, new(season, Path.GetFileName(path), by, reason), [Facts(read.Value!)], null, cancel);
    }
}
