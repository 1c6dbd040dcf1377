using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Inspections;

/// <summary>Which inspections of a round are wanted; what is empty does not narrow.</summary>
public sealed record InspectionFilter(string? Search, InspectionState? State, InspectionGround? Ground, InspectionKind? Kind)
{
    public bool Narrows => !string.IsNullOrWhiteSpace(Search) || State is not null || Ground is not null || Kind is not null;
}

/// <summary>An inspection in the list.</summary>
/// <param name="Deviations">Of the latest report.</param>
/// <param name="Open">Of them, those nothing became of yet.</param>
public sealed record ListedInspection(Inspection Inspection, string UnitName, int Deviations, int Open);

/// <summary>Inspections of a round as pages need them. Whoever works for a unit sees its own, once they are confirmed.</summary>
public static class ReadInspections
{
    public static IQueryable<Inspection> Seen(SaimaDb db, Actor actor, int season, int round)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var all = db.Set<Inspection>().AsNoTracking().Where(one => one.Season == season && one.Round == round);
        if (actor.HoldsAny(Roles.District))
        {
            return all;
        }

        var duties = actor.Duties.Where(duty => duty.Role is Role.Reporter or Role.Checker).ToList();
        var units = duties.Where(duty => duty.Covers is not null).SelectMany(duty => duty.Covers!).ToHashSet();
        return duties.Any(duty => duty.Covers is null) ? all.Where(one => one.State == InspectionState.Confirmed) : all.Where(one => one.State == InspectionState.Confirmed && units.Contains(one.Unit));
    }

    public static async Task<IReadOnlyList<ListedInspection>> List(SaimaDb db, Actor actor, int season, int round, InspectionFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var found = await Seen(db, actor, season, round).Where(one => (filter.State == null || one.State == filter.State) && (filter.Ground == null || one.Ground == filter.Ground) && (filter.Kind == null || one.Kind == filter.Kind))
            .OrderBy(one => one.Ground).ThenBy(one => one.Id).ToListAsync(cancel);
        var findings = (await db.Set<InspectionFinding>().AsNoTracking().Where(one => one.Result == FindingResult.Deviation && db.Set<Inspection>().Any(of => of.Id == one.InspectionId && of.Season == season && of.Round == round))
            .Select(one => new { one.InspectionId, one.Report, one.Settlement }).ToListAsync(cancel)).ToLookup(one => one.InspectionId);
        var units = await UnitNames(db, season, cancel);
        var search = new Kernel.Chinese.NameSearch(filter.Search);
        return
        [
            .. found.Where(one => search.Finds(Kernel.Chinese.NameSearch.Haystack(one.Name, one.Project), Kernel.Chinese.PinyinInitials.Masks(one.Name))).Select(one =>
            {
                var last = findings[one.Id].Select(finding => finding.Report).DefaultIfEmpty().Max();
                var latest = findings[one.Id].Where(finding => finding.Report == last).ToList();
                return new ListedInspection(one, units.GetValueOrDefault(one.Unit, one.Unit), latest.Count, latest.Count(finding => finding.Settlement == FindingSettlement.Open));
            }),
        ];
    }

    public static async Task<IReadOnlyDictionary<string, string>> UnitNames(SaimaDb db, int season, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<UnitFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => fact.Code, fact => fact.Name, cancel);
    }
}
