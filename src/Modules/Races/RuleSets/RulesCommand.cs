using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.RuleSets;

/// <summary><c>saima rules list|show|compare|add|try</c>: the register of rule sets.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new Command("rules", "规则集：列出、查看、比较、收入、试算 / rule sets: list, read, compare, take in, try") { List(host), Show(host), Compare(host), Add(host), Try(host) };
    }

    private static Command List(CommandHost host)
    {
        var command = new Command("list", "在册的规则集 / the rule sets that are kept");
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var (output, shelf) = (host.Output(parse), await RuleSetShelf.Read(scope.ServiceProvider.GetRequiredService<SaimaDb>(), cancel));
            if (output.Json)
            {
                output.Result(shelf.Select(RulesPrinter.Shown), new("", ""));
                return ExitStatus.Done;
            }

            output.Table(
                [new("代码", "code"), new("版", "version"), new("文号", "document"), new("施行", "from"), new("说明", "note"), new("结算", "settled"), new("指纹", "sha-256")],
                shelf.Select(RulesPrinter.Row));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Show(CommandHost host)
    {
        var hash = Hash("HASH");
        var command = new Command("show", "逐条读一份规则集 / read a rule set in sentences") { hash };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var found = await RuleSetShelf.Find(scope.ServiceProvider.GetRequiredService<SaimaDb>(), parse.GetValue(hash)!, cancel);
            return found is null ? host.Output(parse).Refuse(RuleSetRefusals.Unknown(parse.GetValue(hash)!)) : RulesPrinter.Print(host.Output(parse), found);
        });
        return command;
    }

    private static Command Compare(CommandHost host)
    {
        var (old, now) = (Hash("OLD"), Hash("NEW"));
        var all = new Option<bool>("--all") { Description = "也列出相同的 / what is the same too" };
        var command = new Command("compare", "逐条比较两份规则集 / hold two rule sets against each other") { old, now, all };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            var sides = new List<ShelvedRuleSet>();
            foreach (var asked in new[] { parse.GetValue(old)!, parse.GetValue(now)! })
            {
                if (await RuleSetShelf.Find(db, asked, cancel) is not { } side)
                {
                    return host.Output(parse).Refuse(RuleSetRefusals.Unknown(asked));
                }

                sides.Add(side);
            }

            var parts = CompareRuleSets.Run(sides[0].Document, sides[1].Document);
            return RulesPrinter.Print(host.Output(parse), [.. parts.Where(part => parse.GetValue(all) || part.Change != RuleChange.Same)]);
        });
        return command;
    }

    private static Command Add(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "规则集文件（JSON） / rule set document (JSON)" };
        var command = new Command("add", "收入一份规则集 / take in a rule set") { file };
        command.SetAction(async (parse, cancel) =>
        {
            var path = parse.GetValue(file)!;
            byte[] bytes;
            try
            {
                bytes = await File.ReadAllBytesAsync(path, cancel);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return host.Output(parse).Refuse(Publications.PublicationRefusals.Unreadable(path));
            }

            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var outcome = await AddRuleSet.Run(
                scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), bytes, Path.GetFileName(path), Environment.UserName, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            var document = outcome.Value!;
            var name = string.Create(CultureInfo.InvariantCulture, $"{document.Code} v{document.Version} ({document.Hash})");
            host.Output(parse).Result(new { document.Code, document.Version, document.DocumentNo, document.EffectiveFrom, sha256 = document.Hash }, RuleSetWords.Added(name));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Try(CommandHost host)
    {
        var hash = Hash("HASH");
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var round = new Option<int>("--round") { Description = "第几轮，1–6 / round, 1 to 6", Required = true };
        var command = new Command("try", "用规则集重算过去的一轮，只看不存 / settle a past round by a rule set, to look at and not to keep") { hash, season, round };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var (db, output) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), host.Output(parse));
            if (await RuleSetShelf.Find(db, parse.GetValue(hash)!, cancel) is not { } rules)
            {
                return output.Refuse(RuleSetRefusals.Unknown(parse.GetValue(hash)!));
            }

            if (await RoundArchive.Latest(db, parse.GetValue(season), parse.GetValue(round), cancel) is not { } edition)
            {
                return output.Refuse(RoundRefusals.NotSettled(parse.GetValue(season), parse.GetValue(round)));
            }

            var outcome = await TryRuleSet.Run(db, edition, rules.Document, output.Json ? null : new Steps(output), cancel);
            return outcome.Refusal is { } refusal ? output.Refuse(refusal) : RulesPrinter.Print(output, outcome.Value!);
        });
        return command;
    }

    private static Argument<string> Hash(string name) => new(name) { Description = "规则集的指纹，或它的前几位 / fingerprint of a rule set, or how it begins" };

    private sealed class Steps(CommandOutput output) : IProgress<int>
    {
        public void Report(int value) => output.Progress(RuleSetWords.Step(value));
    }
}
