using Saima.Contracts.Accounts;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;

namespace Saima.Modules.Accounts.Units;

/// <summary>Answers other modules which units there are.</summary>
internal sealed class FindUnits : KnownUnits
{
    public override async Task<IReadOnlyList<(string Code, string Name)>> List(SaimaDb db, CancellationToken cancel) =>
        [.. (await UnitTree.Read(db, cancel)).InOrder().Select(one => (one.Unit.Code, one.Unit.Name))];

    public override async Task<Actor?> StandIn(SaimaDb db, string unit, string id, CancellationToken cancel)
    {
        var tree = await UnitTree.Read(db, cancel);
        if (unit == District)
        {
            return new(id, id, [new(Role.ProjectOffice, null)]);
        }

        var covers = tree.Within(unit);
        return tree.Units.TryGetValue(unit, out var node) ? new(id, node.Name, [new(Role.Reporter, covers), new(Role.Checker, covers)]) : null;
    }
}
