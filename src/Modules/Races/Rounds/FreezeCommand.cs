using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Rounds;

/// <summary><c>saima race freeze</c>: the data of a round as they are now.</summary>
internal static class FreezeCommand
{
    public static Command Create(CommandHost host)
    {
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var round = new Option<int>("--round") { Description = "第几轮，1–6 / round, 1 to 6", Required = true };
        var by = LifeCommand.By();
        var reason = new Option<string?>("--reason") { Description = "重新封存的理由 / why the data are frozen again" };
        var command = new Command("freeze", "截止一轮并封存数据；已封存的，重新封存 / lock a round and freeze its data, or freeze them anew") { season, round, by, reason };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var outcome = await LifeCommand.Make(
                scope.ServiceProvider, parse.GetValue(by)!, (parse.GetValue(season), parse.GetValue(round)), life => life.Phase <= RoundPhase.Open ? RoundMove.Lock : RoundMove.Refreeze,
                new(0, 0, RoundMove.Lock, 0, parse.GetValue(reason)), cancel);
            if (outcome.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            var (freeze, unchanged) = (outcome.Value!.Freeze!, outcome.Value.NothingNew);
            host.Output(parse).Result(
                new { freeze.Season, freeze.Round, freeze.Version, freeze.FrozenAt, freeze.FrozenBy, freeze.Reason, freeze.Projects, freeze.Rows, freeze.Sha256, nothingNew = unchanged },
                new(
                    string.Create(CultureInfo.InvariantCulture, $"{freeze.Season} 年第 {freeze.Round} 轮数据{(unchanged ? "没有变化，仍是" : "已封存为")}第 {freeze.Version} 版：{freeze.Projects} 个项目，{freeze.Rows} 行，指纹 {freeze.Sha256}。"),
                    string.Create(CultureInfo.InvariantCulture, $"The data of round {freeze.Round} of {freeze.Season} {(unchanged ? "are unchanged, still" : "are frozen as")} version {freeze.Version}: {freeze.Projects} projects, {freeze.Rows} rows, fingerprint {freeze.Sha256}.")));
            return ExitStatus.Done;
        });
        return command;
    }
}
