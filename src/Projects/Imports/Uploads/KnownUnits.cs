using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Register;

namespace Saima.Projects.Imports.Uploads;

/// <summary>The units the register has already: a spreadsheet that names one means it, and does not make another.</summary>
internal static class KnownUnits
{
    public static async Task<Mapping> Into(Mapping mapping, SaimaDb db, int season, CancellationToken cancel)
    {
        var units = await db.Set<UnitFact>().AsNoTracking().Where(unit => unit.Season == season && unit.SupersededBy == null && !unit.Withdrawn).OrderBy(unit => unit.Code).ToListAsync(cancel);
        if (units.Count == 0)
        {
            return mapping;
        }

        // Two units of one name cannot be told apart by it.
        var named = units.GroupBy(unit => unit.Name).Where(group => group.Count() == 1).Select(group => group.Single()).ToList();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, unit) in named.Select(unit => (unit.Name, unit)).Concat(units.Select(unit => (unit.Code, unit))))
        {
            (codes[word], names[word], classes[word]) = (unit.Code, unit.Name, unit.Class);
        }

        return mapping with
        {
            Tables =
            [
                .. mapping.Tables.Select(table => table with
                {
                    Fields = table.Fields.ToDictionary(field => field.Key, field => (table.Table, field.Key) switch
                    {
                        ("units", "code") or ("projects", "unit") => Known(codes, field.Value),
                        ("units", "name") => Known(names, field.Value),
                        ("units", "class") => new Value { Lookup = new Value { Column = "unit" }, In = classes, Else = field.Value },
                        _ => field.Value,
                    }),
                }),
            ],
        };
    }

    private static Value Known(Dictionary<string, string> words, Value otherwise) => new() { Lookup = otherwise, In = words, Else = otherwise };
}
