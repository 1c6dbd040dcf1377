using System.CommandLine;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Log;

namespace Saima.Modules.Races.Publications;

/// <summary><c>saima race verify</c>: a bundle recomputed, and looked up in a publication log.</summary>
internal static class VerifyCommand
{
    public static Command Create(RaceOptions common)
    {
        var bundle = new Argument<string>("BUNDLE") { Description = "结果包 / bundle" };
        var previous = new Option<string?>("--previous") { Description = "上一轮结果包，核对衔接 / bundle of the round before, to check the chain" };
        var log = new Option<string?>("--log") { Description = "公开日志的网址或导出的文件夹 / address of the publication log, or a folder it was exported to" };
        var key = new Option<string?>("--key") { Description = "从别处得知的日志公钥 / the log's key, known from elsewhere" };
        var saved = new Option<string?>("--checkpoint") { Description = "以前存下的存根，日志必须由它增长而来 / a checkpoint saved earlier that the log must have grown from" };
        var seen = new Option<string?>("--seen") { Description = "本机记着见过的存根的文件 / file in which this machine remembers the checkpoints it saw" };
        var command = new Command("verify", "只用结果包复算，逐字节比对，并可与公开日志核对（0 一致，3 不一致，2 不是结果包或取不到日志） / recompute from the bundle alone, and check it against the log (0 reproduced, 3 differs, 2 not a bundle or no log)")
        {
            bundle, previous, log, key, saved, seen, common.Threads,
        };
        command.SetAction(async (parse, cancel) =>
        {
            var console = common.Console(parse);
            var opened = Bundle.Open(parse.GetValue(bundle)!);
            if (opened.Refusal is { } refusal)
            {
                return console.Refuse(refusal);
            }

            using var checkedBundle = opened.Value!;
            var before = parse.GetValue(previous) is { } path ? Bundle.Open(path) : default(Outcome<Bundle>);
            if (before.Refusal is { } other)
            {
                return console.Refuse(other);
            }

            using var given = before.Value;
            var verification = VerifyBundle.Run(checkedBundle, given, RaceCommand.Threads(parse, common), console.Progress, cancel);
            var order = parse.GetValue(log) is { } place ? new LookUp(place, parse.GetValue(key), parse.GetValue(saved), parse.GetValue(seen) ?? SeenLogs.Usual) : null;
            var found = order is null ? default : await FindBundle.Run(order, checkedBundle, cancel);
            if (found.Refusal is { } unfetched)
            {
                return console.Refuse(unfetched);
            }

            VerifyReport.Print(console, checkedBundle, verification, found.Value);
            return verification.Reproduced && found.Value?.Fault is null ? ExitStatus.Done : ExitStatus.Differs;
        });
        return command;
    }
}
