using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Projects.Places;
using Saima.Projects.Register;

namespace Saima.Projects.Listing;

/// <summary>Keeps the listing of each season that is looked at, and brings it up to date when the register changed: only what changed is read again.</summary>
public sealed class Listings(IEnumerable<ProjectFacet> facets) : IDisposable
{
    private readonly ConcurrentDictionary<int, SeasonListing> listings = new();
    private readonly ConcurrentDictionary<(string Facet, int Season), (string Version, FacetReading Reading)> readings = new();
    private readonly SemaphoreSlim refreshing = new(1, 1);

    public IReadOnlyList<ProjectFacet> Facets { get; } = [.. facets];

    public void Dispose() => refreshing.Dispose();

    /// <summary>Seasons that have projects, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> Seasons(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Every season's books were opened by a change that names it; projects alone would have to be counted one by one.
        return await db.Set<RegisterChange>().Where(change => change.Season != null).Select(change => change.Season!.Value).Distinct().OrderByDescending(season => season).ToListAsync(cancel);
    }

    public async Task<SeasonListing> Of(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var change = await LastChange(db, cancel);
        if (listings.TryGetValue(season, out var listing) && listing.Change == change)
        {
            return listing;
        }

        await refreshing.WaitAsync(cancel);
        try
        {
            change = await LastChange(db, cancel);
            // A register that went back in time was restored: nothing known of it holds.
            return listings.TryGetValue(season, out listing) && listing.Change == change ? listing
                : listings[season] = await Read(db, season, change, listing?.Change < change ? listing : null, cancel);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>What every facet says of the season, by key.</summary>
    public async Task<IReadOnlyDictionary<string, FacetReading>> Readings(SaimaDb db, int season, CancellationToken cancel)
    {
        var all = new Dictionary<string, FacetReading>();
        foreach (var facet in Facets)
        {
            var version = await facet.Version(db, season, cancel);
            if (!readings.TryGetValue((facet.Key, season), out var known) || known.Version != version)
            {
                readings[(facet.Key, season)] = known = (version, await facet.Read(db, season, cancel));
            }

            all[facet.Key] = known.Reading;
        }

        return all;
    }

    private static async Task<long> LastChange(SaimaDb db, CancellationToken cancel) => await db.Set<RegisterChange>().MaxAsync(change => (long?)change.Id, cancel) ?? 0;

    private static async Task<SeasonListing> Read(SaimaDb db, int season, long change, SeasonListing? known, CancellationToken cancel)
    {
        var units = await db.Set<UnitFact>().Where(unit => unit.Season == season && unit.SupersededBy == null).ToDictionaryAsync(unit => unit.Code, unit => unit.Name, cancel);
        var since = known?.Change ?? 0;
        var read = await db.Set<ProjectFact>().AsNoTracking()
            .Where(fact => fact.Season == season && fact.SupersededBy == null && fact.ChangeId > since && fact.ChangeId <= change).ToListAsync(cancel);
        var changed = read.Select(fact => fact.Project).ToHashSet(StringComparer.Ordinal);
        var kept = known is null ? [] : known.Projects.Where(project => !changed.Contains(project.Project))
            .Select(project => units.GetValueOrDefault(project.Unit) is { } name && name != project.UnitName ? (project with { UnitName = name }).Searchable() : project);
        var places = await db.Set<PlaceFact>().AsNoTracking().Where(place => place.SupersededBy == null && place.ChangeId > since && place.ChangeId <= change).ToDictionaryAsync(place => place.Project, cancel);
        return new(season, change, kept.Concat(read.Where(fact => !fact.Withdrawn).Select(fact => Listed(fact, units, known?.ByCode.GetValueOrDefault(fact.Project)?.At)))
            .Select(project => places.TryGetValue(project.Project, out var place) ? project with { At = place.Withdrawn ? null : new Position(place.Lon, place.Lat) } : project));
    }

    private static ListedProject Listed(ProjectFact fact, Dictionary<string, string> units, Position? at) => new ListedProject
    {
        Id = fact.Id,
        Project = fact.Project,
        Name = fact.Name,
        Code = fact.Code,
        Unit = fact.Unit,
        UnitName = units.GetValueOrDefault(fact.Unit, fact.Unit),
        Town = fact.Town,
        Class = fact.Class,
        TotalInvestment = fact.TotalInvestment,
        AnnualPlan = fact.AnnualPlan,
        PlannedStart = fact.PlannedStart,
        StartedOn = fact.StartedOn,
        PlannedCompletion = fact.PlannedCompletion,
        CompletedOn = fact.CompletedOn,
        At = at,
    }.Searchable();
}
