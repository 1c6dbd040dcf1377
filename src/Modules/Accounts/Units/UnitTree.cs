using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.Duties;
using Saima.Projects.Register;

namespace Saima.Modules.Accounts.Units;

/// <summary>A unit in its place.</summary>
/// <param name="Version">Of its row in the tree; empty for a unit only the register knows.</param>
public sealed record UnitNode(string Code, string Name, UnitKind Kind, string? Parent, long? Version);

/// <summary>单位树: district, departments, platforms and towns, enterprises below them. A duty held in a unit holds for all below it.</summary>
/// <param name="Units">By code.</param>
public sealed record UnitTree(IReadOnlyDictionary<string, UnitNode> Units)
{
    public static UnitTree Empty { get; } = new(new Dictionary<string, UnitNode>());

    public static async Task<UnitTree> Read(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var register = await db.Set<UnitFact>().AsNoTracking().Where(unit => unit.SupersededBy == null && !unit.Withdrawn).Select(unit => new { unit.Season, unit.Code, unit.Name, unit.Class }).ToListAsync(cancel);
        var placed = await db.Set<Unit>().AsNoTracking().Where(unit => unit.SupersededBy == null && !unit.Withdrawn).ToListAsync(cancel);
        var units = register.GroupBy(unit => unit.Code).Select(unit => unit.MaxBy(one => one.Season)!).ToDictionary(unit => unit.Code, unit => new UnitNode(unit.Code, unit.Name, KindOf(unit.Class), null, null));
        foreach (var unit in placed)
        {
            units[unit.Code] = new(unit.Code, unit.Name, unit.Kind, unit.Parent, unit.Id);
        }

        return new(units);
    }

    /// <summary>Codes a duty in each of some units covers; empty for the whole district.</summary>
    public static async Task<Func<string, IReadOnlySet<string>?>> Reach(SaimaDb db, IEnumerable<string> held, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (held.All(unit => unit == Duty.District))
        {
            return _ => null;
        }

        var below = (await db.Set<Unit>().AsNoTracking().Where(unit => unit.SupersededBy == null && !unit.Withdrawn && unit.Parent != null).Select(unit => new { unit.Code, unit.Parent }).ToListAsync(cancel))
            .ToLookup(unit => unit.Parent!, unit => unit.Code);
        return unit => unit == Duty.District ? null : Within(unit, below);
    }

    /// <summary>The unit and all below it.</summary>
    public IReadOnlySet<string> Within(string code) => Within(code, Units.Values.Where(unit => unit.Parent is not null).ToLookup(unit => unit.Parent!, unit => unit.Code));

    /// <summary>Each unit after the one above it, with how deep it lies.</summary>
    public IEnumerable<(UnitNode Unit, int Depth)> InOrder()
    {
        var below = Units.Values.ToLookup(unit => unit.Parent is { } parent && Units.ContainsKey(parent) ? parent : "");
        return Under("", 0);

        IEnumerable<(UnitNode, int)> Under(string parent, int depth) => below[parent].OrderBy(unit => unit.Kind).ThenBy(unit => unit.Code, StringComparer.Ordinal)
            .SelectMany(unit => Under(unit.Code, depth + 1).Prepend((unit, depth)));
    }

    private static HashSet<string> Within(string code, ILookup<string, string> below)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { code };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var next))
        {
            foreach (var unit in below[next].Where(found.Add))
            {
                open.Enqueue(unit);
            }
        }

        return found;
    }

    private static UnitKind KindOf(string registered) => registered switch { "platform" => UnitKind.Platform, "department" => UnitKind.Department, _ => UnitKind.Town };
}
