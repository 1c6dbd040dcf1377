using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Saima.Kernel.Ledger;
using Saima.Kernel.Modules;

namespace Saima.Kernel.Data;

/// <summary>The one database; each module maps its own tables under its own prefix.</summary>
public sealed class SaimaDb(DbContextOptions<SaimaDb> options, IReadOnlyList<SaimaModule> modules) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        LedgerData.Map(modelBuilder);
        foreach (var module in modules)
        {
            module.MapTables(modelBuilder);
        }

        if (Database.IsSqlite())
        {
            KeepMomentsAsNumbers(modelBuilder);
        }
    }

    // SQLite has no type for a moment, and text in different offsets does not sort.
    private static void KeepMomentsAsNumbers(ModelBuilder model)
    {
        var converter = new ValueConverter<DateTimeOffset, long>(moment => moment.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset?)))
        {
            property.SetValueConverter(converter);
        }
    }
}
