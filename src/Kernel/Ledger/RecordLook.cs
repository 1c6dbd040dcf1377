using Saima.Kernel.Data;

namespace Saima.Kernel.Ledger;

/// <summary>
/// Records that somebody looked at personal data or took data out, before it is shown: what cannot be recorded is not to be shown.
/// </summary>
public static class RecordLook
{
    /// <summary>Somebody looked at what names a person 查看个人信息.</summary>
    public const string Looked = "look";

    /// <summary>Somebody took data out of the platform 导出.</summary>
    public const string Exported = "export";

    /// <param name="db">Outside a transaction: a look is recorded by itself, and stays recorded if what follows fails.</param>
    /// <param name="action"><see cref="Looked"/> or <see cref="Exported"/>.</param>
    /// <param name="subject">What was looked at, never the personal data itself.</param>
    /// <param name="scope">Which part, as a filter in words or JSON.</param>
    /// <returns>The sealed batch in which the look stands.</returns>
    public static async Task<LedgerBatch> Run(
        SaimaDb db, DateTimeOffset at, string by, string action, string subject, string? reason = null, string? scope = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        if (action is not (Looked or Exported))
        {
            throw new ArgumentException("A look is a look or an export.", nameof(action));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await AppendToLedger.Run(db, at, by, [new LedgerLine(action, subject, reason, null, scope)], cancel);
        await transaction.CommitAsync(cancel);
        return batch!;
    }
}
