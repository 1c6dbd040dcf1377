using Microsoft.EntityFrameworkCore.Storage;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Cohorts;

/// <summary>Keeps the cohort of frozen data, in the transaction of the freeze: who takes part and who can be ranked is what the engine says of these facts.</summary>
internal static class KeepCohort
{
    private static readonly (string, BulkType)[] Columns =
    [
        ("freeze_id", BulkType.Whole), ("project", BulkType.Text), ("name", BulkType.Text), ("unit", BulkType.Text), ("unit_name", BulkType.Text),
        ("lane", BulkType.Text), ("ranked", BulkType.YesNo), ("why", BulkType.Text),
    ];

    public static async Task Run(SaimaDb db, RoundFreeze freeze, DataPackage package, CancellationToken cancel)
    {
        var planned = await Calendars.Round(db, freeze.Season, freeze.Round, cancel);
        var rules = await RoundBasis.RulesOf(db, await RoundLives.Find(db, freeze.Season, freeze.Round, cancel), planned, cancel);
        var order = new BundleOrder(freeze.Season, freeze.Round, rules) { Deadline = planned?.Deadline };
        var before = await RoundArchive.Latest(db, order.Before.Season, order.Before.Round, cancel);
        var previous = before is null ? null : (await RoundArchive.Results(db, before, cancel)).For(package);
        var settled = RaceScoring.Settle(package.Facts, rules.Rules, order.Frame(package), previous, Environment.ProcessorCount);
        await BulkInsert.Run(db.Database.CurrentTransaction!.GetDbTransaction(), CohortData.Table, Columns, Rows(freeze.Id, package, rules.Rules, settled), cancel);
    }

    private static IEnumerable<object?[]> Rows(long freeze, DataPackage package, RuleSet rules, Settlement settled)
    {
        var facts = package.Facts;
        for (var at = 0; at < settled.Count; at++)
        {
            var project = settled.Project[at];
            var unit = facts.Unit[project];
            var ranked = settled.Rank[at] > 0;
            var reasons = string.Join('|', rules.FlagRows.Where((_, row) => (settled.Reasons[at] & (1UL << row)) != 0).Select(row => row.Code));
            yield return
            [
                freeze, package.ProjectIds[project]!, package.ProjectNames[project]!, package.UnitCodes[unit]!, package.UnitNames[unit]!,
                rules.Lanes[settled.Lane[at]].Code, ranked, Unranked.Codes(ranked, settled.Flag[at], reasons, facts.AnnualPlan[project], settled.Reported[at]),
            ];
        }
    }
}
