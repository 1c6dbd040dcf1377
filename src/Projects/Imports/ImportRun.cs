using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>One run of <c>saima import</c>: which of its three kinds of file it is, and what is done with it.</summary>
internal sealed class ImportRun(ImportRequest request, Func<IServiceProvider> open, ImportPrinter printer, CancellationToken cancellation)
{
    public async Task<int> Run() =>
        request.Mapping is not null ? await Spreadsheet()
            : DataPackageFile.Is(request.File) ? await Package()
            : printer.Print(ImportSpreadsheet.Propose(request.File, request.Season ?? TimeProvider.System.GetLocalNow().Year, request.SaveMapping), request.SaveMapping);

    private async Task<int> Spreadsheet()
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
            return package.Refusal is { } taken ? printer.Refuse(taken) : printer.Print(reading, new(package.Value!, package.Value!), dryRun: false);
        }

        if ((request.Season ?? reading.Mapping.Season) is not { } year)
        {
            return printer.Refuse(ImportRefusals.NoSeason);
        }

        var order = new ImportOrder(year, Path.GetFileName(request.File), request.By, request.Reason);
        var imported = await WithRegister((db, time) => ImportIntoRegister.Run(db, time, reading, order, progress, cancellation));
        return imported.Refusal is { } no ? printer.Refuse(no) : printer.Print(reading, ImportPrinter.Sentence(imported.Value!), dryRun: false);
    }

    private async Task<int> Package()
    {
        var progress = printer.Progress();
        var outcome = DataPackageFile.Read(request.File, progress, cancellation, out var warnings);
        if (outcome.Refusal is { } refusal)
        {
            return printer.Refuse(refusal);
        }

        if (request.DryRun)
        {
            return printer.Print(outcome.Value!, warnings, null);
        }

        var source = Path.GetFileName(Path.TrimEndingDirectorySeparator(request.File));
        var steps = new RegisterSteps(progress);
        var imported = await WithRegister((db, time) => ImportPackage.Run(db, time, outcome.Value!, request.Season, source, request.By, request.Reason, steps, cancel: cancellation));
        return imported.Refusal is { } no ? printer.Refuse(no) : printer.Print(outcome.Value!, warnings, imported.Value);
    }

    private async Task<Outcome<Imported>> WithRegister(Func<SaimaDb, TimeProvider, Task<Outcome<Imported>>> import)
    {
        await using var scope = open().CreateAsyncScope();
        return await import(scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
    }
}
