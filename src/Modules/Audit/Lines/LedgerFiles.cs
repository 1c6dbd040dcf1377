using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Audit.Checks;
using Saima.Ui;

namespace Saima.Modules.Audit.Lines;

/// <summary>The lines of a selection as a workbook and as CSV, all of them. Written to a file first, so that a fault is told and no half of it is taken for the whole.</summary>
public static class LedgerFiles
{
    private const int MostOfACell = 32_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var recorded = new RecordedAttribute(RecordLook.Exported, "ledger");
        endpoints.MapGet(AuditLinks.Workbook, Workbook).WithMetadata(new DeskAttribute(Role.AuditAdministrator), recorded);
        endpoints.MapGet(AuditLinks.Csv, Csv).WithMetadata(new DeskAttribute(Role.AuditAdministrator), recorded);
    }

    private static Phrase[] Headings { get; } =
        [AuditWords.Number, AuditWords.When, AuditWords.By, AuditWords.Act, new("行为代码", "Code of the act"), AuditWords.Thing, AuditWords.Reason, AuditWords.Before, AuditWords.After, AuditWords.Hash];

    private static async Task<IResult> Workbook(HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var file = Temporary();
        int[] widths = [10, 18, 14, 18, 22, 40, 30, 50, 50, 66];
        using (var workbook = new WorkbookWriter(file))
        {
            var rows = WorkbookWriter.LastRow;
            var sheets = 0;
            await foreach (var line in FindLines.All(db, LineFilter.Read(http.Request.Query)).AsAsyncEnumerable().WithCancellation(cancel))
            {
                Begin(ref rows, ref sheets);
                rows++;
                workbook.BeginRow();
                workbook.Number(line.Number);
                foreach (var text in Cells(line).Skip(1))
                {
                    workbook.Text(text.Length > MostOfACell ? text[..MostOfACell] + "…" : text);
                }

                workbook.EndRow();
            }

            if (sheets == 0)
            {
                Begin(ref rows, ref sheets);
            }

            void Begin(ref int row, ref int sheet)
            {
                if (row >= WorkbookWriter.LastRow)
                {
                    (row, sheet) = (1, sheet + 1);
                    workbook.BeginSheet(In(AuditWords.Ledger) + (sheet > 1 ? string.Create(CultureInfo.InvariantCulture, $" {sheet}") : ""), [.. Headings.Zip(widths, (heading, width) => new SheetColumn(In(heading), width))]);
                }
            }
        }

        return Send(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "saima-ledger.xlsx");
    }

    private static async Task<IResult> Csv(HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var file = Temporary();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await text.WriteAsync(Record(Headings.Select(In)));
            await foreach (var line in FindLines.All(db, LineFilter.Read(http.Request.Query)).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await text.WriteAsync(Record(Cells(line)));
            }
        }

        return Send(file, "text/csv; charset=utf-8", "saima-ledger.csv");
    }

    private static IEnumerable<string> Cells(LedgerEntry line) =>
        [line.Number.ToString(CultureInfo.InvariantCulture), CheckWords.Second(line.At), line.By, In(AuditWords.ActOf(line.Action)), line.Action, line.Subject, line.Reason ?? "", line.Before ?? "", line.After ?? "", line.Hash];

    // A spreadsheet takes some texts of a CSV file for formulas; an apostrophe keeps them what they are.
    private static string Record(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{(FormulaText.LooksLive(cell) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";

    private static FileStream Temporary() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    private static IResult Send(FileStream file, string type, string name)
    {
        file.Position = 0;
        return Results.Stream(file, type, name);
    }

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
