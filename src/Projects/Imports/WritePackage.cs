using System.Text;
using Saima.Kernel.Refusals;
using Saima.Projects.Samples;

namespace Saima.Projects.Imports;

/// <summary>Use case: writes what was read from a spreadsheet as a data package, folder or zip, whole or not at all.</summary>
public static class WritePackage
{
    private const int CancelStep = 5_000;

    public static Outcome<string> Run(Reading reading, string path, CancellationToken cancellation = default)
    {
        if (reading.ErrorCount > 0)
        {
            return ImportRefusals.Faulty(reading);
        }

        if (PackageTarget.IsTaken(path))
        {
            return new Refusal("TARGET_TAKEN", new Phrase($"{path} 已存在。", $"{path} exists already."), new Phrase("换一个名字，或先移走它。", "Choose another name or move it away."));
        }

        try
        {
            using var target = new PackageTarget(path);
            target.Add("datapackage.json", PackageDescriptor.Write("import", reading.Mapping.Source.Zh, reading.Mapping.Source.En));
            foreach (var name in PackageDescriptor.TableNames)
            {
                Table(reading.Table(name), target, cancellation);
            }

            cancellation.ThrowIfCancellationRequested();
            target.Keep();
            return path;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Refusal("TARGET_UNWRITABLE", new Phrase($"不能写入 {path}：{problem.Message}", $"Cannot write {path}: {problem.Message}"),
                new Phrase("检查文件夹是否存在、是否可写、是否还有空间。", "Check that the folder exists, is writable and has room."));
        }
    }

    private static void Table(MadeTable table, PackageTarget target, CancellationToken cancellation)
    {
        using var stream = target.Open(table.Name + ".csv");
        using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', table.Columns));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (i % CancelStep == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            writer.WriteLine(string.Join(',', PackageText.Of(table, table.Rows[i]).Select(Quoted)));
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
