using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Units;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.People;

/// <summary>What is asked of the list of people.</summary>
/// <param name="Unit">Code of a unit; its people and those of the units below it.</param>
/// <param name="State"><c>open</c>, <c>idle</c> (no duty), <c>locked</c> or <c>closed</c>; empty for everybody.</param>
/// <param name="Order"><c>name</c>, <c>user</c> or <c>since</c>.</param>
public sealed record PeopleFilter(string Search, Role? Role, string Unit, string State, string Order, int Page)
{
    public static IReadOnlyList<string> States { get; } = ["open", "idle", "locked", "closed"];

    public static IReadOnlyList<string> Orders { get; } = ["name", "user", "since"];

    public bool IsNarrow => Search.Length > 0 || Role is not null || Unit.Length > 0 || State.Length > 0;

    public static PeopleFilter From(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (state, order) = (query["state"].ToString(), query["order"].ToString());
        return new(
            query["q"].ToString().Trim(), Roles.Find(query["role"]), query["unit"].ToString(), States.Contains(state) ? state : "", Orders.Contains(order) ? order : "name",
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);
    }

    /// <summary>As the rest of an address.</summary>
    public QueryString ToQuery() => QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["role"] = Role is { } role ? Roles.Code(role) : "",
        ["unit"] = Unit,
        ["state"] = State,
        ["order"] = Order == "name" ? "" : Order,
        ["page"] = Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}

/// <summary>Somebody in the list, with the duties of this day.</summary>
public sealed record ListedPerson(Person Person, IReadOnlyList<Duty> Duties);

/// <summary>Finds people; a district has some thousands at most.</summary>
public static class PeopleList
{
    public static async Task<IReadOnlyList<ListedPerson>> Find(SaimaDb db, PeopleFilter filter, UnitTree tree, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(tree);
        var day = Written.DayOf(now);
        var duties = (await db.Set<Duty>().AsNoTracking().Where(duty => duty.EndedAt == null && (duty.To == null || duty.To >= day)).OrderBy(duty => duty.Id).ToListAsync(cancel)).ToLookup(duty => duty.PersonId);
        var search = new NameSearch(filter.Search);
        var units = filter.Unit.Length == 0 ? null : tree.Within(filter.Unit);
        var found = (await db.Set<Person>().AsNoTracking().ToListAsync(cancel))
            .Where(person => search.Finds(NameSearch.Haystack(person.Name, person.UserName), PinyinInitials.Masks(person.Name)))
            .Select(person => new ListedPerson(person, [.. duties[person.Id]]))
            .Where(one => filter.Role is null || one.Duties.Any(duty => duty.Role == filter.Role))
            .Where(one => units is null || one.Duties.Any(duty => units.Contains(duty.Unit)))
            .Where(one => filter.State switch
            {
                "open" => one.Person.ClosedAt is null,
                "idle" => one.Person.ClosedAt is null && one.Duties.Count == 0,
                "locked" => one.Person.LockoutEnd > now,
                "closed" => one.Person.ClosedAt is not null,
                _ => true,
            });
        return filter.Order switch
        {
            "user" => [.. found.OrderBy(one => one.Person.NormalizedUserName, StringComparer.Ordinal)],
            "since" => [.. found.OrderByDescending(one => one.Person.CreatedAt).ThenBy(one => one.Person.Id)],
            _ => [.. found.OrderBy(one => one.Person.Name, ByPinyin).ThenBy(one => one.Person.Id)],
        };
    }

    private static readonly StringComparer ByPinyin = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.None);
}
