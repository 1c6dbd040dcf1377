using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Use case: settles a past edition again from the data of its bundle by other rules and says what would differ. Nothing is written.</summary>
public static class TryRuleSet
{
    /// <summary>Steps told to the progress.</summary>
    public const int Steps = 4;

    /// <param name="progress">Told the number of the step that begins, from 1.</param>
    public static async Task<Outcome<Trial>> Run(SaimaDb db, SettledRound round, RuleSetDocument tried, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tried);
        progress?.Report(1);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await RoundArchive.Bytes(db, round.Id, cancel), cancel);
            return await Task.Run(() => Compare(file, round, tried, progress, cancel), cancel);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Outcome<Trial> Compare(string file, SettledRound round, RuleSetDocument tried, IProgress<int>? progress, CancellationToken cancel)
    {
        var opened = Bundle.Open(file);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        using var bundle = opened.Value!;
        if (BundleInputs.Order(bundle, Environment.ProcessorCount, out var unreadable) is not { } order)
        {
            return PublicationRefusals.PreviousDiffers(bundle.Name, unreadable!.What);
        }

        var reading = BundleInputs.Data(bundle, order.Threads, cancel);
        if (reading.Package is not { } package)
        {
            return PublicationRefusals.PackageRefused(reading.Problems);
        }

        progress?.Report(2);
        var was = Settle(package, order);
        cancel.ThrowIfCancellationRequested();
        progress?.Report(3);
        var would = Settle(package, order with { Rules = tried });
        cancel.ThrowIfCancellationRequested();
        progress?.Report(4);
        return Differences(round, package, (was, order.Rules.Rules), (would, tried));
    }

    private static Settlement Settle(DataPackage package, BundleOrder order) =>
        RaceScoring.Settle(package.Facts, order.Rules.Rules, order.Frame(package), order.Previous?.For(package), order.Threads);

    private static Trial Differences(SettledRound round, DataPackage package, (Settlement Result, RuleSet Rules) was, (Settlement Result, RuleSetDocument Document) would)
    {
        var moves = new Dictionary<(Flag, Flag), int>();
        var differ = new List<TrialProject>();
        // Who takes part is the data's matter, not the rules': both have the same projects in the same order.
        for (var at = 0; at < was.Result.Count; at++)
        {
            var (before, after) = (was.Result.Flag[at], would.Result.Flag[at]);
            moves[(before, after)] = moves.GetValueOrDefault((before, after)) + 1;
            var (left, right) = (Place(was.Result, was.Rules, at), Place(would.Result, would.Document.Rules, at));
            if ((left.Flag, left.Lane, left.Rank, left.Score) != (right.Flag, right.Lane, right.Rank, right.Score))
            {
                var project = was.Result.Project[at];
                differ.Add(new(package.ProjectIds[project]!, package.ProjectNames[project]!, package.UnitNames[package.Facts.Unit[project]]!, left, right));
            }
        }

        var units = would.Result.Units.ToDictionary(unit => unit.Unit);
        return new(
            round, was.Rules, would.Document, was.Result.Count,
            [.. moves.Select(move => new TrialMove(move.Key.Item1, move.Key.Item2, move.Value)).OrderBy(move => move.From).ThenBy(move => move.To)],
            [.. differ.OrderByDescending(project => project.FlagMoves).ThenBy(project => project.Project, StringComparer.Ordinal)],
            [
                .. was.Result.Units.Select(unit => (Was: unit, Would: units[unit.Unit])).Where(pair => pair.Was.Rank != pair.Would.Rank || pair.Was.Score != pair.Would.Score)
                    .Select(pair => new TrialUnit(
                        package.UnitCodes[pair.Was.Unit]!, package.UnitNames[pair.Was.Unit]!, package.Facts.UnitClasses[pair.Was.Unit],
                        pair.Was.Rank, pair.Would.Rank, pair.Was.Score, pair.Would.Score)),
            ]);
    }

    private static TrialPlace Place(Settlement result, RuleSet rules, int at) => new(
        result.Flag[at], rules.Lanes[result.Lane[at]].Code, result.Rank[at], result.Score[at],
        string.Join('|', rules.FlagRows.Where((_, row) => (result.Reasons[at] >> row & 1) == 1).Select(row => row.Code)));
}
