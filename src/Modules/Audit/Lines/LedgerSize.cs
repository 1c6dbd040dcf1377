using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Audit.Lines;

/// <summary>How much there is in the ledger and since when, without counting.</summary>
public static class LedgerSize
{
    public static async Task<(long Lines, long? First)> Read(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var last = await db.Set<LedgerBatch>().AsNoTracking().OrderByDescending(batch => batch.Number).Select(batch => (long?)(batch.FirstEntry + batch.Entries - 1)).FirstOrDefaultAsync(cancel);
        var first = await db.Set<LedgerEntry>().AsNoTracking().OrderBy(line => line.At).ThenBy(line => line.Number).Select(line => (long?)line.At).FirstOrDefaultAsync(cancel);
        return (last ?? 0, first);
    }
}
