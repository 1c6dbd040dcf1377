using System.CommandLine;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Projects.Samples.Shangyu;

namespace Saima.Projects.Samples;

/// <summary><c>saima sample</c>: an invented data package of any size.</summary>
internal static class SampleCommand
{
    public static Command Create(CommandHost host)
    {
        var projects = new Option<int>("--projects") { Description = "项目数 / number of projects", DefaultValueFactory = _ => 100 };
        var seed = new Option<ulong>("--seed") { Description = "种子：同数同种子，逐字节相同 / the same number and seed give the same bytes", DefaultValueFactory = _ => 1UL };
        var target = new Option<string>("--out") { Description = "新文件夹或 .zip / new folder or .zip", Required = true };
        var season = new Option<int>("--season") { Description = "年份 / calendar year", DefaultValueFactory = _ => 2023 };
        var dirt = new Option<bool>("--dirt") { Description = "约五十分之一的项目带有可警告的瑕疵 / about one project in fifty carries a fault worth a warning" };
        var command = host.Group("sample", "生成任意规模的示例数据包 / write an invented data package of any size");
        foreach (var option in new Option[] { projects, seed, target, season, dirt })
        {
            command.Add(option);
        }

        command.SetAction((parse, cancel) => Task.FromResult(Print(
            parse,
            host,
            () => CreateSample.Run(
                new(parse.GetValue(projects), parse.GetValue(seed), parse.GetValue(target)!, parse.GetValue(season), parse.GetValue(dirt)), null, cancel))));
        command.Add(Shangyu(host));
        return command;
    }

    // For developers: how the folder samples/shangyu-2023 is made again.
    private static Command Shangyu(CommandHost host)
    {
        var target = new Option<string>("--out") { Description = "新文件夹 / new folder", Required = true };
        var command = new Command("shangyu", "重新生成上虞示例 / write the Shangyu example again") { target };
        command.Hidden = true;
        command.SetAction(parse => Print(parse, host, () =>
        {
            var written = ShangyuSample.Run(parse.GetValue(target)!);
            if (written.Refusal is null)
            {
                ShangyuMap.Run(parse.GetValue(target)!.TrimEnd('/') + "-map");
            }

            return written;
        }));
        return command;
    }

    private static int Print(ParseResult parse, CommandHost host, Func<Outcome<SampleWritten>> run)
    {
        var output = host.Output(parse);
        var outcome = run();
        if (outcome.Refusal is { } refusal)
        {
            return output.Refuse(refusal);
        }

        var written = outcome.Value!;
        output.Result(written, new(
            FormattableString.Invariant($"{written.Out}：{written.Projects} 个项目，{written.Bytes / 1e6:F1} MB。"),
            FormattableString.Invariant($"{written.Out}: {written.Projects} projects, {written.Bytes / 1e6:F1} MB.")));
        return ExitStatus.Done;
    }
}
