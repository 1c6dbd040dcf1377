using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Log;

/// <summary>An entry as the page lists it.</summary>
/// <param name="Corrects">Index of the entry it corrects, if that was published.</param>
internal sealed record ListedEntry(long Index, EditionEntry Entry, long? Corrects);

/// <summary>A page of the log's entries, the newest first.</summary>
internal static class LogListing
{
    public const int Rows = 50;

    public static async Task<IReadOnlyList<ListedEntry>> Read(SaimaDb db, long size, int page, CancellationToken cancel)
    {
        var (last, first) = (size - ((page - 1L) * Rows), size - (page * (long)Rows));
        var kept = await db.Set<LogEntry>().AsNoTracking().Where(entry => entry.Index >= first && entry.Index < last).OrderByDescending(entry => entry.Index)
            .Select(entry => new { entry.Index, entry.Text }).ToListAsync(cancel);
        var entries = kept.ConvertAll(entry => (entry.Index, Entry: EditionEntry.Parse(Encoding.UTF8.GetBytes(entry.Text))!));
        var corrected = entries.Select(one => one.Entry.Supersedes).OfType<string>().ToList();
        var known = await db.Set<LogEntry>().AsNoTracking().Where(entry => corrected.Contains(entry.Bundle)).ToDictionaryAsync(entry => entry.Bundle, entry => entry.Index, cancel);
        return entries.ConvertAll(one => new ListedEntry(one.Index, one.Entry, one.Entry.Supersedes is { } bundle && known.TryGetValue(bundle, out var index) ? index : null));
    }
}
