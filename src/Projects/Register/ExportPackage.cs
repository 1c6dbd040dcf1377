using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Projects.Register;

/// <summary>Form of an exported package.</summary>
public enum ExportFormat
{
    Folder,
    Zip,
    Workbook,
}

/// <summary>What is to be exported.</summary>
/// <param name="Target">A new file or folder.</param>
/// <param name="Chinese">For a workbook: Chinese sheet names and headings, else English.</param>
public sealed record ExportOrder(int Season, string Target, ExportFormat Format, bool Chinese = true);

/// <summary>What was exported.</summary>
public sealed record Exported(string Target, int Season, int Projects, long Rows);

/// <summary>Writes the current facts of a season as a data package, whole or not at all: what was imported comes back out.</summary>
public static class ExportPackage
{
    public static async Task<Outcome<Exported>> Run(SaimaDb db, ExportOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var target = Path.GetFullPath(order.Target);
        if (File.Exists(target) || Directory.Exists(target))
        {
            return RegisterRefusals.TargetTaken(order.Target);
        }

        var read = await ReadRegister.Run(db, order.Season, cancel);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var package = read.Value!;
        if (order.Format == ExportFormat.Workbook && !PackageWriter.FitsWorkbook(package))
        {
            return RegisterRefusals.TooLongForWorkbook();
        }

        try
        {
            Write(package, order, target, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return RegisterRefusals.Unwritable(order.Target, fault.Message);
        }

        return new Exported(order.Target, order.Season, package.Facts.ProjectCount, PackageTable.All.Sum(table => (long)package.Rows(table)));
    }

    private static void Write(DataPackage package, ExportOrder order, string target, CancellationToken cancel)
    {
        if (order.Format == ExportFormat.Folder)
        {
            PackageWriter.WriteFolder(package, target, cancel);
            return;
        }

        var unfinished = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(unfinished))
            {
                if (order.Format == ExportFormat.Zip)
                {
                    PackageWriter.WriteZip(package, stream, cancel);
                }
                else
                {
                    PackageWriter.WriteWorkbook(package, stream, order.Chinese, cancel);
                }
            }

            File.Move(unfinished, target);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
