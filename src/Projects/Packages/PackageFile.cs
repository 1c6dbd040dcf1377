using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>A package as one file: recognised by its first bytes and its name.</summary>
internal static class PackageFile
{
    /// <summary>Its tables, or nothing where the file is no package, which is told.</summary>
    public static IReadOnlyList<TableFile>? Open(string path, PackageFaults faults, CancellationToken cancel)
    {
        Span<byte> head = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        var name = Path.GetFileName(path);
        var isWorkbook = name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            faults.Add(Severity.Error, "OLD_WORKBOOK", name, null, null, null, default,
                new Phrase("这是旧版 .xls 工作簿，或加了密码的工作簿。", "This is a workbook of the old .xls format, or one with a password."),
                new Phrase("去掉密码，另存为 .xlsx。", "Remove the password and save it as .xlsx."));
            return null;
        }

        var opened = isWorkbook ? PackageWorkbook.Open(path, faults, cancel)
            : name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || head.StartsWith("PK"u8) ? PackageZip.Open(path, faults, cancel)
            : null;
        if (opened is null)
        {
            faults.Add(Severity.Error, "NOT_A_PACKAGE", name, null, null, null, default,
                new Phrase("这个文件不是数据包。", "This file is not a data package."),
                new Phrase("给出含有 datapackage.json 的文件夹、压缩包，或 .xlsx 工作簿；其他表格用 saima import。", "Name a folder or a zip with a datapackage.json, or an .xlsx workbook; use saima import for other tables."));
        }

        return opened;
    }
}
