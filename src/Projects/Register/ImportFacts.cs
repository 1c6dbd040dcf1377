using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Register;

/// <summary>What is to be imported and on whose word.</summary>
/// <param name="Season">Season whose books the facts belong to.</param>
/// <param name="Source">Name of the file or folder they come from.</param>
/// <param name="By">Who imports.</param>
/// <param name="Reason">Why; needed by nobody, kept for everybody.</param>
public sealed record ImportOrder(int Season, string? Source, string By, string? Reason = null)
{
    /// <summary>How the change is known, one of <see cref="RegisterChange"/>'s kinds.</summary>
    public string Kind { get; init; } = RegisterChange.Import;

    /// <summary>What else the ledger keeps of it, before the facts; kept even if no fact differs.</summary>
    public IReadOnlyList<LedgerLine> Also { get; init; } = [];
}

/// <summary>What an import did.</summary>
/// <param name="ChangeId">The change it is known by; empty if nothing differed and so nothing was written.</param>
/// <param name="Rows">Rows handed in.</param>
/// <param name="Added">Facts that were not in the register.</param>
/// <param name="Corrected">Facts of which the register had another version.</param>
public sealed record Imported(long? ChangeId, int Season, long Rows, long Added, long Corrected)
{
    public bool NothingNew => ChangeId is null;
}

/// <summary>
/// Writes facts into the register in one transaction: rows that differ from the current version become new versions, all others are left alone,
/// and facts that the rows do not mention stay.
/// </summary>
public static class ImportFacts
{
    /// <param name="cancel">When cancelled nothing is written.</param>
    public static async Task<Imported> Run(
        SaimaDb db, TimeProvider time, ImportOrder order, IReadOnlyList<FactRows> facts, IProgress<RegisterProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(facts);
        return (await Guarded(db, time, order, facts, _ => Task.FromResult<Refusal?>(null), progress, cancel)).Value!;
    }

    /// <param name="guard">Looks at the register once nobody else can write to it, and may write what belongs into the same transaction, or refuse; nothing is written then.</param>
    public static async Task<Outcome<Imported>> Guarded(
        SaimaDb db, TimeProvider time, ImportOrder order, IReadOnlyList<FactRows> facts, Func<SaimaDb, Task<Refusal?>> guard, IProgress<RegisterProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(guard);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var writing = await RegisterWriting.Begin(db, cancel);
            if (await guard(db) is { } refusal)
            {
                return refusal;
            }

            return await Write(writing, time, order, facts, progress, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Within a transaction that is there already; it is committed.</summary>
    internal static async Task<Imported> Write(
        RegisterWriting writing, TimeProvider time, ImportOrder order, IReadOnlyList<FactRows> facts, IProgress<RegisterProgress>? progress, CancellationToken cancel)
    {
        var total = facts.Where(rows => !rows.OnlyAbsent).Sum(rows => rows.Count);
        var done = 0L;
        var count = default(FactCount);
        var differing = new List<FactTable>();
        foreach (var rows in facts)
        {
            var found = await writing.Merge(rows.Table).Compare(rows, since => progress?.Report(new(rows.Table.Title, done += rows.OnlyAbsent ? 0 : since, total)), cancel);
            count += rows.OnlyAbsent ? default : found;
            if (found != default)
            {
                differing.Add(rows.Table);
            }
        }

        var change = differing.Count == 0 ? null : await writing.Add(
            new()
            {
                Kind = order.Kind,
                Season = order.Season,
                At = time.GetUtcNow(),
                By = order.By,
                Reason = order.Reason,
                Source = order.Source,
                Added = count.Added,
                Corrected = count.Corrected,
            },
            cancel);
        foreach (var table in differing)
        {
            progress?.Report(new("write", total, total));
            await writing.Merge(table).Write(change!.Id, cancel);
        }

        foreach (var rows in facts)
        {
            await writing.Merge(rows.Table).Forget(cancel);
        }

        if (change is not null)
        {
            await ChangeTrail.Write(writing, change, differing, order.Also, cancel);
            await writing.Commit(cancel);
        }
        else if (order.Also.Count > 0)
        {
            await AppendToLedger.Run(writing.Db, time.GetUtcNow(), order.By, order.Also, cancel);
            await writing.Commit(cancel);
        }

        return new(change?.Id, order.Season, total, count.Added, count.Corrected);
    }
}
