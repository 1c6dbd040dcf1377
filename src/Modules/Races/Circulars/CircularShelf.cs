using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;

namespace Saima.Modules.Races.Circulars;

/// <summary>A circular as lists show it.</summary>
public sealed record CircularHead(
    long Id, int Edition, int TemplateVersion, string DraftedBy, string DraftedById, DateTimeOffset DraftedAt, string? Number, DateOnly? Day, string? IssuedBy, DateTimeOffset? IssuedAt, string? Sha256, bool HasPdf);

/// <summary>The circulars that are kept.</summary>
public static class CircularShelf
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a round, the newest first.</summary>
    public static async Task<IReadOnlyList<CircularHead>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await (
            from circular in db.Set<Circular>()
            join head in db.Set<SettledRound>() on circular.RoundId equals head.Id
            where head.Season == season && head.Round == round
            orderby circular.Id descending
            select new CircularHead(
                circular.Id, head.Edition, circular.TemplateVersion, circular.DraftedBy, circular.DraftedById, circular.DraftedAt, circular.Number, circular.Day, circular.IssuedBy, circular.IssuedAt, circular.Sha256,
                db.Set<CircularFile>().Any(file => file.CircularId == circular.Id && file.Format == "pdf"))).ToListAsync(cancel);
    }

    /// <summary>The circular issued on an edition, without its paper and files; nothing if there is none.</summary>
    public static Task<Circular?> IssuedOf(SaimaDb db, long roundId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<Circular>().AsNoTracking().SingleOrDefaultAsync(one => one.IssuedRoundId == roundId, cancel);
    }

    /// <summary>A file of an issued circular as it was issued; nothing if it is not kept.</summary>
    public static Task<byte[]?> File(SaimaDb db, long circular, string format, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<CircularFile>().AsNoTracking().Where(one => one.CircularId == circular && one.Format == format).Select(one => one.Bytes).SingleOrDefaultAsync(cancel)!;
    }

    /// <summary>What was issued.</summary>
    public static Paper PaperOf(Circular circular)
    {
        ArgumentNullException.ThrowIfNull(circular);
        return JsonSerializer.Deserialize<Paper>(circular.Paper!, Json)!;
    }
}
