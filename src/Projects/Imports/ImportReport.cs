using System.Globalization;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Tells people what an import found: headers, first rows, counts by reason and every problem.</summary>
internal static class ImportReport
{
    private const int FirstRows = 3;

    public static void Print(CommandOutput output, Reading reading, bool preview)
    {
        output.Line(reading.Mapping.Source);
        foreach (var note in reading.Mapping.Notes)
        {
            output.Line(new("  · " + note.Zh, "  · " + note.En));
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

    public static void Problems(CommandOutput output, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var place = string.Join(' ', new[]
            {
                problem.Sheet is null ? null : $"[{problem.Sheet}]",
                problem.Row is null ? null : CommandOutput.In(new($"第{Number(problem.Row.Value)}行", $"row {Number(problem.Row.Value)}")),
                problem.Column is null ? null : $"“{problem.Column}”",
            }.Where(part => part is not null));
            output.Line(new(
                $"{(problem.Severity == Severity.Error ? "错误" : "警告")} {problem.Code} {problem.File} {place}：{problem.Message.Zh} → {problem.Remedy.Zh}",
                $"{(problem.Severity == Severity.Error ? "error" : "warning")} {problem.Code} {problem.File} {place}: {problem.Message.En} → {problem.Remedy.En}"));
        }
    }

    private static void Problems(CommandOutput output, Reading reading)
    {
        Problems(output, reading.Problems);
        if (reading.ProblemCount > reading.Problems.Count)
        {
            var more = Number(reading.ProblemCount - reading.Problems.Count);
            output.Line(new($"…… 另有 {more} 处未列出", $"… and {more} more"));
        }
    }

    private static void Header(CommandOutput output, SheetHeader sheet)
    {
        var (name, rows) = (sheet.Sheet is null ? "" : $"[{sheet.Sheet}] ", $"{Number(sheet.Header.FirstRow)}–{Number(sheet.Header.LastRow)}");
        output.Line(new($"表头 {name}第 {rows} 行", $"header {name}rows {rows}"));
        foreach (var (column, heading) in sheet.Matched)
        {
            output.Verbatim($"  {heading} → {column}");
        }

        if (sheet.Unused.Count > 0)
        {
            output.Line(new($"  未用：{string.Join("；", sheet.Unused)}", $"  unused: {string.Join("; ", sheet.Unused)}"));
        }
    }

    private static void Rows(CommandOutput output, MadeTable table)
    {
        output.Line(new($"{table.Name}（前 {Math.Min(FirstRows, table.Rows.Count)} 行）", $"{table.Name} (first {Math.Min(FirstRows, table.Rows.Count)} rows)"));
        foreach (var row in table.Rows.Take(FirstRows))
        {
            var texts = PackageText.Of(table, row);
            output.Verbatim("  " + string.Join("  ", table.Columns.Zip(texts).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First}={Shown(pair.Second)}")));
        }
    }

    private static void Counts(CommandOutput output, Reading reading)
    {
        var (read, used, aside) = (Number(reading.RowsRead), Number(reading.RowsUsed), Number(reading.RowsRead - reading.RowsUsed));
        output.Line(new($"读入 {read} 行，用到 {used} 行，搁置 {aside} 行", $"{read} rows read, {used} used, {aside} set aside"));
        foreach (var (reason, rows) in reading.SetAside)
        {
            output.Line(new($"  搁置 {Number(rows),9}  {reason.Zh}", $"  set aside {Number(rows),9}  {reason.En}"));
        }

        foreach (var table in reading.Tables.Where(table => table.Rows.Count > 0))
        {
            var rows = $"  {table.Name,-11} {Number(table.Rows.Count),9}  ";
            output.Line(new($"{rows}（并入已有记录 {Number(table.Merged)}）", $"{rows}(merged into an earlier row: {Number(table.Merged)})"));
        }

        foreach (var (table, reason, rows) in reading.NotMade)
        {
            output.Line(new($"  未产生 {table,-11} {Number(rows),9}  {reason.Zh}", $"  no row of {table,-11} {Number(rows),9}  {reason.En}"));
        }

        output.Line(new(
            $"  表示未知的单元格：{Number(reading.CellsUnknown)}；取整的金额：{Number(reading.AmountsRounded)}",
            $"  cells that say unknown: {Number(reading.CellsUnknown)}; amounts rounded: {Number(reading.AmountsRounded)}"));
        output.Line(new(
            $"  错误：{Number(reading.ErrorCount)}；警告：{Number(reading.ProblemCount - reading.ErrorCount)}",
            $"  errors: {Number(reading.ErrorCount)}; warnings: {Number(reading.ProblemCount - reading.ErrorCount)}"));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length > 40 ? text[..39] + "…" : text;
}
