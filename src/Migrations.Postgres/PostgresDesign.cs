using Microsoft.EntityFrameworkCore.Design;
using Saima.Composition;
using Saima.Kernel.Data;

namespace Saima.Migrations.Postgres;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model; no database is opened.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<SaimaDb>
{
    public SaimaDb CreateDbContext(string[] args) => new(DatabaseAddress.Parse("Host=design").Options().Options, AllModules.List);
}
