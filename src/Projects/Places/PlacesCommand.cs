using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary><c>saima places</c>: where projects are, from a table.</summary>
internal static class PlacesCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "表格（.csv、.xlsx），列 project、lon、lat（CGCS2000，十进制的度）；或地块边界（.geojson），每个面的属性 project 写项目编号 / a table (.csv, .xlsx) with the columns project, lon, lat (CGCS2000, decimal degrees); or parcels (.geojson), each polygon naming its project in the property project" };
        var season = new Option<int>("--season") { Description = "年度 / season", Required = true };
        var by = new Option<string>("--by") { Description = "经办人 / who imports", DefaultValueFactory = _ => Environment.UserName };
        var reason = new Option<string?>("--reason") { Description = "缘由 / why" };
        var command = new Command("places", "从文件导入项目的位置或地块边界 / import the places or the parcels of projects from a file") { file, season, by, reason };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var from = parse.GetValue(file)!;
            Func<SaimaDb, TimeProvider, string, int, string, string?, CancellationToken, Task<Outcome<Imported>>> import = ParcelsFile.Is(from) ? ParcelsFile.Run : PlacesFile.Run;
            var outcome = await import(
                scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), from, parse.GetValue(season), parse.GetValue(by)!, parse.GetValue(reason), cancel);
            if (outcome.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            var done = outcome.Value!;
            host.Output(parse).Result(done, new($"{done.Rows} 行：新增 {done.Added} 个，更正 {done.Corrected} 个。", $"{done.Rows} rows: {done.Added} added, {done.Corrected} corrected."));
            return ExitStatus.Done;
        });
        return command;
    }
}
