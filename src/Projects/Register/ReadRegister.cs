using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Projects.Register;

/// <summary>Reads the current facts of a season as a data package: one query for each table, all of them as of the same moment.</summary>
public static class ReadRegister
{
    public static async Task<Outcome<DataPackage>> Run(SaimaDb db, int season, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var facts = await CurrentFacts.Open(db.Database.GetDbConnection(), season, cancel);
            return await Read(facts, season, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<Outcome<DataPackage>> Read(CurrentFacts facts, int season, CancellationToken cancel)
    {
        var tables = new Dictionary<string, ReadRows>(StringComparer.Ordinal);
        var (units, _) = await Table(facts, PackageTable.Units, null, null, cancel);
        tables["units"] = units;
        var (projects, homeless) = await Table(facts, PackageTable.Projects, null, new(units.Pool("code"), units.Int("code"), units.Count), cancel);
        tables["projects"] = projects;
        if (homeless > 0)
        {
            return RegisterRefusals.UnitWithdrawn(season, homeless);
        }

        if (projects.Count == 0)
        {
            return RegisterRefusals.SeasonEmpty(season);
        }

        var lookup = new KeyLookup(projects.Pool("id"), projects.Int("id"), projects.Count);
        foreach (var table in PackageTable.All.Where(table => !tables.ContainsKey(table.Name)))
        {
            // Rows of a project that was withdrawn later are left out with it.
            (tables[table.Name], _) = await Table(facts, table, lookup, null, cancel);
        }

        return AssemblePackage.Run(tables, 1);
    }

    private static async Task<(ReadRows Rows, long Unplaced)> Table(CurrentFacts facts, PackageTable table, KeyLookup? projects, KeyLookup? units, CancellationToken cancel)
    {
        var source = FactTable.OfPackage.Single(known => known.Title == table.Name);
        var rows = new RegisterRows(table, source, projects, units);
        var unplaced = 0L;
        await foreach (var cells in facts.Read(source, cancel))
        {
            unplaced += rows.Add(cells) ? 0 : 1;
        }

        return (rows.Sorted(), unplaced);
    }
}
