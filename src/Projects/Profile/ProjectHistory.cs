using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;
using Saima.Ui.Figures;

namespace Saima.Projects.Profile;

/// <summary>A cell that a change gave another value.</summary>
public sealed record CellChange(string Column, string? Before, string? After);

/// <summary>What a change did to one fact.</summary>
/// <param name="Table">Title of the table, e.g. <c>reports</c>.</param>
/// <param name="Key">What tells the fact from the others of the project, e.g. <c>2023-04</c>.</param>
/// <param name="Withdrawn">The fact was taken back.</param>
public sealed record FactChange(string Table, Phrase Key, bool Withdrawn, IReadOnlyList<CellChange> Cells);

/// <summary>A change of the register as far as it concerns one project.</summary>
/// <param name="Added">Facts that were not there before, by table.</param>
/// <param name="Changed">Facts that had another version.</param>
public sealed record ProjectChange(RegisterChange Change, IReadOnlyDictionary<string, int> Added, IReadOnlyList<FactChange> Changed);

/// <summary>历史: what changed of a project, when, by whom and why, the latest first; before and after from the versions themselves.</summary>
public static class ProjectHistory
{
    public static async Task<IReadOnlyList<ProjectChange>> Read(SaimaDb db, int season, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var steps = new List<(string Table, FactVersion Fact, FactVersion? Before)>();
        await Collect<ProjectFact>("projects", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<PlanFact>("plans", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<ReportFact>("reports", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<MilestoneFact>("milestones", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<IssueFact>("issues", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<FindingFact>("findings", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<IdentifierFact>("identifiers", query => query.Where(fact => fact.Project == project));
        await Collect<StatisticFact>("statistics", query => query.Where(fact => fact.Season == season && fact.Project == project));
        await Collect<PlaceFact>("places", query => query.Where(fact => fact.Project == project));
        await Collect<ParcelFact>("parcels", query => query.Where(fact => fact.Project == project));
        var ids = steps.Select(step => step.Fact.ChangeId).Distinct().ToList();
        var changes = await db.Set<RegisterChange>().AsNoTracking().Where(change => ids.Contains(change.Id)).OrderByDescending(change => change.Id).ToListAsync(cancel);
        return [.. changes.Select(change =>
        {
            var mine = steps.Where(step => step.Fact.ChangeId == change.Id).ToList();
            return new ProjectChange(
                change,
                mine.Where(step => step.Before is null && !step.Fact.Withdrawn).GroupBy(step => step.Table).ToDictionary(table => table.Key, table => table.Count()),
                [.. mine.Where(step => step.Before is not null || step.Fact.Withdrawn).Select(step => Changed(step.Table, step.Fact, step.Before))]);
        })];

        // A fact is reached from its current version back through what each version replaced: by keys, however many facts there are.
        async Task Collect<T>(string table, Func<IQueryable<T>, IQueryable<T>> mine)
            where T : FactVersion
        {
            var versions = await mine(db.Set<T>().AsNoTracking().Where(fact => fact.SupersededBy == null)).ToListAsync(cancel);
            while (versions.Count > 0)
            {
                var wanted = versions.Select(fact => fact.ReplacesId).OfType<long>().ToList();
                var before = wanted.Count == 0 ? [] : await db.Set<T>().AsNoTracking().Where(fact => wanted.Contains(fact.Id)).ToListAsync(cancel);
                var byId = before.ToDictionary(fact => fact.Id);
                steps.AddRange(versions.Select(fact => (table, (FactVersion)fact, fact.ReplacesId is { } id ? (FactVersion?)byId.GetValueOrDefault(id) : null)));
                versions = before;
            }
        }
    }

    private static FactChange Changed(string table, FactVersion fact, FactVersion? before)
    {
        var known = FactTable.All.Single(one => one.Title == table);
        var keys = known.Keys.Select(column => column.Name).Where(name => name is not ("season" or "project"));
        var cells = known.Values.Select(column => new CellChange(column.Name, before is null || before.Withdrawn ? null : Text(before, column.Name), fact.Withdrawn ? null : Text(fact, column.Name)));
        return new(table, ProfileWords.Key(table, keys.Select(key => (key, Text(fact, key)))), fact.Withdrawn, [.. cells.Where(cell => cell.Before != cell.After)]);
    }

    private static string? Text(FactVersion fact, string column)
    {
        var name = string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var value = fact.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(fact);
        return value switch
        {
            null => null,
            DateOnly day => Written.Day(day),
            int month when column == "month" => string.Create(CultureInfo.InvariantCulture, $"{month / 100}-{month % 100:D2}"),
            long degrees when column is "lon" or "lat" => Places.Position.Text(degrees),
            string shape when column == "shape" => Places.Parcel.Of(shape).Summary,
            long yuan => Written.Amount(yuan),
            bool yes => yes ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
