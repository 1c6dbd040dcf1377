using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>One transaction on the register. Only one writes at a time: SQLite locks the database, on PostgreSQL the table of changes is locked.</summary>
internal sealed class RegisterWriting : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private RegisterWriting(SaimaDb db, IDbContextTransaction transaction) => (Db, _transaction) = (db, transaction);

    public SaimaDb Db { get; }

    public static async Task<RegisterWriting> Begin(SaimaDb db, CancellationToken cancel)
    {
        var writing = new RegisterWriting(db, await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel));
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE projects_change IN EXCLUSIVE MODE", cancel);
        }

        return writing;
    }

    public FactMerge Merge(FactTable table) => new(Connection, Transaction, table);

    public async Task<RegisterChange> Add(RegisterChange change, CancellationToken cancel)
    {
        Db.Add(change);
        await Db.SaveChangesAsync(cancel);
        return change;
    }

    public Task Commit(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private DbConnection Connection => Db.Database.GetDbConnection();

    private DbTransaction Transaction => _transaction.GetDbTransaction();
}
