using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Saima.Kernel.Data;

/// <summary>Where the data is: a SQLite file, or a PostgreSQL database.</summary>
/// <param name="Connection">Connection string.</param>
/// <param name="IsPostgres">PostgreSQL, else SQLite.</param>
public sealed record DatabaseAddress(string Connection, bool IsPostgres)
{
    public const string Default = "data/saima.db";

    /// <summary>File of a SQLite database.</summary>
    public string? File => IsPostgres ? null : new SqliteConnectionStringBuilder(Connection).DataSource;

    /// <summary>As people may see it: without a password.</summary>
    public string Name => File ?? (new NpgsqlConnectionStringBuilder(Connection) is var postgres ? $"{postgres.Database} ({postgres.Host})" : "");

    /// <param name="text">A path (<c>sqlite:</c> may precede it), a <c>postgres://</c> address, or a connection string with <c>Host=</c>; empty for <see cref="Default"/>.</param>
    public static DatabaseAddress Parse(string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? Default : text.Trim();
        return text switch
        {
            _ when text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal) => new(FromUri(new(text)), true),
            _ when text.Contains("Host=", StringComparison.OrdinalIgnoreCase) => new(text, true),
            _ when text.StartsWith("sqlite:", StringComparison.Ordinal) => Sqlite(text["sqlite:".Length..]),
            _ => Sqlite(text),
        };
    }

    /// <summary>What was given, else <c>SAIMA_DB</c>, else <c>saima.db</c> in the folder <c>SAIMA_DATA</c> or <c>data</c>.</summary>
    public static DatabaseAddress Choose(string? given)
    {
        var text = string.IsNullOrWhiteSpace(given) ? Environment.GetEnvironmentVariable("SAIMA_DB") : given;
        var folder = Environment.GetEnvironmentVariable("SAIMA_DATA");
        return Parse(string.IsNullOrWhiteSpace(text) && !string.IsNullOrWhiteSpace(folder) ? Path.Combine(folder, "saima.db") : text);
    }

    public DbContextOptionsBuilder<SaimaDb> Options()
    {
        var builder = new DbContextOptionsBuilder<SaimaDb>();
        _ = IsPostgres
            ? builder.UseNpgsql(Connection, npgsql => npgsql.MigrationsAssembly("Saima.Migrations.Postgres"))
            : builder.UseSqlite(Connection, sqlite => sqlite.MigrationsAssembly("Saima.Migrations.Sqlite"));
        return builder;
    }

    private static DatabaseAddress Sqlite(string path) => new(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 60 }.ToString(), false);

    private static string FromUri(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host, Database = address.AbsolutePath.Trim('/') };
        if (address.Port > 0)
        {
            builder.Port = address.Port;
        }

        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        return builder.ToString();
    }
}
