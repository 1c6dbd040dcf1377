using Microsoft.EntityFrameworkCore.Design;
using Saima.Composition;
using Saima.Kernel.Data;

namespace Saima.Migrations.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model; no database is opened.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SaimaDb>
{
    public SaimaDb CreateDbContext(string[] args) => new(DatabaseAddress.Parse("design.db").Options().Options, AllModules.List);
}
