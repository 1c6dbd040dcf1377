using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Register;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Writes an uploaded file into the register in one transaction and forgets the file; whatever keeps it from that leaves the register as it was.</summary>
public static class ImportUpload
{
    private const int SqliteBusy = 5;

    /// <param name="upload">At the stage of importing, with who and why.</param>
    public static async Task Run(UploadShelf shelf, SaimaDb db, TimeProvider time, Upload upload, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(upload);
        Outcome<Imported> outcome;
        try
        {
            outcome = await Write(shelf, db, time, upload, progress, cancel);
        }
        catch (Exception fault) when (ImportSpreadsheet.IsTheFiles(fault))
        {
            outcome = ImportRefusals.Unreadable(upload.FileName, fault);
        }
        catch (Exception fault) when (fault is SqliteException { SqliteErrorCode: SqliteBusy } or DbUpdateException { InnerException: SqliteException { SqliteErrorCode: SqliteBusy } })
        {
            outcome = UploadRefusals.Busy;
        }

        if (outcome.Value is { } imported)
        {
            Finish(shelf, upload, imported.ChangeId);
        }
        else
        {
            shelf.Save(upload with { Stage = UploadStage.Read, Refusal = outcome.Refusal });
        }
    }

    /// <summary>What became of an import that nobody saw end: it is done if the register has it, else it can be started again.</summary>
    public static async Task<Upload> Settle(UploadShelf shelf, SaimaDb db, Upload upload, Refusal? refusal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(upload);
        var last = await db.Set<RegisterChange>().AsNoTracking().Where(change => change.Kind == RegisterChange.Import && change.Season == upload.Season && change.By == upload.By && change.Source == upload.FileName)
            .OrderByDescending(change => change.Id).FirstOrDefaultAsync(cancel);
        if (last is not null && last.At >= upload.Began)
        {
            return Finish(shelf, upload, last.Id);
        }

        var back = upload with { Stage = UploadStage.Read, Refusal = refusal };
        shelf.Save(back);
        return back;
    }

    private static Upload Finish(UploadShelf shelf, Upload upload, long? change)
    {
        var done = upload with { Stage = UploadStage.Done, ChangeId = change, Refusal = null };
        shelf.Save(done);
        shelf.RemoveFile(done);
        return done;
    }

    private static async Task<Outcome<Imported>> Write(UploadShelf shelf, SaimaDb db, TimeProvider time, Upload upload, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var source = shelf.Source(upload);
        var order = new ImportOrder(upload.Season, upload.FileName, upload.By!, upload.Reason);
        var steps = new ReadUpload.Steps(progress, "write");
        progress.Report(new("read", 0, null));
        if (upload.IsPackage)
        {
            var package = PackageReader.Read(source, cancel: cancel);
            cancel.ThrowIfCancellationRequested();
            return package.Package is { } sound
                ? await KeepBaseline.Import(db, time, order, PackageFacts.Of(sound, upload.Season), steps, cancel)
                : UploadRefusals.Faulty(package.Errors.Count());
        }

        var mapping = MappingFile.Read(shelf.Mapping(upload));
        if (mapping.Refusal is { } refusal)
        {
            return refusal;
        }

        var reading = ReadSpreadsheet.Run(SourceFile.Open(source, cancel), mapping.Value!, upload.Season, new ReadUpload.Rows(progress), cancel);
        return reading.ErrorCount > 0 ? UploadRefusals.Faulty(reading.ErrorCount) : await KeepBaseline.Import(db, time, order, RegisterFacts.Of(reading, upload.Season), steps, cancel);
    }
}
