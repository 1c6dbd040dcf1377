using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saima.Composition;
using Saima.Kernel.Data;

namespace Saima.Testing;

/// <summary>A migrated database of the whole platform for one test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<string> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<string> PostgresTemplate = new(MakePostgresTemplate);
    private readonly List<SaimaDb> _open = [];

    private TestDatabase(DatabaseAddress address) => Address = address;

    /// <summary>Both kinds, for theories.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["sqlite", "postgres"];

    public DatabaseAddress Address { get; }

    /// <summary>What <c>--db</c> takes.</summary>
    public string Db => Address.File ?? Address.Connection;

    /// <param name="kind"><c>sqlite</c> or <c>postgres</c>.</param>
    public static TestDatabase Create(string kind)
    {
        if (kind == "sqlite")
        {
            var file = Path.Combine(Path.GetTempPath(), $"saima-{Guid.NewGuid():N}.db");
            File.Copy(SqliteTemplate.Value, file);
            return new(DatabaseAddress.Parse(file));
        }

        var name = $"saima_{Guid.NewGuid():N}";
        lock (PostgresTemplate)
        {
            Execute($"CREATE DATABASE {name} TEMPLATE {PostgresTemplate.Value}");
        }

        return new(DatabaseAddress.Parse($"{PostgresServer.Connection};Database={name}"));
    }

    /// <summary>A context of its own; disposed with the database.</summary>
    public SaimaDb Open()
    {
        var db = new SaimaDb(Address.Options().Options, AllModules.List);
        lock (_open)
        {
            _open.Add(db);
        }

        return db;
    }

    /// <summary>The services of the platform on this database.</summary>
    public ServiceProvider Services() => OpenDatabase.Run(Address, AllModules.List);

    /// <summary>Closes every context that is open on it.</summary>
    public async Task Close()
    {
        foreach (var db in _open)
        {
            await db.DisposeAsync();
        }

        _open.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        if (Address.File is { } file)
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }

            return;
        }

        await using (var connection = new NpgsqlConnection(Address.Connection))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(Address.Connection).Database} WITH (FORCE)");
    }

    private static string MakeSqliteTemplate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"saima-template-{Guid.NewGuid():N}.db");
        OpenDatabase.Migrate(DatabaseAddress.Parse(file), AllModules.List);
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static string MakePostgresTemplate()
    {
        var name = $"saima_template_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name}");
        OpenDatabase.Migrate(DatabaseAddress.Parse($"{PostgresServer.Connection};Database={name};Pooling=false"), AllModules.List);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Environment.GetEnvironmentVariable("SAIMA_TEST_PG") is { Length: > 0 })
            {
                Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            }
        };
        return name;
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"{PostgresServer.Connection};Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
