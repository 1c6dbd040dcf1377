using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Objections;

/// <summary>Use case: settles the data of an edition again with a value corrected, by the same rules, deadline and previous round, and says what differs. Nothing is written.</summary>
internal static class ComputeEffect
{
    /// <param name="correction">Empty for the register as it is now.</param>
    public static async Task<Outcome<ObjectionEffect>> Run(SaimaDb db, SettledRound edition, string project, FactCorrection? correction, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(edition);
        DataPackage? register = null;
        if (correction is null)
        {
            var read = await ReadRegister.Run(db, edition.Season, cancel);
            if (read.Refusal is { } unreadable)
            {
                return unreadable;
            }

            register = read.Value;
        }

        var settled = await RoundArchive.Opened(db, edition.Id, bundle => Settle(bundle, register, correction, cancel), cancel);
        if (settled.Refusal is { } refusal)
        {
            return refusal;
        }

        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == edition.Id)
            .Select(row => new { row.Project, row.Flag, row.Lane, row.Rank, row.Score, row.Reasons }).ToListAsync(cancel);
        var before = rows.ToDictionary(row => row.Project, row => new RoundPlace(row.Flag, row.Lane, row.Rank, row.Score, row.Reasons), StringComparer.Ordinal);
        var after = settled.Value!;
        var moved = before.Keys.Union(after.Keys).Count(other => other != project && Differs(before.GetValueOrDefault(other), after.GetValueOrDefault(other)));
        return new ObjectionEffect(before.GetValueOrDefault(project), after.GetValueOrDefault(project), moved);
    }

    private static bool Differs(RoundPlace? one, RoundPlace? other) => (one?.Flag, one?.Lane, one?.Rank) != (other?.Flag, other?.Lane, other?.Rank);

    private static Outcome<Dictionary<string, RoundPlace>> Settle(Bundle bundle, DataPackage? register, FactCorrection? correction, CancellationToken cancel)
    {
        if (BundleInputs.Order(bundle, Environment.ProcessorCount, out var unreadable) is not { } order)
        {
            return PublicationRefusals.PreviousDiffers(bundle.Name, unreadable!.What);
        }

        if (register is null)
        {
            var (reading, found) = CorrectedPackage.Read(bundle, correction!, order.Threads, cancel);
            if (!found)
            {
                return ObjectionRefusals.FactGone;
            }

            if (reading.Package is null)
            {
                return ObjectionRefusals.Unreadable([.. reading.Errors]);
            }

            register = reading.Package;
        }

        var rules = order.Rules.Rules;
        var settled = RaceScoring.Settle(register.Facts, rules, order.Frame(register), order.Previous?.For(register), order.Threads);
        return Enumerable.Range(0, settled.Count).ToDictionary(at => register.ProjectIds[settled.Project[at]]!, at => Place(settled, rules, at), StringComparer.Ordinal);
    }

    private static RoundPlace Place(Settlement settled, RuleSet rules, int at) => new(
        settled.Flag[at], rules.Lanes[settled.Lane[at]].Code, settled.Rank[at] is > 0 and var rank ? rank : null, settled.Score[at] is var score && score == Settlement.Undefined ? null : score,
        string.Join('|', rules.FlagRows.Where((_, row) => ((settled.Reasons[at] >> row) & 1) == 1).Select(row => row.Code)));
}
