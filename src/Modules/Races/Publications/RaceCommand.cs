using System.CommandLine;
using Saima.Kernel.Modules;

namespace Saima.Modules.Races.Publications;

/// <summary><c>saima race settle|verify|explain</c> on files.</summary>
internal static class RaceCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var threads = new Option<int>("--threads") { Description = "线程数；结果与它无关 / threads; the result does not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };
        var common = new RaceOptions(host, threads);
        var command = new Command("race", "赛马：结算、复算、解释一轮 / settle, verify and explain a round");
        command.Add(Settle(common));
        command.Add(VerifyCommand.Create(common));
        command.Add(Explain(common));
        return command;
    }

    private static Command Settle(RaceOptions common)
    {
        var package = new Argument<string>("PACKAGE") { Description = "数据包：文件夹、zip 或工作簿 / data package: folder, zip or workbook" };
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var round = new Option<int>("--round") { Description = "轮次 1–6 / round 1–6", Required = true };
        var rules = new Option<string?>("--rules") { Description = "规则集；默认用示例规则集 / rule set; the example by default" };
        var previous = new Option<string?>("--previous") { Description = "上一轮结果包 / bundle of the round before" };
        var edition = new Option<int>("--edition") { Description = "版次；更正从 2 起 / edition; corrections start at 2", DefaultValueFactory = _ => 1 };
        var supersedes = new Option<string?>("--supersedes") { Description = "被更正的结果包 / bundle of the corrected edition" };
        var target = new Option<string>("--out") { Description = "结果包写到这里 / where to write the bundle", Required = true };
        var command = new Command("settle", "结算一轮并写出结果包 / settle a round and write its bundle") { package, season, round, rules, previous, edition, supersedes, target, common.Threads };
        command.SetAction((parse, cancel) => Task.FromResult(common.Run(parse, (console, token) =>
        {
            var request = new SettleRequest(
                parse.GetValue(package)!, parse.GetValue(season), parse.GetValue(round), parse.GetValue(rules), parse.GetValue(previous),
                parse.GetValue(edition), parse.GetValue(supersedes), parse.GetValue(target)!, parse.GetValue(common.Threads));
            var outcome = SettleFile.Run(request, console.Progress, token);
            if (outcome.Refusal is { } refusal)
            {
                return console.Refuse(refusal);
            }

            SettleReport.Print(console, outcome.Value!);
            return ExitStatus.Done;
        }, cancel)));
        return command;
    }

    private static Command Explain(RaceOptions common)
    {
        var bundle = new Argument<string>("BUNDLE") { Description = "结果包 / bundle" };
        var project = new Argument<string>("PROJECT") { Description = "项目编号 / id of the project" };
        var command = new Command("explain", "解释一个项目的结果 / explain the result of a project") { bundle, project, common.Threads };
        command.SetAction((parse, cancel) => Task.FromResult(common.Run(parse, (console, token) =>
        {
            var opened = Bundle.Open(parse.GetValue(bundle)!);
            if (opened.Refusal is { } refusal)
            {
                return console.Refuse(refusal);
            }

            using var explained = opened.Value!;
            var verification = VerifyBundle.Run(explained, null, Threads(parse, common), console.Progress, token);
            if (!verification.Reproduced)
            {
                VerifyReport.Print(console, explained, verification);
                return ExitStatus.Differs;
            }

            var outcome = ExplainProject.Run(verification.Recomputed!, parse.GetValue(project)!);
            if (outcome.Refusal is { } unknown)
            {
                return console.Refuse(unknown);
            }

            ExplainReport.Print(console, outcome.Value!);
            return ExitStatus.Done;
        }, cancel)));
        return command;
    }

    internal static int Threads(ParseResult parse, RaceOptions common) => Math.Clamp(parse.GetValue(common.Threads), 1, 1024);
}
