using System.Text;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>A table of a package before it is read: its bytes as CSV and where people find it.</summary>
internal sealed record TableFile(PackageTable Table, string File, string? Sheet, ByteSource Source)
{
    /// <summary>Row of the header as a spreadsheet shows it.</summary>
    public long HeaderRow { get; init; } = 1;
}

/// <summary>Matches the header of a table and recognises its encoding.</summary>
internal static class OpenTable
{
    private const int LongestHeader = 1 << 20;

    public static ReadRows? Run(
        TableFile file, KeyLookup? projects, KeyLookup? units, PackageFaults faults, Action<long> told, int threads, CancellationToken cancel)
    {
        using var utf8 = WithoutByteOrderMark(file, faults, out var from);
        if (utf8 is null)
        {
            return null;
        }

        var rows = Read(file, utf8, from, projects, units, faults, told, threads, cancel, out var isUtf8);
        if (isUtf8)
        {
            return rows;
        }

        using var converted = ConvertTable.Run(file, utf8, "gb18030", (int)from, faults);
        return converted is null ? null : Read(file, converted, 0, projects, units, faults, told, threads, cancel, out _);
    }

    private static ReadRows? Read(
        TableFile file, ByteSource source, long from, KeyLookup? projects, KeyLookup? units, PackageFaults faults, Action<long> told, int threads,
        CancellationToken cancel, out bool isUtf8)
    {
        isUtf8 = true;
        var head = new byte[(int)Math.Min(LongestHeader, source.Length - from)];
        var read = source.Read(head, from);
        var line = head.AsSpan(0, read);
        var scanner = new RecordScanner(line);
        if (!scanner.Next())
        {
            faults.Add(Severity.Error, "EMPTY_TABLE", file.File, file.Sheet, file.HeaderRow, null, default,
                new Phrase("表是空的，连表头也没有。", "The table is empty and has no header."), new Phrase("第一行写列名。", "Write the column names in the first row."));
            return null;
        }

        if (!System.Text.Unicode.Utf8.IsValid(line[..Math.Min(scanner.Position, line.Length)]))
        {
            isUtf8 = false;
            return null;
        }

        var layout = Layout(file, scanner, projects, units, faults);
        if (layout is null)
        {
            return null;
        }

        var rows = ReadTable.Run(source, from + scanner.Position, layout, faults, told, threads, cancel);
        isUtf8 = rows is not null;
        return rows;
    }

    private static TableLayout? Layout(TableFile file, RecordScanner header, KeyLookup? projects, KeyLookup? units, PackageFaults faults)
    {
        var layout = new TableLayout(file.Table, file.File, file.Sheet, header.Count) { Projects = projects, Units = units, HeaderRow = file.HeaderRow };
        var columns = file.Table.Columns;
        for (var field = 0; field < header.Count; field++)
        {
            var name = Encoding.UTF8.GetString(header[field]).Trim();
            var column = ColumnOf(file.Table, name) is { } known ? file.Table.Column(known.Name) : -1;
            if (column < 0)
            {
                faults.Add(Severity.Warning, "UNKNOWN_COLUMN", file.File, file.Sheet, file.HeaderRow, PackageFaults.Readable(header[field]), header[field],
                    new Phrase("规范里没有这一列，已忽略。", "The specification has no such column; it is ignored."),
                    new Phrase("可写的列名：" + string.Join("、", columns.Select(c => $"{c.Name}（{c.Zh}）")), "Columns: " + string.Join(", ", columns.Select(c => c.Name))));
                continue;
            }

            if (layout.FieldOfColumn[column] >= 0)
            {
                faults.Add(Severity.Error, "DUPLICATE_COLUMN", file.File, file.Sheet, file.HeaderRow, name, header[field],
                    new Phrase("同一列出现两次。", "The column occurs twice."), new Phrase("去掉一列。", "Remove one of them."));
            }

            layout.FieldOfColumn[column] = field;
            layout.Headings[column] = name;
        }

        var missing = Enumerable.Range(0, columns.Count).Where(i => columns[i].Required && layout.FieldOfColumn[i] < 0).ToList();
        foreach (var column in missing)
        {
            faults.Add(Severity.Error, "MISSING_COLUMN", file.File, file.Sheet, file.HeaderRow, columns[column].Name, default,
                new Phrase($"缺少必需的列 {columns[column].Name}（{columns[column].Zh}）。", $"The required column {columns[column].Name} is missing."),
                new Phrase("在表头补上这一列。", "Add it to the header."));
        }

        return missing.Count == 0 ? layout : null;
    }

    /// <summary>The column by its English or Chinese heading.</summary>
    public static PackageColumn? ColumnOf(PackageTable table, string heading) =>
        table.Columns.FirstOrDefault(column => column.Name == heading || column.Zh == heading || column.Zh == WithoutUnit(heading));

    /// <summary><c>总投资（万元）</c> is read as <c>总投资</c>.</summary>
    private static string WithoutUnit(string name) =>
        name.EndsWith("（万元）", StringComparison.Ordinal) || name.EndsWith("(万元)", StringComparison.Ordinal) ? name[..^4] : name;

    private static ByteSource? WithoutByteOrderMark(TableFile file, PackageFaults faults, out long from)
    {
        Span<byte> mark = stackalloc byte[3];
        mark = mark[..file.Source.Read(mark, 0)];
        from = mark.SequenceEqual("\uFEFF"u8) ? 3 : 0;
        if (mark.Length >= 2 && (mark[..2].SequenceEqual((byte[])[0xFF, 0xFE]) || mark[..2].SequenceEqual((byte[])[0xFE, 0xFF])))
        {
            return ConvertTable.Run(file, file.Source, mark[0] == 0xFF ? "utf-16" : "utf-16BE", 2, faults);
        }

        return file.Source;
    }
}
