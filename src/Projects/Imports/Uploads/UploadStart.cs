using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Editing;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Starts the long work on an upload.</summary>
internal static class UploadStart
{
    private const int LongestText = 200;

    public static void Reading(UploadWork work, Upload upload) => work.Begin(
        upload.Id, (services, progress, cancel) => ReadUpload.Run(services.GetRequiredService<UploadShelf>(), services.GetRequiredService<SaimaDb>(), upload, progress, cancel));

    /// <summary>Reads a file anew, after something was chosen or the work was interrupted.</summary>
    public static void ReadingAgain(UploadShelf shelf, UploadWork work, Upload upload)
    {
        if (work.Of(upload.Id) is null)
        {
            var again = upload with { Stage = UploadStage.Reading, Refusal = null };
            shelf.Save(again);
            Reading(work, again);
        }
    }

    /// <summary>Begins to write; one of a season at a time.</summary>
    public static Refusal? Importing(UploadShelf shelf, UploadWork work, TimeProvider time, Upload upload, string by, string reason)
    {
        (by, reason) = (ReadEntry.Tidy(by), ReadEntry.Tidy(reason));
        if (by.Length is 0 or > LongestText || reason.Length is 0 or > LongestText)
        {
            return UploadRefusals.WhoMissing;
        }

        if (shelf.Reading(upload) is { ErrorCount: > 0 } reading)
        {
            return UploadRefusals.Faulty(reading.ErrorCount);
        }

        if (work.Of(upload.Id) is not null)
        {
            return null;
        }

        var order = upload with { Stage = UploadStage.Importing, By = by, Reason = reason, Began = time.GetUtcNow(), Refusal = null };
        if (work.Claim(order) is { } other)
        {
            return UploadRefusals.Running(other);
        }

        shelf.Save(order);
        work.Begin(
            order.Id,
            (services, progress, cancel) => ImportUpload.Run(services.GetRequiredService<UploadShelf>(), services.GetRequiredService<SaimaDb>(), time, order, progress, cancel),
            () => work.Release(order));
        return null;
    }
}
