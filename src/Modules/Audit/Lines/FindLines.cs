using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Audit.Lines;

/// <summary>A line of the list.</summary>
public sealed record ListedLine(long Number, long At, string By, string Action, string Subject, string? Reason);

/// <summary>A page of the ledger, the newest first.</summary>
/// <param name="Older">Where the next page begins; empty at the end.</param>
/// <param name="Newer">Where the page before ends; empty at the newest line.</param>
/// <param name="Until">How far back was searched, where that is not to the end: milliseconds.</param>
public sealed record FoundLines(IReadOnlyList<ListedLine> Lines, LineKey? Older, LineKey? Newer, long? Until);

/// <summary>
/// Finds lines in a time that does not grow with the ledger: the rarest of the conditions that have an index leads, the others are looked for in so many lines of it,
/// and where those are not enough the page says how far it looked.
/// </summary>
public static class FindLines
{
    public const int PageSize = 50;
    public const int Window = 20_000;

    public static async Task<FoundLines> Run(SaimaDb db, LineFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(filter);
        var newer = filter.After is not null;
        var (leading, rest) = await Split(db, filter, cancel);
        leading = Beyond(leading, filter);
        LineKey? edge = null;
        if (rest.Count > 0)
        {
            var ordered = newer ? leading.OrderBy(line => line.At).ThenBy(line => line.Number) : leading.OrderByDescending(line => line.At).ThenByDescending(line => line.Number);
            edge = await ordered.Skip(Window - 1).Select(line => (LineKey?)new LineKey(line.At, line.Number)).FirstOrDefaultAsync(cancel);
            leading = edge is not { } last ? leading : newer ? UpTo(leading, last) : DownTo(leading, last);
        }

        var narrow = rest.Aggregate(leading, (lines, one) => lines.Where(one));
        var sorted = newer ? narrow.OrderBy(line => line.At).ThenBy(line => line.Number) : narrow.OrderByDescending(line => line.At).ThenByDescending(line => line.Number);
        var found = await sorted.Take(PageSize + 1).Select(line => new ListedLine(line.Number, line.At, line.By, line.Action, line.Subject, line.Reason)).ToListAsync(cancel);
        var full = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        LineKey? onward = full ? Key(shown[^1]) : edge;
        if (newer)
        {
            shown.Reverse();
        }

        var back = shown.Count > 0 ? Key(newer ? shown[^1] : shown[0]) : filter.After ?? filter.Before;
        return newer ? new(shown, back, onward, full ? null : edge?.At) : new(shown, onward, filter.Before is null ? null : back, full ? null : edge?.At);
    }

    /// <summary>All lines of a filter, the newest first, however many.</summary>
    public static IQueryable<LedgerEntry> All(SaimaDb db, LineFilter filter)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(filter);
        return Exactly(filter).Concat(Containing(filter)).Aggregate(InTime(db, filter), (lines, one) => lines.Where(one)).OrderByDescending(line => line.At).ThenByDescending(line => line.Number);
    }

    private static async Task<(IQueryable<LedgerEntry> Leading, IReadOnlyList<Expression<Func<LedgerEntry, bool>>> Others)> Split(SaimaDb db, LineFilter filter, CancellationToken cancel)
    {
        var lines = InTime(db, filter);
        var equal = Exactly(filter);
        var leads = 0;
        if (equal.Count > 1)
        {
            var fewest = int.MaxValue;
            for (var at = 0; at < equal.Count; at++)
            {
                var count = await lines.Where(equal[at]).Take(Window).CountAsync(cancel);
                (fewest, leads) = count < fewest ? (count, at) : (fewest, leads);
            }
        }

        var rest = Loosely(filter);
        return equal.Count == 0 ? (lines, Containing(filter)) : (lines.Where(equal[leads]), [.. rest.Where((_, at) => at != leads), .. Containing(filter)]);
    }

    private static IQueryable<LedgerEntry> InTime(SaimaDb db, LineFilter filter)
    {
        var lines = db.Set<LedgerEntry>().AsNoTracking();
        lines = filter.FromAt is { } from ? lines.Where(line => line.At >= from) : lines;
        return filter.ToAt is { } to ? lines.Where(line => line.At < to) : lines;
    }

    private static List<Expression<Func<LedgerEntry, bool>>> Exactly(LineFilter filter)
    {
        var (by, action, subject) = (filter.By, filter.Action, filter.Subject);
        return [.. Given((by, line => line.By == by), (action, line => line.Action == action), (subject, line => line.Subject == subject))];
    }

    // Written so that no index is taken for it: the condition that leads has the right one.
    private static List<Expression<Func<LedgerEntry, bool>>> Loosely(LineFilter filter)
    {
        var (by, action, subject) = (filter.By, filter.Action, filter.Subject);
        return [.. Given((by, line => line.By.Trim() == by), (action, line => line.Action.Trim() == action), (subject, line => line.Subject.Trim() == subject))];
    }

    private static IEnumerable<Expression<Func<LedgerEntry, bool>>> Given(params (string Value, Expression<Func<LedgerEntry, bool>> Condition)[] conditions) =>
        conditions.Where(one => one.Value.Length > 0).Select(one => one.Condition);

    private static IReadOnlyList<Expression<Func<LedgerEntry, bool>>> Containing(LineFilter filter)
    {
        // Names and reasons are kept in simplified characters, as nearly everything is.
        var (typed, simplified) = (filter.Search, TraditionalChinese.Simplified(filter.Search));
        return typed.Length == 0 ? []
            : typed == simplified ? [line => line.Subject.Contains(typed) || line.By.Contains(typed) || (line.Reason != null && line.Reason.Contains(typed))]
            : [line => line.Subject.Contains(typed) || line.By.Contains(typed) || (line.Reason != null && line.Reason.Contains(typed))
                || line.Subject.Contains(simplified) || line.By.Contains(simplified) || (line.Reason != null && line.Reason.Contains(simplified))];
    }

    private static IQueryable<LedgerEntry> Beyond(IQueryable<LedgerEntry> lines, LineFilter filter) => filter switch
    {
        { After: { } after } => lines.Where(line => line.At >= after.At && (line.At > after.At || line.Number > after.Number)),
        { Before: { } before } => lines.Where(line => line.At <= before.At && (line.At < before.At || line.Number < before.Number)),
        _ => lines,
    };

    private static IQueryable<LedgerEntry> DownTo(IQueryable<LedgerEntry> lines, LineKey last) => lines.Where(line => line.At >= last.At && (line.At > last.At || line.Number >= last.Number));

    private static IQueryable<LedgerEntry> UpTo(IQueryable<LedgerEntry> lines, LineKey last) => lines.Where(line => line.At <= last.At && (line.At < last.At || line.Number <= last.Number));

    private static LineKey Key(ListedLine line) => new(line.At, line.Number);
}
