using System.CommandLine;
using Saima.Kernel.Modules;

namespace Saima.Projects.Imports;

/// <summary><c>saima import</c>: a data package, or a district's own spreadsheet by a mapping.</summary>
public static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var file = new Argument<string>("FILE") { Description = "表格（.xlsx、.csv）或数据包（文件夹、.zip、.xlsx） / a spreadsheet (.xlsx, .csv) or a data package (folder, .zip, .xlsx)" };
        var mapping = new Option<string?>("--mapping") { Description = "映射文件；不给则按表头推测 / mapping file; without one a mapping is proposed" };
        var save = new Option<string?>("--save-mapping") { Description = "把推测的映射存到这里 / where to save the proposed mapping" };
        var dry = new Option<bool>("--dry-run") { Description = "只读并报告，不写入 / read and report, write nothing" };
        var annotated = new Option<string?>("--annotated") { Description = "标注了每处问题的工作簿 / a workbook with every fault marked" };
        var target = new Option<string?>("--out") { Description = "写成数据包（文件夹或 .zip） / write a data package (folder or .zip)" };
        var season = new Option<int?>("--season") { Description = "年份，代替映射里的 season / calendar year, instead of the mapping's" };
        var command = new Command("import", "导入区县自己的表格或数据包 / import a district's own spreadsheet or a data package") { file, mapping, save, dry, annotated, target, season };
        var by = new Option<string>("--by") { Description = "经办人 / who imports", DefaultValueFactory = _ => Environment.UserName };
        var reason = new Option<string?>("--reason") { Description = "缘由 / why" };
        command.Options.Add(by);
        command.Options.Add(reason);
        command.SetAction((parse, cancellation) => new ImportRun(
            new ImportRequest
            {
                File = parse.GetValue(file)!,
                Mapping = parse.GetValue(mapping),
                SaveMapping = parse.GetValue(save),
                DryRun = parse.GetValue(dry),
                Annotated = parse.GetValue(annotated),
                Out = parse.GetValue(target),
                Season = parse.GetValue(season),
                By = parse.GetValue(by)!,
                Reason = parse.GetValue(reason),
            },
            () => host.OpenDatabase(parse), new ImportPrinter(host.Output(parse)), cancellation).Run());
        return command;
    }
}
