using Microsoft.EntityFrameworkCore;

namespace Saima.Kernel.Data;

/// <summary>
/// The right to change the schema of a SQLite file. It is a lock of the operating system on a file beside the database, which ends with its holder however that ends.
/// The row that EF keeps as its own lock outlives a killed process and would hold up everybody after it; whoever has this right knows that nobody stands behind it.
/// PostgreSQL's locks end with their connection.
/// </summary>
public sealed class SchemaRight : IDisposable
{
    private const int Pause = 100;
    private readonly FileStream held;

    private SchemaRight(FileStream held) => this.held = held;

    /// <summary>Name of the file that is locked; it stays, empty, because a lock on a file that goes away protects nobody.</summary>
    public static string FileOf(string database) => database + ".schema-lock";

    /// <summary>Waits until whoever changes the schema is done.</summary>
    public static SchemaRight Take(string database)
    {
        var file = FileOf(database);
        while (true)
        {
            try
            {
                return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(file))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Takes away what a killed process left of EF's lock.</summary>
    public static void ClearAbandoned(SaimaDb db)
    {
        var there = db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").Single() > 0;
        if (there)
        {
            db.Database.ExecuteSql($"DELETE FROM \"__EFMigrationsLock\"");
        }
    }

    public void Dispose() => held.Dispose();
}
