using Microsoft.AspNetCore.Http;
using Saima.Kernel.Data;
using Saima.Kernel.Evidence;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Evidence;

namespace Saima.Projects.Sendings;

/// <summary>A photo of a project's month as a device sends it, perhaps not for the first time.</summary>
public sealed record PhotoSending(Guid Key, int Season, Month Month, string Project, IFormFile File);

/// <summary>Takes a photo in as evidence of a report: once, however often it comes.</summary>
public static class SendPhoto
{
    /// <returns>Ids of the pieces.</returns>
    public static async Task<Outcome<IReadOnlyList<long>>> Run(SaimaDb db, EvidenceStore store, TimeProvider time, Actor actor, PhotoSending order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var of = new EvidenceTarget(EvidencePurpose.Report, order.Month.ToString()).Key;
        var sending = Sending.Of(order.Key, new { order.Season, of, order.Project, order.File.FileName, order.File.Length });
        return await Sending.Answered<IReadOnlyList<long>>(db, actor, sending, cancel)
            ?? await AddEvidence.Run(db, store, time, actor, new(order.Season, order.Project, of, null) { Sending = sending }, [order.File], cancel);
    }
}
