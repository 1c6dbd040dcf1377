using System.CommandLine;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary><c>saima import</c>: a district's own spreadsheet by a mapping.</summary>
public static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var file = new Argument<string>("FILE") { Description = "表格（.xlsx、.csv） / a spreadsheet (.xlsx, .csv)" };
        var mapping = new Option<string?>("--mapping") { Description = "映射文件；不给则按表头推测 / mapping file; without one a mapping is proposed" };
        var save = new Option<string?>("--save-mapping") { Description = "把推测的映射存到这里 / where to save the proposed mapping" };
        var dry = new Option<bool>("--dry-run") { Description = "只读并报告，不写入 / read and report, write nothing" };
        var annotated = new Option<string?>("--annotated") { Description = "标注了每处问题的工作簿 / a workbook with every fault marked" };
        var target = new Option<string?>("--out") { Description = "写成数据包（文件夹或 .zip） / write a data package (folder or .zip)" };
        var season = new Option<int?>("--season") { Description = "年份，代替映射里的 season / calendar year, instead of the mapping's" };
        var command = new Command("import", "导入区县自己的表格 / import a district's own spreadsheet") { file, mapping, save, dry, annotated, target, season };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(
            new ImportRequest(parse.GetValue(file)!, parse.GetValue(mapping), parse.GetValue(save), parse.GetValue(dry), parse.GetValue(annotated), parse.GetValue(target), parse.GetValue(season)),
            parse.GetValue(host.Json), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    private static int Run(ImportRequest request, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            return request.Mapping is null ? Propose(request, json, output, error) : Import(request, json, output, error, cancellation);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("已取消，没有写入任何内容。 / Cancelled; nothing was written.");
            return ExitStatus.Cancelled;
        }
    }

    private static int Propose(ImportRequest request, bool json, TextWriter output, TextWriter error)
    {
        var outcome = ImportSpreadsheet.Propose(request.File, request.Season ?? TimeProvider.System.GetLocalNow().Year, request.SaveMapping);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal, json, output, error);
        }

        var proposal = outcome.Value!;
        if (json)
        {
            output.WriteLine(ImportJson.Of(proposal));
            return ExitStatus.Done;
        }

        output.WriteLine($"表头 header {proposal.Sheet} 第 {proposal.Header.FirstRow}–{proposal.Header.LastRow} 行 / rows");
        foreach (var (column, heading) in proposal.Recognised)
        {
            output.WriteLine($"  {heading} → {column}");
        }

        output.WriteLine($"  不认识 unknown: {string.Join("；", proposal.Unknown)}");
        foreach (var open in proposal.Open)
        {
            output.WriteLine("  ? " + ImportReport.Both(open));
        }

        output.WriteLine(request.SaveMapping is { } path
            ? $"已存为 saved: {path}；核对后用 --mapping {path} --dry-run / check it, then try it with --mapping and --dry-run"
            : "用 --save-mapping FILE 保存这个映射 / keep this mapping with --save-mapping FILE");
        return ExitStatus.Done;
    }

    private static int Import(ImportRequest request, bool json, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (request.Out is null && !request.DryRun)
        {
            return Refuse(ImportRefusals.NoTarget, json, output, error);
        }

        var outcome = ImportSpreadsheet.Read(request.File, request.Mapping!, request.Season, request.Annotated, new ProgressLines(error), cancellation);
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal, json, output, error);
        }

        var reading = outcome.Value!;
        string? written = null;
        var status = reading.ErrorCount > 0 ? ExitStatus.Refused : ExitStatus.Done;
        if (!request.DryRun && request.Out is { } path && status == ExitStatus.Done)
        {
            var package = WritePackage.Run(reading, path, cancellation);
            if (package.Refusal is { } no)
            {
                return Refuse(no, json, output, error);
            }

            written = package.Value;
        }

        if (json)
        {
            output.WriteLine(ImportJson.Of(reading, written));
            return status;
        }

        ImportReport.Print(output, reading, request.DryRun);
        output.WriteLine(written is not null ? $"已写出 written: {written}"
            : status == ExitStatus.Done ? "试运行，没有写入。 / Dry run; nothing was written."
            : ImportReport.Both(ImportRefusals.Faulty(reading).Message));
        return status;
    }

    private static int Refuse(Refusal refusal, bool json, TextWriter output, TextWriter error)
    {
        if (json)
        {
            output.WriteLine(ImportJson.Of(refusal));
            return ExitStatus.Refused;
        }

        ImportReport.Problems(error, refusal.Problems);
        error.WriteLine(ImportReport.Both(refusal.Message) + " " + ImportReport.Both(refusal.Remedy));
        return ExitStatus.Refused;
    }
}
