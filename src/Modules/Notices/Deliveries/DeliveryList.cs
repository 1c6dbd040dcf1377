using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Notices.Reminders;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>What is asked of the list of deliveries.</summary>
/// <param name="Search">Part of a name.</param>
public sealed record DeliveryFilter(string Search, DeliveryState? State, DeliveryChannel? Channel, int Page)
{
    public bool IsNarrow => Search.Length > 0 || State is not null || Channel is not null;

    public static DeliveryFilter From(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(query["q"].ToString().Trim(), Named<DeliveryState>(query["state"]), Named<DeliveryChannel>(query["channel"]), int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);
    }

    /// <summary>As the rest of an address.</summary>
    public QueryString ToQuery() => QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Search,
        ["state"] = State?.ToString(),
        ["channel"] = Channel?.ToString(),
        ["page"] = Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(one => one.ToString() == text);
}

/// <summary>A delivery in a list.</summary>
/// <param name="Name">Of the person or the unit.</param>
/// <param name="Reminders">How many it holds; none for one that asks to confirm an address.</param>
public sealed record ListedDelivery(Delivery Delivery, string Name, int Reminders);

/// <summary>Finds deliveries: where they stand and never what they say.</summary>
public static class DeliveryList
{
    /// <summary>The newest first.</summary>
    /// <param name="page">From 1.</param>
    public static async Task<(IReadOnlyList<ListedDelivery> Found, int Count)> Find(SaimaDb db, Addressees addressees, DeliveryFilter filter, int page, int size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(addressees);
        ArgumentNullException.ThrowIfNull(filter);
        var wanted = db.Set<Delivery>().AsNoTracking();
        wanted = filter.State is { } state ? wanted.Where(one => one.State == state) : wanted;
        wanted = filter.Channel is { } channel ? wanted.Where(one => one.Channel == channel) : wanted;
        if (filter.Search.Length > 0)
        {
            var people = await addressees.Called(db, filter.Search, cancel);
            var units = (await addressees.Units(db, cancel)).Where(unit => unit.Name.Contains(filter.Search, StringComparison.Ordinal)).Select(unit => Addressees.OfUnit(unit.Code));
            List<string> named = [.. people, .. units];
            wanted = wanted.Where(one => named.Contains(one.Person));
        }

        var count = await wanted.CountAsync(cancel);
        return (await Rows(db, addressees, wanted, (Math.Max(1, page) - 1) * size, size, cancel), count);
    }

    /// <summary>One's own.</summary>
    public static async Task<(IReadOnlyList<ListedDelivery> Found, int Count)> Own(SaimaDb db, Addressees addressees, string person, int page, int size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(addressees);
        var own = db.Set<Delivery>().AsNoTracking().Where(one => one.Person == person);
        return (await Rows(db, addressees, own, (Math.Max(1, page) - 1) * size, size, cancel), await own.CountAsync(cancel));
    }

    private static async Task<IReadOnlyList<ListedDelivery>> Rows(SaimaDb db, Addressees addressees, IQueryable<Delivery> wanted, int skip, int take, CancellationToken cancel)
    {
        var rows = await wanted.OrderByDescending(one => one.MadeAt).ThenBy(one => one.Id).Skip(skip).Take(take).Select(one => new { Delivery = one, Count = db.Set<DeliveryItem>().Count(item => item.Delivery == one.Id) }).ToListAsync(cancel);
        var names = rows.Count == 0 ? new Dictionary<string, string>() : await addressees.Names(db, rows.ConvertAll(row => row.Delivery.Person).Distinct().ToList(), cancel);
        return [.. rows.Select(row => new ListedDelivery(row.Delivery, names.GetValueOrDefault(row.Delivery.Person) ?? "—", row.Count))];
    }
}
