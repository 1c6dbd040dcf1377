using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Projects.Views;

/// <summary>The transaction in which a view changes, and what the ledger keeps of it.</summary>
internal static class ViewTrail
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One at a time: two people may choose the same name at once.</summary>
    public static async Task<IDbContextTransaction> Begin(SaimaDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE projects_saved_view IN EXCLUSIVE MODE", cancel);
        }

        return transaction;
    }

    public static async Task Write(SaimaDb db, string action, DateTimeOffset at, string by, SavedView? before, SavedView? after, CancellationToken cancel) =>
        await AppendToLedger.Run(db, at, by, [new(action, FormattableString.Invariant($"projects/view/{(after ?? before)!.Id}"), null, Json(before), Json(after))], cancel);

    private static string? Json(SavedView? view) => view is null ? null : JsonSerializer.Serialize(new { name = view.Name, query = view.Query }, Plain);
}
