using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Sheets;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Ui;

namespace Saima.Projects.Imports.Uploads;

/// <summary>What the import desk gives to download, and how far its work is, for the page's script.</summary>
public static class UploadEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/import/{id:guid}/progress.json", Progress).WithMetadata(new DeskAttribute(Role.ProjectOffice));
        endpoints.MapGet("/import/{id:guid}/mapping.json", MappingJson).WithMetadata(new DeskAttribute(Role.ProjectOffice));
        endpoints.MapGet("/import/{id:guid}/annotated.xlsx", Annotated).WithMetadata(new DeskAttribute(Role.ProjectOffice), new RecordedAttribute(RecordLook.Exported));
        endpoints.MapGet("/import/season/{season:int}.xlsx", Season).WithMetadata(new DeskAttribute(Role.ProjectOffice), new RecordedAttribute(RecordLook.Exported, "projects/{season}"));
    }

    private static IResult Progress(Guid id, HttpContext http, UploadShelf shelf, UploadWork work)
    {
        http.Response.Headers.CacheControl = "no-store";
        // The work first: once it is not running, what is on the shelf is final.
        var progress = work.Of(id);
        return shelf.Find(id) is null ? Results.NotFound()
            : Results.Json(new { working = progress is not null, text = progress is null ? "" : UploadWords.Progress(progress).In(System.Globalization.CultureInfo.CurrentUICulture), progress?.Rows, progress?.Total });
    }

    private static IResult MappingJson(Guid id, UploadShelf shelf) =>
        shelf.Find(id) is { } upload && File.Exists(shelf.Mapping(upload))
            ? Results.File(shelf.Mapping(upload), "application/json", Path.GetFileNameWithoutExtension(upload.FileName) + "-mapping.json")
            : Results.NotFound();

    private static async Task<IResult> Annotated(Guid id, UploadShelf shelf, UploadWork work, CancellationToken cancel)
    {
        if (work.Of(id) is not null || shelf.Find(id) is not { Stage: UploadStage.Read } upload || shelf.Reading(upload) is not { } reading || !File.Exists(shelf.Source(upload)))
        {
            return Results.NotFound();
        }

        try
        {
            if (!File.Exists(shelf.Annotated(upload)))
            {
                await Task.Run(() => Write(shelf, upload, reading, cancel), cancel);
            }

            return Results.File(shelf.Annotated(upload), Workbook, Path.GetFileNameWithoutExtension(upload.FileName) + "-annotated.xlsx");
        }
        catch (UnreadableFile)
        {
            return Results.NotFound();
        }
    }

    private static void Write(UploadShelf shelf, Upload upload, UploadReading reading, CancellationToken cancel)
    {
        // Two who ask at once each write their own, and the last one stays.
        var path = $"{shelf.Annotated(upload)}.{Guid.NewGuid():N}";
        var headers = new Dictionary<string, HeaderBlock>(StringComparer.Ordinal);
        var mapping = File.Exists(shelf.Mapping(upload)) ? MappingFile.Read(shelf.Mapping(upload)).Value : null;
        foreach (var sheet in SourceFile.Open(shelf.Source(upload), cancel))
        {
            var top = sheet.Rows.Take(HeaderBlock.SearchRows + 4).ToList();
            var header = upload.IsPackage ? top.Take(1).Select(row => HeaderBlock.From([row])).FirstOrDefault() : mapping is null ? null : SheetLayout.Locate(top, mapping);
            if (header is not null)
            {
                headers[sheet.Name ?? ""] = header;
            }
        }

        AnnotatedWorkbook.Write(path, SourceFile.Open(shelf.Source(upload), cancel), reading.Problems, sheet => headers.GetValueOrDefault(sheet.Name ?? ""), cancel);
        File.Move(path, shelf.Annotated(upload), overwrite: true);
    }

    private static async Task<IResult> Season(int season, SaimaDb db, CancellationToken cancel)
    {
        var read = await ReadRegister.Run(db, season, cancel);
        if (read.Value is not { } package || !PackageWriter.FitsWorkbook(package))
        {
            return Results.NotFound();
        }

        var content = new MemoryStream();
        PackageWriter.WriteWorkbook(package, content, System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en", cancel);
        content.Position = 0;
        return Results.File(content, Workbook, FormattableString.Invariant($"saima-register-{season}.xlsx"));
    }
}
