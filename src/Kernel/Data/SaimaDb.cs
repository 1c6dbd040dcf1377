using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Modules;

namespace Saima.Kernel.Data;

/// <summary>The one database; each module maps its own tables under its own prefix.</summary>
public sealed class SaimaDb(DbContextOptions<SaimaDb> options, IReadOnlyList<SaimaModule> modules) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in modules)
        {
            module.MapTables(modelBuilder);
        }
    }
}
