using Microsoft.EntityFrameworkCore;
using Saima.Contracts.Accounts;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Sessions;

namespace Saima.Modules.Accounts.People;

/// <summary>Answers other modules who somebody is. Whoever still has to change a first password has no duties yet, as when signed in.</summary>
internal sealed class FindPerson : KnownPeople
{
    public override async Task<Actor?> Find(SaimaDb db, string person, DateOnly day, CancellationToken cancel)
    {
        if (!Guid.TryParse(person, out var id) || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.ClosedAt == null, cancel) is not { } found)
        {
            return null;
        }

        return new(person, found.Name, found.MustChange ? [] : await SignedIn.Duties(db, id, day, cancel));
    }

    public override async Task<IReadOnlyList<string>> WithDuties(SaimaDb db, DateOnly day, CancellationToken cancel)
    {
        var held = await (
            from duty in db.Set<Duty>().AsNoTracking()
            join person in db.Set<Person>().AsNoTracking() on duty.PersonId equals person.Id
            where duty.EndedAt == null && duty.From <= day && (duty.To == null || duty.To >= day) && person.ClosedAt == null && !person.MustChange
            select new { duty.PersonId, duty.Role }).ToListAsync(cancel);
        return [.. held.Where(duty => Roles.Register.Contains(duty.Role)).Select(duty => duty.PersonId).Distinct().Order().Select(person => person.ToString())];
    }

    public override async Task<IReadOnlyDictionary<string, string>> Names(SaimaDb db, IReadOnlyCollection<string> people, CancellationToken cancel)
    {
        var ids = people.Select(person => Guid.TryParse(person, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        return await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id.ToString(), person => person.Name, cancel);
    }

    public override async Task<IReadOnlyList<string>> Called(SaimaDb db, string search, CancellationToken cancel)
    {
        var wanted = new NameSearch(search);
        var people = await db.Set<Person>().AsNoTracking().Select(person => new { person.Id, person.Name, person.UserName }).ToListAsync(cancel);
        return [.. people.Where(person => wanted.Finds(NameSearch.Haystack(person.Name, person.UserName), PinyinInitials.Masks(person.Name))).Select(person => person.Id.ToString())];
    }
}
