using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Projects.Reporting;

namespace Saima.Modules.Races.Objections;

/// <summary>How the list is narrowed; what is empty does not narrow.</summary>
/// <param name="State">Code of a state or of an outcome.</param>
public sealed record ObjectionFilter(string? State, string? Search)
{
    public bool IsAny => string.IsNullOrEmpty(State) && string.IsNullOrEmpty(Search);

    /// <summary>Codes with their words, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Code, Kernel.Refusals.Phrase Title)> States { get; } =
    [
        .. new[] { ObjectionState.Submitted, ObjectionState.Received }.Select(state => (Code(state), ObjectionWords.State(state))),
        .. Enum.GetValues<ObjectionOutcome>().Select(outcome => (outcome.ToString().ToLowerInvariant(), ObjectionWords.Outcome(outcome))),
        .. new[] { ObjectionState.NotAdmitted, ObjectionState.Withdrawn }.Select(state => (Code(state), ObjectionWords.State(state))),
    ];

    public bool Takes(ListedObjection one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var search = new NameSearch(Search);
        return (string.IsNullOrEmpty(State) || Code(one.Objection.State) == State || one.Objection.Outcome?.ToString().ToLowerInvariant() == State)
            && search.Finds(NameSearch.Haystack(one.Name, $"{one.Objection.Project} {one.Objection.Number}"), PinyinInitials.Masks(one.Name));
    }

    private static string Code(ObjectionState state) => state.ToString().ToLowerInvariant();
}

/// <summary>An objection with the names people know.</summary>
public sealed record ListedObjection(Objection Objection, string Name, string UnitName);

/// <summary>Objections as pages need them. Who reports or checks for a unit sees the unit's own only.</summary>
public static class ReadObjections
{
    public static bool Sees(Actor actor, string unit) => FilingOverview.Sees(actor, unit);

    /// <summary>Of a round, as far as somebody may see them, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<ListedObjection>> Round(SaimaDb db, Actor actor, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [.. (await Named(db, db.Set<Objection>().Where(one => one.Season == season && one.Round == round), cancel)).Where(one => Sees(actor, one.Objection.Unit))];
    }

    /// <summary>Of a round, all of them.</summary>
    internal static Task<IReadOnlyList<ListedObjection>> All(SaimaDb db, int season, int round, CancellationToken cancel) => Named(db, db.Set<Objection>().Where(one => one.Season == season && one.Round == round), cancel);

    /// <returns>Empty if there is none of that number.</returns>
    public static async Task<ListedObjection?> One(SaimaDb db, int season, int round, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await Named(db, db.Set<Objection>().Where(one => one.Season == season && one.Round == round && one.Number == number), cancel)) is [var only] ? only : null;
    }

    /// <summary>The projects of an edition that somebody reports for.</summary>
    public static async Task<(IReadOnlyList<StandingRow> Rows, int Count)> Own(SaimaDb db, Actor actor, long edition, int page, int size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var duties = actor.Duties.Where(duty => duty.Role == Role.Reporter).ToList();
        var all = duties.Exists(duty => duty.Covers is null);
        var units = duties.Where(duty => duty.Covers is not null).SelectMany(duty => duty.Covers!).Distinct().ToList();
        var rows = db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == edition && (all || units.Contains(row.Unit)));
        return (await rows.OrderBy(row => row.Position).Skip((page - 1) * size).Take(size).ToListAsync(cancel), await rows.CountAsync(cancel));
    }

    private static async Task<IReadOnlyList<ListedObjection>> Named(SaimaDb db, IQueryable<Objection> wanted, CancellationToken cancel) => await (
        from objection in wanted.AsNoTracking()
        join row in db.Set<StandingRow>() on new { RoundId = objection.EditionId, objection.Project } equals new { row.RoundId, row.Project }
        join unit in db.Set<UnitRow>() on new { row.RoundId, row.Unit } equals new { unit.RoundId, unit.Unit } into units
        from unit in units.DefaultIfEmpty()
        orderby objection.Season, objection.Round, objection.Sequence
        select new ListedObjection(objection, row.Name, unit == null ? row.Unit : unit.Name)).ToListAsync(cancel);
}
