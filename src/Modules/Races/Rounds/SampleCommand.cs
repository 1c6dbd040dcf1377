using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Log;
using Saima.Projects.Maps;

namespace Saima.Modules.Races.Rounds;

/// <summary><c>saima sample load</c>: the sample district in an empty database.</summary>
internal static class SampleCommand
{
    public static Command Create(CommandHost host)
    {
        var from = new Option<string>("--from") { Description = "示例数据包 / the sample's data package", DefaultValueFactory = _ => "samples/shangyu-2023" };
        var load = new Command("load", "把示例区装入空库，结算并公布六轮 / load the sample district into an empty database, settle and publish its six rounds") { from };
        load.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var loaded = await LoadSample.Run(
                scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), parse.GetValue(from)!, cancel: cancel);
            if (loaded.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            _ = await SignLog.Run(
                scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<LogKeys>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), cancel);
            if (loaded.Value!.Imported)
            {
                new MapLayers(MapLayers.FolderFor(host.Address(parse))).Bring(Path.Combine(LoadSample.MapOf(parse.GetValue(from)!), "layers"));
            }

            foreach (var module in scope.ServiceProvider.GetRequiredService<IReadOnlyList<SaimaModule>>())
            {
                await module.LoadSample(scope.ServiceProvider, cancel);
            }

            host.Output(parse).Result(loaded.Value!, loaded.Value! switch
            {
                { Imported: true } => new("示例区已装入，六轮已结算并公布。", "The sample district is loaded; its six rounds are settled and published."),
                { Settled: > 0 } => new("示例区的结算已补齐。", "The sample district's rounds are complete now."),
                _ => new("库里已有数据，未作改动。", "The database has its data already; nothing was changed."),
            });
            return ExitStatus.Done;
        });
        var sample = host.Group("sample", "示例 / samples");
        sample.Add(load);
        return sample;
    }
}
