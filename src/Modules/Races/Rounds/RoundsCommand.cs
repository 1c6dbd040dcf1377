using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Rounds;

/// <summary><c>saima race run</c>, <c>rounds</c> and <c>bundle</c>: rounds settled from the register.</summary>
internal static class RoundsCommand
{
    public static IEnumerable<Command> Create(CommandHost host) => [Run(host), Rounds(host), BundleOf(host)];

    private static Command Run(CommandHost host)
    {
        var (season, round, by) = (Season(), Round(), LifeCommand.By());
        var reason = new Option<string?>("--reason") { Description = "更正已公布结果的理由 / why a published result is corrected" };
        var first = new Option<bool>("--first") { Description = "第一次赛马，没有上一轮 / the first round ever raced" };
        var command = new Command("run", "结算一轮；已公布的，结算更正版 / settle a round, or a correction of one that is published") { season, round, by, reason, first };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var where = (parse.GetValue(season), parse.GetValue(round));
            var settled = await LifeCommand.Make(
                scope.ServiceProvider, parse.GetValue(by)!, where, life => life.Phase >= RoundPhase.Published ? RoundMove.Correct : RoundMove.Score,
                new(0, 0, RoundMove.Score, 0, parse.GetValue(reason)) { First = parse.GetValue(first) }, cancel);
            if (settled.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            host.Output(parse).Result(Shown(settled.Value!.Edition!), Sentence(settled.Value.Edition!, settled.Value.NothingNew));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Rounds(CommandHost host)
    {
        var command = new Command("rounds", "列出结算过的各轮各版 / every settled edition of every round");
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var kept = await scope.ServiceProvider.GetRequiredService<SaimaDb>().Set<SettledRound>().AsNoTracking()
                .OrderBy(round => round.Season).ThenBy(round => round.Round).ThenBy(round => round.Edition).ToListAsync(cancel);
            var output = host.Output(parse);
            if (output.Json)
            {
                output.Result(kept.Select(Shown), new("", ""));
                return ExitStatus.Done;
            }

            output.Table(
                [
                    new("年度", "season"), new("轮", "round"), new("版", "edition"), new("截止", "cut-off"), new("项目", "projects"), new("红旗", "red"), new("黄旗", "yellow"),
                    new("蜗牛", "snail"), new("免评", "exempt"), new("公布", "published"), new("指纹", "sha-256"),
                ],
                kept.Select(Row));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command BundleOf(CommandHost host)
    {
        var (season, round) = (Season(), Round());
        var target = new Option<string>("--out") { Description = "新文件 / a new file", Required = true };
        var command = new Command("bundle", "取出一轮的公布包 / take a round's bundle out") { season, round, target };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            if (await RoundArchive.Latest(db, parse.GetValue(season), parse.GetValue(round), cancel) is not { } kept)
            {
                return host.Output(parse).Refuse(RoundRefusals.NotSettled(parse.GetValue(season), parse.GetValue(round)));
            }

            var file = Path.GetFullPath(parse.GetValue(target)!);
            var unfinished = $"{file}.{Guid.NewGuid():N}.tmp";
            try
            {
                await File.WriteAllBytesAsync(unfinished, await RoundArchive.Bytes(db, kept.Id, cancel), cancel);
                File.Move(unfinished, file, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }

            host.Output(parse).Result(Shown(kept), new(file, file));
            return ExitStatus.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> Row(SettledRound round) =>
    [
        Number(round.Season),
        Number(round.Round),
        Number(round.Edition),
        Day(round.CutOff),
        Number(round.Projects),
        Number(round.Red),
        Number(round.Yellow),
        Number(round.Snail),
        Number(round.Exempt),
        round.PublishedAt is { } at ? Day(DateOnly.FromDateTime(at.UtcDateTime)) : "—",
        round.BundleHash[..12],
    ];

    private static object Shown(SettledRound round) => new
    {
        round.Season,
        round.Round,
        round.Edition,
        round.CutOff,
        round.Deadline,
        round.Projects,
        round.Red,
        round.Yellow,
        round.Snail,
        round.Exempt,
        round.None,
        bundle = round.BundleHash,
        previous = round.PreviousBundleHash,
        round.RuleSetCode,
        round.RuleSetHash,
        round.SettledAt,
        round.SettledBy,
        round.PublishedAt,
    };

    private static Phrase Sentence(SettledRound round, bool nothingNew) => new(
        string.Create(CultureInfo.InvariantCulture, $"{round.Season} 年第 {round.Round} 轮第 {round.Edition} 版{(nothingNew ? "没有变化" : "已结算")}：{round.Projects} 个项目，红旗 {round.Red}，黄旗 {round.Yellow}，蜗牛 {round.Snail}，免评 {round.Exempt}{(round.PublishedAt is null ? "；未公布" : "；已公布")}。"),
        string.Create(CultureInfo.InvariantCulture, $"Round {round.Round} of {round.Season}, edition {round.Edition}, {(nothingNew ? "is unchanged" : "is settled")}: {round.Projects} projects, {round.Red} red, {round.Yellow} yellow, {round.Snail} snails, {round.Exempt} exempt; {(round.PublishedAt is null ? "not published" : "published")}."));

    private static Option<int> Season() => new("--season") { Description = "年份 / calendar year", Required = true };

    private static Option<int> Round() => new("--round") { Description = "第几轮，1–6 / round, 1 to 6", Required = true };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
