using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Projects.Packages;

namespace Saima.Projects.Imports;

/// <summary>Tells a data package, which needs no mapping, from a district's own spreadsheet.</summary>
internal static class DataPackageFile
{
    /// <summary>A folder, a .zip, or a workbook that has the sheets of projects and of units by one of their names.</summary>
    public static bool Is(string path)
    {
        if (Directory.Exists(path) || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
        {
            return false;
        }

        try
        {
            using var workbook = WorkbookFile.Open(path);
            return new[] { PackageTable.Projects, PackageTable.Units }
                .All(table => workbook.SheetNames.Any(name => name.Trim() == table.Zh || name.Trim().Equals(table.Name, StringComparison.OrdinalIgnoreCase)));
        }
        catch (UnreadableFile)
        {
            // Said again, and to the user, by whatever reads the file.
            return false;
        }
    }

    /// <summary>The package, or every reason why it is none.</summary>
    public static Outcome<DataPackage> Read(string path, IProgress<ImportProgress>? progress, CancellationToken cancellation, out IReadOnlyList<Problem> warnings)
    {
        var reading = PackageReader.Read(path, cancel: cancellation);
        warnings = [.. reading.Warnings];
        if (reading.Package is not { } package)
        {
            return new Refusal("PACKAGE_FAULTY", new Phrase($"数据包有 {reading.Errors.Count()} 处错误，没有写入任何内容。", $"The package has {reading.Errors.Count()} error(s); nothing was written."),
                new Phrase("按清单改正后再导入。", "Mend them and import again."), reading.Problems);
        }

        progress?.Report(new ImportProgress("read", package.Facts.ProjectCount));
        return package;
    }
}
