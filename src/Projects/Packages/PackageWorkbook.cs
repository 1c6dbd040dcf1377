using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>A package as a workbook: each sheet with the name of a table becomes its rows, so that every rule of the tables holds for it.</summary>
internal static class PackageWorkbook
{
    public static IReadOnlyList<TableFile> Open(string path, PackageFaults faults, CancellationToken cancel)
    {
        var file = Path.GetFileName(path);
        var tables = new List<TableFile>();
        try
        {
            using var book = WorkbookFile.Open(path);
            foreach (var sheet in book.SheetNames)
            {
                var name = sheet.Trim();
                var table = PackageTable.All.FirstOrDefault(known => known.Zh == name || string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
                if (table is null)
                {
                    faults.Add(new Problem(Severity.Warning, "UNKNOWN_TABLE", file, sheet, null, null, null,
                        new Phrase("规范里没有这张表，已忽略。", "The specification has no such table; it is ignored."),
                        new Phrase("工作表名：" + string.Join("、", PackageTable.All.Select(t => t.Zh)), "Sheets: " + string.Join(", ", PackageTable.All.Select(t => t.Name)))));
                }
                else if (tables.Exists(other => other.Table == table))
                {
                    faults.Add(new Problem(Severity.Error, "DUPLICATE_TABLE", file, sheet, null, null, null,
                        new Phrase("同一张表有两个工作表。", "Two sheets hold the same table."), new Phrase("只留一个。", "Keep one of them.")));
                }
                else
                {
                    var bytes = new SheetBytes(book, file, sheet, table, faults);
                    var source = bytes.Read(cancel);
                    tables.Add(new TableFile(table, file, sheet, source) { HeaderRow = bytes.HeaderRow });
                }
            }

            return tables;
        }
        catch (UnreadableFile unreadable)
        {
            faults.Add(unreadable.Problem);
            return [];
        }
    }
}
