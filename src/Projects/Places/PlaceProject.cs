using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Projects.Editing;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary>Where a project is, as somebody typed it or pointed at it.</summary>
/// <param name="BasedOn">The version of the place that was on the screen; empty if there was none.</param>
/// <param name="System"><see cref="ReadPosition.Shifted"/> if the numbers come out of a commercial map.</param>
public sealed record PlaceOrder(int Season, string Project, long? BasedOn, string? Lon, string? Lat, string? System, string By, string? Reason)
{
    /// <summary>Who is signed in; empty on the command line, which may write for every unit.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>Says where a project is: a first place, or a new version that corrects it. Whoever corrects a version that is no longer current is told.</summary>
public static class PlaceProject
{
    private const int Longest = 200;

    /// <returns>The change it is known by; empty if nothing differed.</returns>
    public static async Task<Outcome<long?>> Run(SaimaDb db, TimeProvider time, PlaceOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(order);
        var problems = new List<Problem>();
        var position = ReadPosition.Run(order.Lon, order.Lat, order.System, problems.Add);
        var (by, reason) = (order.By.Trim(), (order.Reason ?? "").Trim());
        Needed(problems, "by", by, new("请写明经办人。", "Say who you are."));
        if (order.BasedOn is not null)
        {
            Needed(problems, "reason", reason, new("更正要写明理由。", "A correction needs its reason."));
        }

        if (problems.Count > 0 || position is not { } at)
        {
            return PlaceRefusals.Faulty(problems);
        }

        var import = new ImportOrder(order.Season, null, by, reason.Length == 0 ? null : reason) { Kind = RegisterChange.Record };
        var facts = new FactRows(FactTable.Places, 1, [[order.Project, at.Lon, at.Lat]]);
        var outcome = await ImportFacts.Guarded(db, time, import, [facts], guarded => Guard(guarded, order, cancel), null, cancel);
        return outcome.Refusal is { } refusal ? refusal : outcome.Value!.ChangeId;
    }

    /// <summary>Where a project is now, if anybody said so.</summary>
    public static async Task<Position?> Current(SaimaDb db, string project, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var fact = await db.Set<PlaceFact>().AsNoTracking().SingleOrDefaultAsync(place => place.Project == project && place.SupersededBy == null && !place.Withdrawn, cancel);
        return fact is null ? null : new Position(fact.Lon, fact.Lat);
    }

    private static async Task<Refusal?> Guard(SaimaDb db, PlaceOrder order, CancellationToken cancel)
    {
        var unit = await db.Set<ProjectFact>().Where(fact => fact.Season == order.Season && fact.Project == order.Project && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Unit).SingleOrDefaultAsync(cancel);
        if (unit is null)
        {
            return PlaceRefusals.NoProject(order.Season, order.Project);
        }

        if (order.Actor?.WritesFor(unit) == false)
        {
            return EditRefusals.NotYours;
        }

        var current = await db.Set<PlaceFact>().AsNoTracking().SingleOrDefaultAsync(fact => fact.Project == order.Project && fact.SupersededBy == null && !fact.Withdrawn, cancel);
        if (current is null || current.Id == order.BasedOn)
        {
            return null;
        }

        var change = await db.Set<RegisterChange>().AsNoTracking().SingleAsync(one => one.Id == current.ChangeId, cancel);
        return PlaceRefusals.ChangedMeanwhile(current, change.By);
    }

    private static void Needed(List<Problem> problems, string field, string value, Phrase message)
    {
        if (value.Length is 0 or > Longest)
        {
            problems.Add(new(Severity.Error, "MISSING_VALUE", "", null, null, field, value.Length > 0 ? value.Length.ToString(CultureInfo.InvariantCulture) : "", message, new($"填上这一项，不超过 {Longest} 个字。", $"Fill it in, with at most {Longest} characters.")));
        }
    }
}
