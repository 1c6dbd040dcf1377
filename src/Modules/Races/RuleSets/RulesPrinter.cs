using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Standings;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Rule sets, their differences and trials for people at a terminal and for programs.</summary>
internal static class RulesPrinter
{
    private const int Most = 50;

    public static object Shown(ShelvedRuleSet rules) => new
    {
        rules.Document.Code,
        rules.Document.Version,
        rules.Document.Title,
        rules.Document.Issuer,
        rules.Document.DocumentNo,
        rules.Document.EffectiveFrom,
        rules.Document.EffectiveTo,
        example = rules.IsExample,
        rules.KeptAt,
        rules.KeptBy,
        rounds = rules.Rounds,
        sha256 = rules.Document.Hash,
    };

    public static IReadOnlyList<string> Row(ShelvedRuleSet rules) =>
    [
        rules.Document.Code,
        Number(rules.Document.Version),
        rules.Document.DocumentNo,
        rules.Document.EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        rules.IsExample ? CommandOutput.In(RuleSetWords.Example) : rules.KeptBy ?? "",
        Number(rules.Rounds.Count),
        rules.Document.Hash[..12],
    ];

    public static int Print(CommandOutput output, ShelvedRuleSet rules)
    {
        if (output.Json)
        {
            output.Result(Shown(rules), new("", ""));
            return ExitStatus.Done;
        }

        if (rules.IsExample)
        {
            output.Line(RuleSetWords.ExampleNote);
        }

        foreach (var part in RuleSentences.Of(rules.Document))
        {
            output.Line(new($"{RuleSetWords.Section(part.Section).Zh}·{part.Title.Zh}", $"{RuleSetWords.Section(part.Section).En}: {part.Title.En}"));
            foreach (var sentence in part.Sentences)
            {
                output.Line(new("  " + sentence.Zh, "  " + sentence.En));
            }
        }

        return ExitStatus.Done;
    }

    public static int Print(CommandOutput output, IReadOnlyList<RuleDifference> parts)
    {
        if (output.Json)
        {
            output.Result(
                parts.Select(part => new
                {
                    section = part.Section.ToString(),
                    title = CommandOutput.In(part.Title),
                    change = part.Change.ToString(),
                    was = part.Was.Select(line => CommandOutput.In(line.Sentence)),
                    now = part.Now.Select(line => CommandOutput.In(line.Sentence)),
                }),
                new("", ""));
            return ExitStatus.Done;
        }

        foreach (var part in parts)
        {
            var (section, change) = (RuleSetWords.Section(part.Section), RuleSetWords.Change(part.Change));
            output.Line(new($"{section.Zh}·{part.Title.Zh}（{change.Zh}）", $"{section.En}: {part.Title.En} ({change.En})"));
            foreach (var line in part.Was.Where(line => line.Differs))
            {
                output.Line(new("  - " + line.Sentence.Zh, "  - " + line.Sentence.En));
            }

            foreach (var line in part.Now.Where(line => line.Differs))
            {
                output.Line(new("  + " + line.Sentence.Zh, "  + " + line.Sentence.En));
            }
        }

        var count = parts.Count(part => part.Change != RuleChange.Same);
        output.Line(count == 0 ? RuleSetWords.NoDifference : RuleSetWords.Differences(count));
        return ExitStatus.Done;
    }

    public static int Print(CommandOutput output, Trial trial)
    {
        if (output.Json)
        {
            output.Result(
                new
                {
                    trial.Round.Season,
                    trial.Round.Round,
                    trial.Round.Edition,
                    rules = trial.Tried.Hash,
                    trial.Projects,
                    trial.FlagsMoved,
                    trial.RanksMoved,
                    moves = trial.Moves.Select(move => new { from = Numbers.Code(move.From), to = Numbers.Code(move.To), move.Projects }),
                    differ = trial.Differ.Select(project => new { project.Project, was = Place(project.Was), would = Place(project.Would) }),
                    units = trial.Units.Select(unit => new { unit.Unit, unit.RankWas, unit.RankWould }),
                },
                new("", ""));
            return ExitStatus.Done;
        }

        output.Line(RuleSetWords.Banner);
        output.Line(trial.Differ.Count == 0 ? RuleSetWords.NothingDiffers : RuleSetWords.Summary(trial.FlagsMoved, trial.RanksMoved, trial.Projects));
        output.Table(
            [BoardWords.ProjectId, BoardWords.Project, RuleSetWords.Was, RuleSetWords.Would],
            trial.Differ.Take(Most).Select(project => (IReadOnlyList<string>)[project.Project, project.Name, Said(project.Was), Said(project.Would)]));
        return ExitStatus.Done;
    }

    private static object Place(TrialPlace place) => new { flag = Numbers.Code(place.Flag), place.Lane, rank = place.Rank, score = place.Score == Settlement.Undefined ? null : (decimal?)(place.Score / 1_000_000m) };

    private static string Said(TrialPlace place) =>
        $"{CommandOutput.In(FlagWords.Of(Numbers.Code(place.Flag)))} {(place.Rank > 0 ? Number(place.Rank) : Numbers.Undefined)} {Numbers.Points(place.Score == Settlement.Undefined ? null : place.Score)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
