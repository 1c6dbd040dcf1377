using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>How far the reading of a package has come.</summary>
public readonly record struct ReadingProgress(long BytesRead, long BytesTotal);

/// <summary>How a package is read.</summary>
/// <param name="Threads">Threads to use; the result does not depend on it.</param>
public sealed record ReadingOptions(int Threads)
{
    public static ReadingOptions Default { get; } = new(Environment.ProcessorCount);
}

/// <summary>Reads a data package from a folder, a zip or a workbook; other containers are handed over as tables.</summary>
public static class PackageReader
{
    public static PackageReading Read(
        string path, ReadingOptions? options = null, IProgress<ReadingProgress>? progress = null, CancellationToken cancel = default)
    {
        var faults = new PackageFaults();
        try
        {
            if (Directory.Exists(path))
            {
                return Tables(PackageFolder.Open(path, faults), faults, options, progress, cancel);
            }

            if (File.Exists(path) && PackageFile.Open(path, faults, cancel) is { } tables)
            {
                return Tables(tables, faults, options, progress, cancel);
            }

            if (!faults.HasErrors)
            {
                faults.Add(Severity.Error, "NO_SUCH_FILE", path, null, null, null, default,
                    new Phrase("找不到数据包。", "There is no data package here."),
                    new Phrase("给出含有 datapackage.json 的文件夹、压缩包，或 .xlsx 工作簿。", "Name a folder or a zip with a datapackage.json, or an .xlsx workbook."));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            faults.Add(Severity.Error, "UNREADABLE", path, null, null, null, default,
                new Phrase($"读不出来：{problem.Message}", $"It cannot be read: {problem.Message}"),
                new Phrase("检查文件是否完整、是否有读取权限。", "Check that the file is whole and may be read."));
        }

        return new PackageReading(null, faults.Sorted());
    }

    /// <summary>Reads tables that were opened by their container; disposes of their bytes.</summary>
    internal static PackageReading Tables(
        IReadOnlyList<TableFile> files, PackageFaults faults, ReadingOptions? options, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        if (files.Count == 0 && faults.HasErrors)
        {
            return new PackageReading(null, faults.Sorted());
        }

        try
        {
            var total = files.Sum(file => file.Source.Length);
            var read = 0L;
            void Told(long bytes) => progress?.Report(new ReadingProgress(Interlocked.Add(ref read, bytes), total));
            return ReadPackage.Run(files, faults, Told, (options ?? ReadingOptions.Default).Threads, cancel);
        }
        finally
        {
            foreach (var file in files)
            {
                file.Source.Dispose();
            }
        }
    }
}
