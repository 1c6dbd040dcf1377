using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary><c>saima import</c>: a district's own spreadsheet by a mapping.</summary>
public static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var file = new Argument<string>("FILE") { Description = "表格（.xlsx、.csv） / a spreadsheet (.xlsx, .csv)" };
        var mapping = new Option<string?>("--mapping") { Description = "映射文件；不给则按表头推测 / mapping file; without one a mapping is proposed" };
        var save = new Option<string?>("--save-mapping") { Description = "把推测的映射存到这里 / where to save the proposed mapping" };
        var dry = new Option<bool>("--dry-run") { Description = "只读并报告，不写入 / read and report, write nothing" };
        var annotated = new Option<string?>("--annotated") { Description = "标注了每处问题的工作簿 / a workbook with every fault marked" };
        var target = new Option<string?>("--out") { Description = "写成数据包（文件夹或 .zip） / write a data package (folder or .zip)" };
        var season = new Option<int?>("--season") { Description = "年份，代替映射里的 season / calendar year, instead of the mapping's" };
        var command = new Command("import", "导入区县自己的表格 / import a district's own spreadsheet") { file, mapping, save, dry, annotated, target, season };
        var by = new Option<string>("--by") { Description = "经办人 / who imports", DefaultValueFactory = _ => Environment.UserName };
        var reason = new Option<string?>("--reason") { Description = "缘由 / why" };
        command.Options.Add(by);
        command.Options.Add(reason);
        command.SetAction((parse, cancellation) => Run(
            new ImportRequest
            {
                File = parse.GetValue(file)!,
                Mapping = parse.GetValue(mapping),
                SaveMapping = parse.GetValue(save),
                DryRun = parse.GetValue(dry),
                Annotated = parse.GetValue(annotated),
                Out = parse.GetValue(target),
                Season = parse.GetValue(season),
                By = parse.GetValue(by)!,
                Reason = parse.GetValue(reason),
            },
            () => host.OpenDatabase(parse), new ImportPrinter(parse.GetValue(host.Json), parse.InvocationConfiguration), cancellation));
        return command;
    }

    private static async Task<int> Run(ImportRequest request, Func<IServiceProvider> open, ImportPrinter printer, CancellationToken cancellation)
    {
        try
        {
            return request.Mapping is null
                ? printer.Print(ImportSpreadsheet.Propose(request.File, request.Season ?? TimeProvider.System.GetLocalNow().Year, request.SaveMapping), request.SaveMapping)
                : await Import(request, open, printer, cancellation);
        }
        catch (OperationCanceledException)
        {
            return printer.Cancelled();
        }
    }

    private static async Task<int> Import(ImportRequest request, Func<IServiceProvider> open, ImportPrinter printer, CancellationToken cancellation)
    {
        var progress = printer.Progress();
        var outcome = ImportSpreadsheet.Read(request.File, request.Mapping!, request.Season, request.Annotated, progress, cancellation);
        if (outcome.Refusal is { } refusal)
        {
            return printer.Refuse(refusal);
        }

        var reading = outcome.Value!;
        if (request.DryRun || reading.ErrorCount > 0)
        {
            return printer.Print(reading, null, dryRun: true);
        }

        if (request.Out is { } path)
        {
            var package = WritePackage.Run(reading, path, cancellation);
            return package.Refusal is { } taken ? printer.Refuse(taken) : printer.Print(reading, package.Value, dryRun: false);
        }

        if ((request.Season ?? reading.Mapping.Season) is not { } year)
        {
            return printer.Refuse(ImportRefusals.NoSeason);
        }

        await using var scope = open().CreateAsyncScope();
        var order = new ImportOrder(year, Path.GetFileName(request.File), request.By, request.Reason);
        var (db, time) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var imported = await ImportIntoRegister.Run(db, time, reading, order, progress, cancellation);
        return imported.Refusal is { } no ? printer.Refuse(no) : printer.Print(reading, ImportPrinter.Sentence(imported.Value!), dryRun: false);
    }
}
