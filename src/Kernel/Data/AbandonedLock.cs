using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Saima.Kernel.Data;

/// <summary>
/// On SQLite whoever changes the schema holds a row as a lock, and everybody else waits for it without end, even if its holder was killed. PostgreSQL's locks end
/// with their connection.
/// </summary>
internal static class AbandonedLock
{
    // Far longer than the schema takes to make.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits while a lock is young and takes away one that is old.</summary>
    public static void Release(SaimaDb db, TimeProvider time)
    {
        db.Database.OpenConnection();
        try
        {
            while (Held(db) is { } since && time.GetUtcNow() - since < Patience)
            {
                Thread.Sleep(200);
            }

            if (Held(db) is not null)
            {
                db.Database.ExecuteSql($"DELETE FROM \"__EFMigrationsLock\"");
            }
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    private static DateTimeOffset? Held(SaimaDb db) =>
        db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").Single() == 0 ? null
            : db.Database.SqlQuery<string>($"SELECT \"Timestamp\" AS \"Value\" FROM \"__EFMigrationsLock\"").AsEnumerable()
                .Select(text => (DateTimeOffset?)DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).FirstOrDefault();
}
