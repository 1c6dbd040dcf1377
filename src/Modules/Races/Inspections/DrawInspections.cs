using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Sampling;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Inspections;

/// <summary>How many are to be inspected.</summary>
/// <param name="Random">Drawn by the seed, on the spot.</param>
/// <param name="Risk">Those with the most signs of risk, by documents.</param>
public sealed record DrawOrder(int Season, int Round, int Random, int Risk);

/// <summary>
/// Draws the sample of a round from its frozen data, once: by the seed whose hash was published when the round was opened, and by signs of risk. A project is inspected once, and what chance drew comes first.
/// </summary>
public static class DrawInspections
{
    /// <returns>How many inspections are planned.</returns>
    public static async Task<Outcome<int>> Run(SaimaDb db, TimeProvider time, Actor actor, DrawOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        if (!actor.Holds(Role.ProjectOffice))
        {
            return InspectionRefusals.NotYours(InspectionAction.Report);
        }

        if (order.Random < 1 || order.Risk < 0)
        {
            return InspectionRefusals.BadCounts(order.Random, order.Risk);
        }

        if (await Freezes.Latest(db, order.Season, order.Round, cancel) is not { } freeze)
        {
            return InspectionRefusals.NotFrozen(order.Season, order.Round);
        }

        var package = await Freezes.Package(db, freeze, cancel);
        var last = new SeasonRound(new(order.Season), order.Round).LastMonth;
        var risks = await RiskSigns.Read(db, order.Season, last, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<RoundDraw>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == order.Season && one.Round == order.Round, cancel) is not { } draw)
        {
            return InspectionRefusals.NoSeed(order.Season, order.Round);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        var frame = Frame(package, last);
        var marked = await db.Set<RoundDraw>().Where(one => one.Season == order.Season && one.Round == order.Round && one.DrawnAt == null).ExecuteUpdateAsync(
            one => one.SetProperty(row => row.DrawnAt, now).SetProperty(row => row.DrawnBy, actor.Name).SetProperty(row => row.FrozenSha256, freeze.Sha256)
                .SetProperty(row => row.Frame, frame.Count).SetProperty(row => row.RandomCount, order.Random).SetProperty(row => row.RiskCount, order.Risk), cancel);
        if (marked == 0)
        {
            return InspectionRefusals.DrawnAlready(order.Season, order.Round);
        }

        // Whoever was chosen for a reason before the draw is not inspected twice.
        var known = await db.Set<Inspection>().Where(one => one.Season == order.Season && one.Round == order.Round).Select(one => one.Project).ToListAsync(cancel);
        var seed = RoundDraw.SeedOf(draw.Secret, freeze.Sha256);
        var drawn = TicketSample.Draw([.. frame.Keys], seed, order.Random).Select(one => one.Id).ToList();
        var planned = drawn.Where(project => !known.Contains(project)).Select(project => Plan(order, package, frame[project], last, InspectionKind.Site, InspectionGround.Random, "")).ToList();
        planned.AddRange(risks.Where(one => frame.ContainsKey(one.Project) && !drawn.Contains(one.Project) && !known.Contains(one.Project)).Take(order.Risk)
            .Select(one => Plan(order, package, frame[one.Project], last, InspectionKind.Desk, InspectionGround.Risk, string.Join('|', one.Signs))));
        db.AddRange(planned);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, actor.Name, [new("races.draw", InspectionLedger.Subject(order.Season, order.Round), null, null,
            JsonSerializer.Serialize(new { secret = draw.Secret, frozen = freeze.Sha256, seed, frame = frame.Count, random = drawn, risk = planned.Where(one => one.Ground == InspectionGround.Risk).Select(one => one.Project) }))], cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return planned.Count;
    }

    /// <summary>Projects that take part in the round, with their rows in the frozen data.</summary>
    public static IReadOnlyDictionary<string, int> Frame(DataPackage package, Month last)
    {
        ArgumentNullException.ThrowIfNull(package);
        return Enumerable.Range(0, package.Facts.ProjectCount).Where(at => package.Facts.ListedOn[at] is var listed && (listed == RoundFacts.NoDate || listed <= last.LastDay.DayNumber))
            .ToDictionary(at => package.ProjectIds[at]!, StringComparer.Ordinal);
    }

    internal static Inspection Plan(DrawOrder order, DataPackage package, int at, Month last, InspectionKind kind, InspectionGround ground, string why) => new()
    {
        Season = order.Season,
        Round = order.Round,
        Project = package.ProjectIds[at]!,
        Name = package.ProjectNames[at]!,
        Unit = package.UnitCodes[package.Facts.Unit[at]]!,
        Kind = kind,
        Ground = ground,
        Why = why,
        Claims = InspectedClaim.Text(InspectedClaim.Of(package, at, last)),
    };
}
