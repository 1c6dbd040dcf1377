using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Use case: reads a source's sheets by its mapping into the tables of a data package. Writes nothing; every fault is in the result.</summary>
public static class ReadSpreadsheet
{
    private const int ProgressStep = 2_000;

    public static Reading Run(
        IEnumerable<SourceSheet> sheets, Mapping mapping, int? season = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var reading = new Reading(mapping);
        var year = season ?? mapping.Season;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        string? file = null;
        foreach (var sheet in sheets)
        {
            cancellation.ThrowIfCancellationRequested();
            file = sheet.File;
            if (Selected(sheet, mapping.Sheets))
            {
                any = true;
                Sheet(sheet, reading, year, seen, progress, cancellation);
            }
        }

        if (!any)
        {
            reading.Add(new Problem(Severity.Error, "NO_SHEET", file ?? "", null, null, null, string.Join(", ", mapping.Sheets.Only),
                new Phrase("没有一个工作表符合映射的 sheets。", "No sheet fits the mapping's sheets."), new Phrase("检查映射的 sheets.only。", "Check sheets.only in the mapping.")));
        }

        cancellation.ThrowIfCancellationRequested();
        FinishTables.Run(reading, year);
        progress?.Report(new ImportProgress("read", reading.RowsRead));
        return reading;
    }

    private static void Sheet(
        SourceSheet sheet, Reading reading, int? season, HashSet<string> seen, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var rows = sheet.Rows.GetEnumerator();
        var top = new List<SourceRow>();
        while (top.Count < HeaderBlock.SearchRows + 4 && rows.MoveNext())
        {
            top.Add(rows.Current);
        }

        if (SheetLayout.Find(sheet, top, reading) is not { } layout)
        {
            return;
        }

        var reader = new SheetReader(sheet, reading, layout, season, seen);
        var count = 0L;
        foreach (var row in top.Where(row => row.Number > layout.Header.LastRow).Concat(Rest(rows)))
        {
            if (++count % ProgressStep == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress("read", reading.RowsRead));
            }

            reader.Row(row);
        }

        reader.Close();
    }

    private static IEnumerable<SourceRow> Rest(IEnumerator<SourceRow> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    internal static bool Selected(SourceSheet sheet, SheetSelector selector) => sheet.Name is null
        || (selector.Only.Any(pattern => Fits(sheet.Name, pattern)) && !selector.Except.Any(pattern => Fits(sheet.Name, pattern)));

    private static bool Fits(string name, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name.Trim(), ignoreCase: true);
}
