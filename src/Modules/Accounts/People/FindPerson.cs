using Microsoft.EntityFrameworkCore;
using Saima.Contracts.Accounts;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
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
}
