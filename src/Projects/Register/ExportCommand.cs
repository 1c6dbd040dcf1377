using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;

namespace Saima.Projects.Register;

/// <summary><c>saima export</c>: a season of the register as a data package.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandHost host)
    {
        var season = new Option<int>("--season") { Description = "年份 / calendar year", Required = true };
        var target = new Option<string>("--out") { Description = "新文件夹、.zip 或 .xlsx / new folder, .zip or .xlsx", Required = true };
        var format = new Option<string?>("--format") { Description = "folder、zip 或 xlsx；不给则看文件名 / folder, zip or xlsx; by the name if not given" };
        var headings = new Option<string>("--headings") { Description = "工作簿的表头语言：zh 或 en / language of a workbook's headings: zh or en", DefaultValueFactory = _ => "zh" };
        format.AcceptOnlyFromAmong("folder", "zip", "xlsx");
        headings.AcceptOnlyFromAmong("zh", "en");
        var command = new Command("export", "把一个年度的登记簿导出为数据包 / write a season of the register as a data package") { season, target, format, headings };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var order = new ExportOrder(
                parse.GetValue(season), parse.GetValue(target)!, Format(parse.GetValue(format) ?? Path.GetExtension(parse.GetValue(target)!)), parse.GetValue(headings) == "zh");
            var outcome = await ExportPackage.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), order, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return host.Output(parse).Refuse(refusal);
            }

            var exported = outcome.Value!;
            host.Output(parse).Result(exported, new(
                FormattableString.Invariant($"{exported.Target}：{exported.Projects} 个项目，{exported.Rows} 行。"),
                FormattableString.Invariant($"{exported.Target}: {exported.Projects} projects, {exported.Rows} rows.")));
            return ExitStatus.Done;
        });
        return command;
    }

    private static ExportFormat Format(string text) => text.TrimStart('.').ToUpperInvariant() switch
    {
        "ZIP" => ExportFormat.Zip,
        "XLSX" => ExportFormat.Workbook,
        _ => ExportFormat.Folder,
    };
}
