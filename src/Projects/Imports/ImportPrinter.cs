using System.CommandLine;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>Says what an import did, to people or to programs, and gives the exit status that goes with it.</summary>
internal sealed class ImportPrinter(bool json, InvocationConfiguration to)
{
    public ProgressLines Progress() => new(to.Error);

    public int Cancelled()
    {
        to.Error.WriteLine("已取消，没有写入任何内容。 / Cancelled; nothing was written.");
        return ExitStatus.Cancelled;
    }

    public int Refuse(Refusal refusal)
    {
        if (json)
        {
            to.Output.WriteLine(ImportJson.Of(refusal));
            return ExitStatus.Refused;
        }

        ImportReport.Problems(to.Error, refusal.Problems);
        to.Error.WriteLine(ImportReport.Both(refusal.Message) + " " + ImportReport.Both(refusal.Remedy));
        return ExitStatus.Refused;
    }

    public int Print(Reading reading, string? written, bool dryRun)
    {
        var status = reading.ErrorCount > 0 ? ExitStatus.Refused : ExitStatus.Done;
        if (json)
        {
            to.Output.WriteLine(ImportJson.Of(reading, written));
            return status;
        }

        ImportReport.Print(to.Output, reading, dryRun);
        to.Output.WriteLine(written is not null ? $"已写入 written: {written}"
            : status == ExitStatus.Done ? "试运行，没有写入。 / Dry run; nothing was written."
            : ImportReport.Both(ImportRefusals.Faulty(reading).Message));
        return status;
    }

    /// <summary>A data package that was read and, unless it was a dry run, imported.</summary>
    public int Print(DataPackage package, IReadOnlyList<Problem> warnings, Imported? imported)
    {
        if (json)
        {
            to.Output.WriteLine(ImportJson.Of(package, warnings, imported));
            return ExitStatus.Done;
        }

        ImportReport.Problems(to.Output, warnings);
        to.Output.WriteLine($"数据包 package: 项目 projects {package.Facts.ProjectCount}，单位 units {package.Facts.UnitCount}，警告 warnings {warnings.Count}");
        to.Output.WriteLine(imported is null ? "试运行，没有写入。 / Dry run; nothing was written." : $"已写入 written: {Sentence(imported)}");
        return ExitStatus.Done;
    }

    public int Print(Outcome<Proposal> outcome, string? saved)
    {
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        var proposal = outcome.Value!;
        if (json)
        {
            to.Output.WriteLine(ImportJson.Of(proposal));
            return ExitStatus.Done;
        }

        to.Output.WriteLine($"表头 header {proposal.Sheet} 第 {proposal.Header.FirstRow}–{proposal.Header.LastRow} 行 / rows");
        foreach (var (column, heading) in proposal.Recognised)
        {
            to.Output.WriteLine($"  {heading} → {column}");
        }

        to.Output.WriteLine($"  不认识 unknown: {string.Join("；", proposal.Unknown)}");
        foreach (var open in proposal.Open)
        {
            to.Output.WriteLine("  ? " + ImportReport.Both(open));
        }

        to.Output.WriteLine(saved is { } path
            ? $"已存为 saved: {path}；核对后用 --mapping {path} --dry-run / check it, then try it with --mapping and --dry-run"
            : "用 --save-mapping FILE 保存这个映射 / keep this mapping with --save-mapping FILE");
        return ExitStatus.Done;
    }

    public static string Sentence(Imported imported) => imported.NothingNew
        ? $"{imported.Season}：没有新内容 / nothing new"
        : $"{imported.Season}：变更 change {imported.ChangeId}，新增 added {imported.Added}，更正 corrected {imported.Corrected}";
}
