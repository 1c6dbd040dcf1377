using Microsoft.EntityFrameworkCore;
using Saima.Contracts.Accounts;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Notices.Channels;

namespace Saima.Modules.Notices.Reminders;

/// <summary>Who can be reminded: people with duties, and units that have a robot in their group.</summary>
public sealed class Addressees(KnownPeople people, KnownUnits units)
{
    private const string Unit = "unit/";

    public static string OfUnit(string code) => Unit + code;

    /// <summary>Code of the unit; empty for a person.</summary>
    public static string? UnitOf(string addressee)
    {
        ArgumentNullException.ThrowIfNull(addressee);
        return addressee.StartsWith(Unit, StringComparison.Ordinal) ? addressee[Unit.Length..] : null;
    }

    public Task<IReadOnlyList<(string Code, string Name)>> Units(SaimaDb db, CancellationToken cancel) => units.List(db, cancel);

    public async Task<IReadOnlyList<string>> All(SaimaDb db, DateOnly day, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var robots = await db.Set<Robot>().AsNoTracking().Where(robot => robot.EndedAt == null && robot.Owner.StartsWith(Unit)).Select(robot => robot.Owner).Distinct().OrderBy(owner => owner).ToListAsync(cancel);
        return [.. await people.WithDuties(db, day, cancel), .. robots];
    }

    /// <returns>Empty for somebody who is not there any more.</returns>
    public Task<Actor?> Find(SaimaDb db, string addressee, DateOnly day, CancellationToken cancel) =>
        UnitOf(addressee) is { } unit ? units.StandIn(db, unit, addressee, cancel) : people.Find(db, addressee, day, cancel);

    /// <summary>What each is called.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(SaimaDb db, IReadOnlyCollection<string> addressees, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(addressees);
        var names = new Dictionary<string, string>(await people.Names(db, addressees, cancel));
        if (addressees.Any(one => UnitOf(one) is not null))
        {
            foreach (var (code, name) in (await units.List(db, cancel)).Where(unit => addressees.Contains(OfUnit(unit.Code))))
            {
                names[OfUnit(code)] = name;
            }
        }

        return names;
    }

    public Task<IReadOnlyList<string>> Called(SaimaDb db, string search, CancellationToken cancel) => people.Called(db, search, cancel);
}
