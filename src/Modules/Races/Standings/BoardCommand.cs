using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Standings;

/// <summary><c>saima race board</c>: the newest published board in the terminal.</summary>
internal static class BoardCommand
{
    public static Command Create(CommandHost host)
    {
        var top = new Option<int?>("--top") { Description = "每个赛道只列前几名 / only so many rows of each lane" };
        var command = new Command("board", "在终端看最新一轮的榜单 / the newest board in the terminal") { top };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var output = host.Output(parse);
            var (db, standings) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<RoundStandings>());
            var rounds = await standings.Rounds(cancel);
            if (rounds.InForce is not [var latest, ..])
            {
                return output.Refuse(new(
                    "NOTHING_PUBLISHED", BoardWords.NothingYet,
                    new("用 saima race move 办理一轮直到公布，或用 saima sample load 载入示例区。", "Take a round through to its publishing with saima race move, or load the sample with saima sample load.")));
            }

            var season = rounds.Of(latest.Season);
            var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == latest.Id).OrderBy(row => row.Position).ToListAsync(cancel);
            var units = (await standings.Units(latest, cancel)).ToDictionary(unit => unit.Unit, unit => unit.Name);
            var rules = (await standings.Rules(latest, cancel)).Rules;
            if (output.Json)
            {
                output.Result(new { season = season.Select(Shown), standings = rows.Select(row => new { row.Rank, row.Lane, row.Project, row.Name, unit = units.GetValueOrDefault(row.Unit, row.Unit), flag = Numbers.Code(row.Flag), row.Reasons, row.Score }) }, BoardWords.Board);
                return ExitStatus.Done;
            }

            Totals(output, season);
            output.Line(BoardWords.RoundTitle(latest.Season, latest.Round));
            var listed = rows.GroupBy(row => row.Lane).SelectMany(lane => lane.Take(parse.GetValue(top) ?? int.MaxValue));
            output.Table(
                [BoardWords.Lane, BoardWords.Rank, BoardWords.Project, BoardWords.Unit, BoardWords.Flag, BoardWords.Score, BoardWords.Deviation],
                listed.Select(row => new[]
                {
                    RuleWording.Lane(rules, row.Lane), row.Rank?.ToString(CultureInfo.InvariantCulture) ?? Numbers.Undefined, Cut(row.Name), Cut(units.GetValueOrDefault(row.Unit, row.Unit)),
                    In(FlagWords.Of(Numbers.Code(row.Flag))), Numbers.Points(row.Score), Numbers.Signed(row.Deviation),
                }));
            return ExitStatus.Done;
        });
        return command;
    }

    private static void Totals(CommandOutput output, IReadOnlyList<RoundHead> season)
    {
        output.Line(BoardWords.SeasonTitle(season[0].Season));
        output.Table(
            [BoardWords.Round, .. FlagWords.Codes.Select(FlagWords.Of)],
            season.Select(round => Row(In(BoardWords.RoundOf(round.Round)), round.Flags.Select(flag => flag.Count)))
                .Append(Row(In(BoardWords.Total), FlagWords.Codes.Select(code => season.Sum(round => round.Flags.Single(flag => flag.Code == code).Count)))));
    }

    private static string[] Row(string title, IEnumerable<int> counts) => [title, .. counts.Select(count => Numbers.Count(count))];

    private static object Shown(RoundHead round) =>
        new { round.Season, round.Round, round.Edition, round.Projects, round.Red, round.Yellow, round.Snail, round.Exempt, round.None, bundle = round.BundleHash };

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);

    // A terminal is narrow, and control characters would move its cursor.
    private static string Cut(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return plain.Length > 24 ? string.Concat(plain.AsSpan(0, char.IsHighSurrogate(plain[22]) ? 22 : 23), "…") : plain;
    }
}
