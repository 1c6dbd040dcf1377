using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary><c>saima race life</c> and <c>race move</c>: where the rounds are, and one of them moved on by the same use case as on the desk.</summary>
internal static class LifeCommand
{
    public static IEnumerable<Command> Create(CommandHost host) => [Life(host), Move(host)];

    /// <summary>Who acts at the console: trusted with the district's project office by whoever gave them the machine, and named by themselves.</summary>
    public static Option<string> By() => new("--by") { Description = "经办人 / who does it", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>Makes a move that is chosen by where the round is.</summary>
    public static async Task<Outcome<RoundMoved>> Make(IServiceProvider services, string by, (int Season, int Round) round, Func<RoundLife, RoundMove> choose, MoveOrder with, CancellationToken cancel)
    {
        var db = services.GetRequiredService<SaimaDb>();
        var life = await RoundLives.Find(db, round.Season, round.Round, cancel);
        var actor = new Actor($"console/{by}", by, [new(Role.ProjectOffice, null)]);
        return await MoveRound.Run(
            db, services.GetRequiredService<TimeProvider>(), services.GetServices<RoundGate>(), actor,
            with with { Season = round.Season, Round = round.Round, Move = choose(life), Seen = life.Revision }, cancel);
    }

    private static Command Life(CommandHost host)
    {
        var season = new Option<int?>("--season") { Description = "年份；默认全部 / calendar year; all by default" };
        var command = new Command("life", "各轮走到哪一步、在等什么 / where the rounds are and what they wait for") { season };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var services = scope.ServiceProvider;
            var (db, only) = (services.GetRequiredService<SaimaDb>(), parse.GetValue(season));
            var rows = new List<(RoundLife Life, IReadOnlyList<Waiting> Waiting)>();
            foreach (var life in await db.Set<RoundLife>().AsNoTracking().Where(life => only == null || life.Season == only).OrderBy(life => life.Season).ThenBy(life => life.Round).ToListAsync(cancel))
            {
                rows.Add((life, await LifeGates.Read(db, services.GetRequiredService<TimeProvider>(), services.GetServices<RoundGate>(), life, cancel)));
            }

            var output = host.Output(parse);
            if (output.Json)
            {
                output.Result(rows.Select(row => new { row.Life.Season, row.Life.Round, phase = row.Life.Phase.ToString(), row.Life.Revision, row.Life.RuleSetHash, row.Life.ObjectionsUntil, row.Life.PublishAt, waits = row.Waiting.Select(one => new { what = one.What.En, one.Until, one.Blocks }) }), new("", ""));
                return ExitStatus.Done;
            }

            output.Table(
                [new("年度", "season"), new("轮", "round"), new("阶段", "phase"), new("在等", "waits for"), new("规则集", "rules")],
                rows.Select(row => new[]
                {
                    row.Life.Season.ToString(CultureInfo.InvariantCulture), row.Life.Round.ToString(CultureInfo.InvariantCulture), CommandOutput.In(LifeWords.Phase(row.Life.Phase)),
                    row.Waiting.Count == 0 ? "—" : string.Join("; ", row.Waiting.Select(one => CommandOutput.In(one.What))), row.Life.RuleSetHash?[..12] ?? "—",
                }));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Move(CommandHost host)
    {
        var move = new Argument<string>("move") { Description = "办什么 / what is done" };
        move.AcceptOnlyFromAmong([.. Enum.GetValues<RoundMove>().Where(one => one != RoundMove.Import).Select(LifeMachine.Code)]);
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var round = new Option<int>("--round") { Description = "第几轮，1–6 / round, 1 to 6", Required = true };
        var by = By();
        var reason = new Option<string?>("--reason") { Description = "理由 / why" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "定时公布的时刻 / set time of publishing" };
        var first = new Option<bool>("--first") { Description = "第一次赛马，没有上一轮 / the first round ever raced" };
        var command = new Command("move", "办理一轮的一步，门槛与页面上相同 / move a round on, past the same gates as on its page") { move, season, round, by, reason, at, first };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var chosen = Enum.GetValues<RoundMove>().Single(one => LifeMachine.Code(one) == parse.GetValue(move));
            var where = (Season: parse.GetValue(season), Round: parse.GetValue(round));
            var with = new MoveOrder(0, 0, chosen, 0, parse.GetValue(reason)) { First = parse.GetValue(first), PublishAt = parse.GetValue(at) };
            var moved = await Make(scope.ServiceProvider, parse.GetValue(by)!, where, _ => chosen, with, cancel);
            if (moved.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            host.Output(parse).Result(
                new { where.Season, where.Round, phase = moved.Value!.Phase.ToString(), edition = moved.Value.Edition?.Edition, freeze = moved.Value.Freeze?.Version, moved.Value.NothingNew },
                LifeWords.Moved(where.Season, where.Round, chosen, moved.Value));
            return ExitStatus.Done;
        });
        return command;
    }
}
