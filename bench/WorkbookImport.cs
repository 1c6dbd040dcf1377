using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Projects.Imports;
using Saima.Projects.Register;

namespace Saima.Bench;

/// <summary>What <c>saima import FILE --mapping M</c> does with a district's workbook: read by the mapping, checked, and into the register in one transaction.</summary>
internal static class WorkbookImport
{
    public static Dictionary<string, double> Run(string workbook, string mapping, string database)
    {
        var watch = Stopwatch.StartNew();
        using var services = OpenDatabase.Run(DatabaseAddress.Parse("sqlite:" + database), AllModules.List);
        using var scope = services.CreateScope();
        var opened = watch.Elapsed.TotalSeconds;
        var told = new Told();
        var outcome = ImportSpreadsheet.Read(workbook, mapping, null, null, told, CancellationToken.None);
        if (outcome.Value is not { ErrorCount: 0 } reading)
        {
            throw new InvalidOperationException(outcome.Refusal?.Message.En ?? outcome.Value!.Problems[0].Message.En);
        }

        var read = watch.Elapsed.TotalSeconds;
        var order = new ImportOrder(RoundUnderTest.Season, Path.GetFileName(workbook), "bench");
        var imported = ImportIntoRegister.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), TimeProvider.System, reading, order, told).GetAwaiter().GetResult();
        if (imported.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.En);
        }

        var total = watch.Elapsed.TotalSeconds;
        return new()
        {
            ["total"] = total - opened,
            ["read"] = read - opened,
            ["write"] = total - read,
            ["rows"] = reading.Table("projects").Rows.Count,
            ["facts"] = imported.Value!.Added,
            ["told"] = told.Times,
        };
    }

    /// <summary>The peer: MiniExcel reading the cells and doing nothing with them.</summary>
    public static Dictionary<string, double> Bare(string workbook)
    {
        var watch = Stopwatch.StartNew();
        var cells = 0L;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(workbook))
        {
            cells += row.Count;
        }

        return new() { ["total"] = watch.Elapsed.TotalSeconds, ["cells"] = cells };
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public int Times { get; private set; }

        public void Report(ImportProgress value) => Times++;
    }
}
