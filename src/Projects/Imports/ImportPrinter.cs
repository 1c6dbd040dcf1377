using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>Says what an import did, to people or to programs, and gives the exit status that goes with it.</summary>
internal sealed class ImportPrinter(CommandOutput output)
{
    private static readonly Phrase DryRun = new("试运行，没有写入。", "Dry run; nothing was written.");

    public ProgressLines Progress() => new(output);

    public int Refuse(Refusal refusal) => output.Refuse(refusal);

    public int Print(Reading reading, Phrase? written, bool dryRun)
    {
        var status = reading.ErrorCount > 0 ? ExitStatus.Refused : ExitStatus.Done;
        if (output.Json)
        {
            output.Verbatim(ImportJson.Of(reading, written is null ? null : CommandOutput.In(written)));
            return status;
        }

        ImportReport.Print(output, reading, dryRun);
        output.Line(written is not null ? Written(written) : status == ExitStatus.Done ? DryRun : ImportRefusals.Faulty(reading).Message);
        return status;
    }

    /// <summary>A data package that was read and, unless it was a dry run, imported.</summary>
    public int Print(DataPackage package, IReadOnlyList<Problem> warnings, Imported? imported)
    {
        if (output.Json)
        {
            output.Verbatim(ImportJson.Of(package, warnings, imported));
            return ExitStatus.Done;
        }

        ImportReport.Problems(output, warnings);
        output.Line(new(
            FormattableString.Invariant($"数据包：项目 {package.Facts.ProjectCount}，单位 {package.Facts.UnitCount}，警告 {warnings.Count}。"),
            FormattableString.Invariant($"Data package: {package.Facts.ProjectCount} projects, {package.Facts.UnitCount} units, {warnings.Count} warnings.")));
        output.Line(imported is null ? DryRun : Written(Sentence(imported)));
        return ExitStatus.Done;
    }

    public int Print(Outcome<Proposal> outcome, string? saved)
    {
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        var proposal = outcome.Value!;
        if (output.Json)
        {
            output.Verbatim(ImportJson.Of(proposal));
            return ExitStatus.Done;
        }

        var rows = FormattableString.Invariant($"{proposal.Header.FirstRow}–{proposal.Header.LastRow}");
        output.Line(new($"表头 {proposal.Sheet} 第 {rows} 行", $"header {proposal.Sheet} rows {rows}"));
        foreach (var (column, heading) in proposal.Recognised)
        {
            output.Verbatim($"  {heading} → {column}");
        }

        output.Line(new($"  不认识：{string.Join("；", proposal.Unknown)}", $"  unknown: {string.Join("; ", proposal.Unknown)}"));
        foreach (var open in proposal.Open)
        {
            output.Line(new("  ? " + open.Zh, "  ? " + open.En));
        }

        output.Line(saved is { } path
            ? new($"已存为 {path}；核对后用 --mapping {path} --dry-run 试一遍。", $"Saved as {path}; check it, then try it with --mapping {path} --dry-run.")
            : new("用 --save-mapping FILE 保存这个映射。", "Keep this mapping with --save-mapping FILE."));
        return ExitStatus.Done;
    }

    public static Phrase Sentence(Imported imported) => imported.NothingNew
        ? new(FormattableString.Invariant($"{imported.Season} 年没有新内容"), FormattableString.Invariant($"nothing new for {imported.Season}"))
        : new(
            FormattableString.Invariant($"{imported.Season} 年，变更 {imported.ChangeId}：新增 {imported.Added}，更正 {imported.Corrected}"),
            FormattableString.Invariant($"{imported.Season}, change {imported.ChangeId}: {imported.Added} added, {imported.Corrected} corrected"));

    private static Phrase Written(Phrase what) => new($"已写入：{what.Zh}。", $"Written: {what.En}.");
}
