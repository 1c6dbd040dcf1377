using Microsoft.EntityFrameworkCore;
using Saima.Modules.Audit.Checks;

namespace Saima.Modules.Audit;

/// <summary>The tables this module owns.</summary>
public static class AuditData
{
    public static void Map(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<LedgerCheck>(check => check.ToTable("audit_check"));
    }
}
