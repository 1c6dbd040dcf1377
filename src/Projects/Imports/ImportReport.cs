using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Tells people what an import found: headers, first rows, counts by reason and every problem.</summary>
internal static class ImportReport
{
    private const int FirstRows = 3;

    public static void Print(TextWriter output, Reading reading, bool preview)
    {
        output.WriteLine(Both(reading.Mapping.Source));
        foreach (var note in reading.Mapping.Notes)
        {
            output.WriteLine("  · " + Both(note));
        }

        if (preview)
        {
            foreach (var sheet in reading.Headers)
            {
                Header(output, sheet);
            }

            foreach (var table in reading.Tables.Where(table => table.Rows.Count > 0))
            {
                Rows(output, table);
            }
        }

        Counts(output, reading);
        Problems(output, reading);
    }

    public static void Problems(TextWriter output, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var place = string.Join(' ', new[]
            {
                problem.Sheet is null ? null : $"[{problem.Sheet}]", problem.Row is null ? null : $"第{Number(problem.Row.Value)}行", problem.Column is null ? null : $"“{problem.Column}”",
            }.Where(part => part is not null));
            output.WriteLine($"{(problem.Severity == Severity.Error ? "错误 error" : "警告 warning")} {problem.Code} {problem.File} {place}: {Both(problem.Message)} → {Both(problem.Remedy)}");
        }
    }

    private static void Problems(TextWriter output, Reading reading)
    {
        Problems(output, reading.Problems);
        if (reading.ProblemCount > reading.Problems.Count)
        {
            output.WriteLine($"…… 另有 {Number(reading.ProblemCount - reading.Problems.Count)} 处未列出 / and {Number(reading.ProblemCount - reading.Problems.Count)} more");
        }
    }

    private static void Header(TextWriter output, SheetHeader sheet)
    {
        output.WriteLine($"表头 header {(sheet.Sheet is null ? "" : $"[{sheet.Sheet}] ")}第 {Number(sheet.Header.FirstRow)}–{Number(sheet.Header.LastRow)} 行 / rows");
        foreach (var (column, heading) in sheet.Matched)
        {
            output.WriteLine($"  {heading} → {column}");
        }

        if (sheet.Unused.Count > 0)
        {
            output.WriteLine($"  未用 unused: {string.Join("；", sheet.Unused)}");
        }
    }

    private static void Rows(TextWriter output, MadeTable table)
    {
        output.WriteLine($"{table.Name}（前 {Math.Min(FirstRows, table.Rows.Count)} 行 / first rows）");
        foreach (var row in table.Rows.Take(FirstRows))
        {
            var texts = PackageText.Of(table, row);
            output.WriteLine("  " + string.Join("  ", table.Columns.Zip(texts).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First}={Shown(pair.Second)}")));
        }
    }

    private static void Counts(TextWriter output, Reading reading)
    {
        output.WriteLine($"读入 {Number(reading.RowsRead)} 行，用到 {Number(reading.RowsUsed)} 行，搁置 {Number(reading.RowsRead - reading.RowsUsed)} 行 / rows read, used, set aside");
        foreach (var (reason, rows) in reading.SetAside)
        {
            output.WriteLine($"  搁置 set aside {Number(rows),9}  {Both(reason)}");
        }

        foreach (var table in reading.Tables.Where(table => table.Rows.Count > 0))
        {
            output.WriteLine($"  {table.Name,-11} {Number(table.Rows.Count),9}  （并入已有记录 merged into an earlier row: {Number(table.Merged)}）");
        }

        foreach (var (table, reason, rows) in reading.NotMade)
        {
            output.WriteLine($"  未产生 no row of {table,-11} {Number(rows),9}  {Both(reason)}");
        }

        output.WriteLine($"  表示未知的单元格 cells that say unknown: {Number(reading.CellsUnknown)}；取整的金额 amounts rounded: {Number(reading.AmountsRounded)}");
        output.WriteLine($"  错误 errors: {Number(reading.ErrorCount)}；警告 warnings: {Number(reading.ProblemCount - reading.ErrorCount)}");
    }

    public static string Both(Phrase phrase) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? phrase.En : phrase.Zh == phrase.En ? phrase.Zh : $"{phrase.Zh} / {phrase.En}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length > 40 ? text[..39] + "…" : text;
}
