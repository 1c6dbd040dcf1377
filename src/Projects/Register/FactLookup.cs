using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Projects.Register;

/// <summary>One fact of any table, by its key or by the number of a version.</summary>
internal static class FactLookup
{
    /// <summary>The current version; empty if there is none or it was withdrawn.</summary>
    /// <param name="key">Cells of the key in the order of the table's columns, the season first.</param>
    public static async Task<FactVersion?> Current(SaimaDb db, FactTable table, IReadOnlyList<object?> key, CancellationToken cancel)
    {
        var season = (int)(long)key[0]!;
        return table.Title switch
        {
            "units" => await Of<UnitFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Code == (string)key[1]!, cancel),
            "projects" => await Of<ProjectFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Project == (string)key[1]!, cancel),
            "plans" => await Of<PlanFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Project == (string)key[1]! && fact.Month == (int)(long)key[2]!, cancel),
            "reports" => await Of<ReportFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Project == (string)key[1]! && fact.Month == (int)(long)key[2]!, cancel),
            "milestones" => await Of<MilestoneFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Project == (string)key[1]! && fact.Name == (string)key[2]!, cancel),
            "issues" => await Of<IssueFact>(db).SingleOrDefaultAsync(fact => fact.Season == season && fact.Project == (string)key[1]! && fact.Title == (string)key[2]!, cancel),
            _ => throw new ArgumentException($"{table.Title} is not edited by hand.", nameof(table)),
        };
    }

    /// <summary>A version that was, of the same fact.</summary>
    public static async Task<FactVersion?> Version(SaimaDb db, FactTable table, long id, CancellationToken cancel) => table.Title switch
    {
        "units" => await db.Set<UnitFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        "projects" => await db.Set<ProjectFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        "plans" => await db.Set<PlanFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        "reports" => await db.Set<ReportFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        "milestones" => await db.Set<MilestoneFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        "issues" => await db.Set<IssueFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Id == id, cancel),
        _ => null,
    };

    /// <summary>Cells in the order of the table's columns.</summary>
    public static IReadOnlyList<object?> Cells(FactTable table, FactVersion fact) => [.. table.Columns.Select(column => Cell(fact, column))];

    private static object? Cell(FactVersion fact, FactColumn column)
    {
        var name = string.Concat(column.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return fact.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(fact) is { } value ? value is int whole ? (long)whole : value : null;
    }

    private static IQueryable<T> Of<T>(SaimaDb db)
        where T : FactVersion => db.Set<T>().AsNoTracking().Where(fact => fact.SupersededBy == null && !fact.Withdrawn);
}
