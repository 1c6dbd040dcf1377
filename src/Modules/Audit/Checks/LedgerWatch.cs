using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Audit.Checks;

/// <summary>What the watch knows.</summary>
/// <param name="Number">The line up to which it looked.</param>
/// <param name="Total">How many findings there are; not all are kept.</param>
public sealed record Watched(long Number, DateTimeOffset At, long Total, IReadOnlyList<OddLine> Findings);

/// <summary>Watches clock and numbers of the ledger; each look goes on where the last one ended.</summary>
public sealed class LedgerWatch(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private ClockWatch watch = new();

    /// <summary>What the last look found; empty before the first.</summary>
    public Watched? Latest { get; private set; }

    /// <param name="afresh">From the first line on.</param>
    public async Task<Watched> Look(SaimaDb db, bool afresh = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await one.WaitAsync(cancel);
        try
        {
            // Where a look was broken off the next begins anew: it may have stopped in the middle of a line.
            var going = afresh || !await Stands(db, cancel) ? new ClockWatch() : watch;
            watch = new();
            var (last, now) = (going.Number, time.GetUtcNow());
            await foreach (var line in db.Set<LedgerEntry>().AsNoTracking().Where(line => line.Number > last).OrderBy(line => line.Number).Select(line => new { line.Number, line.At }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                going.Add(line.Number, line.At, now.ToUnixTimeMilliseconds());
            }

            watch = going;
            return Latest = new(going.Number, now, going.Total, [.. going.Findings]);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> Stands(SaimaDb db, CancellationToken cancel)
    {
        var (number, at) = (watch.Number, watch.At);
        return number > 0 && await db.Set<LedgerEntry>().AnyAsync(line => line.Number == number && line.At == at, cancel);
    }
}
