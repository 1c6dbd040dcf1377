using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Disclosures;

/// <summary><c>saima race classify</c>: states that a round's latest edition is open and who reviewed it, where nobody is signed in.</summary>
internal static class DisclosureCommand
{
    public static Command Create(CommandHost host)
    {
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var round = new Option<int>("--round") { Description = "第几轮，1–6 / round, 1 to 6", Required = true };
        var by = LifeCommand.By();
        var reviewer = new Option<string>("--reviewer") { Description = "通过保密审查的人，不是经办人自己 / who reviewed it, another person", Required = true };
        var until = new Option<DateOnly?>("--until") { Description = "公示截止日；默认长期 / last day of the notice; none by default" };
        var note = new Option<string?>("--note") { Description = "像是个人信息的内容为什么不是 / why what looks personal is not" };
        var command = new Command("classify", "把一轮最新一版定为主动公开 / classify a round's latest edition as open") { season, round, by, reviewer, until, note };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var order = new ClassifyOrder(parse.GetValue(season), parse.GetValue(round), parse.GetValue(by)!, parse.GetValue(reviewer)!, parse.GetValue(note) ?? "") { Until = parse.GetValue(until) };
            var outcome = await ClassifyEdition.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), order, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            var decision = outcome.Value!;
            host.Output(parse).Result(
                new { decision.Kind, decision.Key, decision.Version, @class = DisclosureWords.Code(decision.Class), decision.ReviewedBy, decision.PublishUntil },
                new($"{decision.Key} 已定为主动公开，审查人 {decision.ReviewedBy}。", $"{decision.Key} is classified as open, reviewed by {decision.ReviewedBy}."));
            return ExitStatus.Done;
        });
        return command;
    }
}
