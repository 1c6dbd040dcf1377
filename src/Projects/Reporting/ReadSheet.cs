using Microsoft.AspNetCore.Http;
using Saima.Kernel.Chinese;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Kernel.Time;
using Saima.Projects.Imports;

namespace Saima.Projects.Reporting;

/// <summary>What a workbook brought: the sheet as it would be typed, and what is wrong with it. Nothing is submitted by that.</summary>
public sealed record SheetRead(IReadOnlyList<TypedRow> Rows, Refusal? Refusal);

/// <summary>Reads a unit's sheet that was filled in in Excel or WPS, to be looked at before it is submitted.</summary>
public static class ReadSheet
{
    private const long Largest = 8L << 20;

    public static async Task<SheetRead> Run(IReadOnlyList<FilingRow> rows, IFormFile? file, Month month)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IReadOnlyList<TypedRow> untouched = [.. rows.Select(TypedRow.Of)];
        if (file is null or { Length: 0 })
        {
            return new(untouched, FilingRefusals.NoFile);
        }

        if (file.Length > Largest)
        {
            return new(untouched, FilingRefusals.TooLarge(file.FileName, Largest));
        }

        var path = Path.Combine(Path.GetTempPath(), $"saima-sheet-{Guid.NewGuid():N}");
        try
        {
            await using (var copy = File.Create(path))
            {
                await file.CopyToAsync(copy);
            }

            return Read(rows, path, Path.GetFileName(file.FileName), month);
        }
        catch (UnreadableFile fault)
        {
            return new(untouched, FilingRefusals.Unreadable(fault.Problem with { File = Path.GetFileName(file.FileName) }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Headings of the sheet, the project's id first; each is known in every language of the platform.</summary>
    internal static IReadOnlyList<(string Field, Phrase Title)> Headings { get; } =
        [("project", FilingWords.ProjectId), ("month", FilingWords.Month), .. ReadFiling.Fields.Select(field => (field, FilingWords.Field(field)))];

    private static SheetRead Read(IReadOnlyList<FilingRow> rows, string path, string name, Month month)
    {
        var known = rows.ToDictionary(row => row.Ground.Project);
        var typed = new Dictionary<string, TypedRow>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        var sheet = SourceFile.First(path);
        int[]? columns = null;
        foreach (var row in sheet.Rows.Where(row => !row.Empty))
        {
            if (columns is null)
            {
                columns = [.. Headings.Select(heading => Array.FindIndex(row.Cells, cell => Is(heading.Title, cell)))];
                if (columns[0] < 0 || columns[2] < 0 || columns[3] < 0)
                {
                    return new([.. rows.Select(TypedRow.Of)], FilingRefusals.NoHeadings(name));
                }

                continue;
            }

            void Wrong(string code, string field, string? value, Phrase message, Phrase remedy) => problems.Add(new(Severity.Error, code, name, sheet.Name, row.Number, field, value, message, remedy));
            var project = (row[columns[0]] ?? "").Trim();
            if (columns[1] >= 0 && row[columns[1]]?.Trim() is { Length: > 0 } of && of != month.ToString())
            {
                Wrong("OTHER_MONTH", "month", of, new($"这一行是 {of} 的，这里填报 {month}。", $"This row is of {of}; here it is {month}."), new("用本月的表填报。", "Use the sheet of this month."));
            }
            else if (!known.TryGetValue(project, out var filing))
            {
                Wrong("UNKNOWN_PROJECT", "project", project, new("不是本单位可以填报的项目。", "It is no project that this unit can report on now."), new("用下载的表填报，不要改项目编号；已审核的不能再填。", "Fill in the sheet as it was downloaded; what is being checked cannot be filled in."));
            }
            else if (typed.ContainsKey(project))
            {
                Wrong("DUPLICATE_KEY", "project", project, new("这个项目出现了两次。", "This project stands there twice."), new("每个项目只留一行。", "Leave one row for each project."));
            }
            else
            {
                var texts = ReadFiling.Fields.Select((field, at) => (field, Text: (row[columns[at + 2]] ?? "").Trim())).ToDictionary(cell => cell.field, cell => cell.Text);
                var faults = new Dictionary<string, Problem>();
                if (!ReadFiling.IsBlank(texts))
                {
                    var reading = new ReadFiling(filing.Ground, texts, name, row.Number);
                    reading.Run();
                    var errors = reading.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem with { Sheet = sheet.Name }).ToList();
                    problems.AddRange(errors);
                    faults = errors.GroupBy(problem => problem.Column ?? "").ToDictionary(field => field.Key, field => field.First());
                }

                typed[project] = new TypedRow(filing, texts) { Faults = faults };
            }
        }

        return columns is null
            ? new([.. rows.Select(TypedRow.Of)], FilingRefusals.NoHeadings(name))
            : new([.. rows.Select(row => typed.GetValueOrDefault(row.Ground.Project) ?? TypedRow.Of(row))], problems.Count > 0 ? FilingRefusals.Faulty(problems) : null);
    }

    private static bool Is(Phrase title, string? cell)
    {
        var text = TraditionalChinese.Simplified((cell ?? "").Trim());
        return text.Equals(title.Zh, StringComparison.Ordinal) || text.Equals(title.En, StringComparison.OrdinalIgnoreCase);
    }
}
