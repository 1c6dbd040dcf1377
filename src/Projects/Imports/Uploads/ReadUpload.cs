using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Reads an uploaded file as it would be imported, compares it with the register and keeps what was found for the page. Writes nothing into the register.</summary>
public static class ReadUpload
{
    public static async Task Run(UploadShelf shelf, SaimaDb db, Upload upload, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(upload);
        progress.Report(new("read", 0, null));
        Outcome<UploadReading> outcome;
        try
        {
            upload = upload with { IsPackage = DataPackageFile.Is(shelf.Source(upload)) };
            outcome = upload.IsPackage ? await Package(shelf, db, upload, progress, cancel) : await Spreadsheet(shelf, db, upload, progress, cancel);
        }
        catch (Exception fault) when (ImportSpreadsheet.IsTheFiles(fault))
        {
            outcome = ImportRefusals.Unreadable(upload.FileName, fault);
        }

        cancel.ThrowIfCancellationRequested();
        if (outcome.Value is { } reading)
        {
            shelf.Keep(upload, reading);
            File.Delete(shelf.Annotated(upload));
        }

        shelf.Save(upload with { Stage = outcome.Refusal is null ? UploadStage.Read : UploadStage.Refused, Refusal = outcome.Refusal });
    }

    private static async Task<Outcome<UploadReading>> Package(UploadShelf shelf, SaimaDb db, Upload upload, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var found = PackageReader.Read(shelf.Source(upload), cancel: cancel);
        var problems = found.Problems.ToList();
        if (found.Package is { } package && PackageFacts.Years(package) is { Count: > 0 } years && !years.Contains(upload.Season))
        {
            problems.Insert(0, UploadRefusals.OtherSeason(upload, years));
        }

        var reading = new UploadReading { Problems = [.. problems.Take(Reading.MostProblems)], ProblemCount = problems.Count, ErrorCount = problems.Count(problem => problem.Severity == Severity.Error) };
        if (found.Package is null)
        {
            return reading;
        }

        var facts = PackageFacts.Of(found.Package, upload.Season);
        var compared = reading.ErrorCount == 0 ? await Compare(db, facts, progress, cancel) : [];
        return reading with
        {
            Tables = [.. facts.Where(rows => rows.Count > 0 && !rows.OnlyAbsent).Select(rows => PreviewRows.Of(rows, compared))],
            RowsRead = facts.Where(rows => !rows.OnlyAbsent).Sum(rows => rows.Count),
            RowsUsed = facts.Where(rows => !rows.OnlyAbsent).Sum(rows => rows.Count),
        };
    }

    private static async Task<Outcome<UploadReading>> Spreadsheet(UploadShelf shelf, SaimaDb db, Upload upload, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var notes = Array.Empty<Phrase>() as IReadOnlyList<Phrase>;
        var mapped = File.Exists(shelf.Mapping(upload)) ? MappingFile.Read(shelf.Mapping(upload)) : default(Outcome<Mapping>?);
        // A proposal that lacks what is needed is kept to be completed, and is made anew as long as nobody did.
        if (mapped is null || (upload.Composed && mapped.Value.Refusal is not null))
        {
            var proposed = ProposeMapping.Run(SourceFile.Open(shelf.Source(upload), cancel), upload.Season);
            if (proposed.Refusal is not null)
            {
                var unknown = UploadRefusals.NothingRecognised(upload);
                return SheetSketch.Of(SourceFile.Open(shelf.Source(upload), cancel), null) with { Problems = [unknown], ProblemCount = 1, ErrorCount = 1 };
            }

            mapped = await KnownUnits.Into(proposed.Value!.Mapping, db, upload.Season, cancel);
            notes = proposed.Value.Open;
            UploadShelf.WriteText(shelf.Mapping(upload), MappingFile.Write(mapped.Value.Value!));
        }
        else
        {
            notes = shelf.Reading(upload)?.Notes ?? [];
        }

        if (mapped.Value.Refusal is { } refusal)
        {
            return refusal;
        }

        var mapping = mapped.Value.Value!;
        var sketch = SheetSketch.Of(SourceFile.Open(shelf.Source(upload), cancel), mapping);
        var reading = ReadSpreadsheet.Run(SourceFile.Open(shelf.Source(upload), cancel), mapping, upload.Season, new Rows(progress), cancel);
        var compared = reading.ErrorCount == 0 ? await Compare(db, RegisterFacts.Of(reading, upload.Season), progress, cancel) : [];
        return sketch with
        {
            Notes = notes,
            Tables = [.. reading.Tables.Where(table => table.Rows.Count > 0).Select(table => PreviewRows.Of(table, compared))],
            RowsRead = reading.RowsRead,
            RowsUsed = reading.RowsUsed,
            SetAside = [.. reading.SetAside.Select(pair => new CountedReason(pair.Reason, pair.Rows)), .. reading.NotMade.Select(pair => new CountedReason(pair.Reason, pair.Rows))],
            Problems = reading.Problems,
            ProblemCount = reading.ProblemCount,
            ErrorCount = reading.ErrorCount,
        };
    }

    private static Task<IReadOnlyList<TableComparison>> Compare(SaimaDb db, IReadOnlyList<FactRows> facts, IProgress<WorkProgress> progress, CancellationToken cancel) =>
        CompareFacts.Run(db, facts, new Steps(progress, "compare"), cancel);

    internal sealed class Rows(IProgress<WorkProgress> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(new("read", value.Rows, null));
    }

    internal sealed class Steps(IProgress<WorkProgress> progress, string stage) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value) => progress.Report(new(stage, value.Done, value.Total));
    }
}
