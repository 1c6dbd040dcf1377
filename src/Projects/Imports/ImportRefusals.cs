using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Imports;

/// <summary>Every way an import says no.</summary>
internal static class ImportRefusals
{
    public static Refusal Faulty(Reading reading) => new("IMPORT_FAULTY",
        new Phrase($"有 {reading.ErrorCount} 处错误，没有写入任何内容。", $"{reading.ErrorCount} error(s); nothing was written."),
        new Phrase("按清单改正后再导入；--annotated OUT.xlsx 可得到标注过的工作簿。", "Mend them and import again; --annotated OUT.xlsx gives a workbook with each fault marked."),
        reading.Problems);

    public static readonly Refusal NoSeason = new("NO_SEASON", new Phrase("没有说明是哪一年的数据。", "Nothing says which year the facts belong to."),
        new Phrase("用 --season 2023，或在映射里写 season。", "Say --season 2023, or write season in the mapping."));

    public static Refusal NoFile(string path) => new("FILE_ABSENT", new Phrase($"找不到 {path}。", $"There is no {path}."), new Phrase("检查路径。", "Check the path."));

    public static Refusal Exists(string path) => new("TARGET_TAKEN", new Phrase($"{path} 已存在。", $"{path} exists already."),
        new Phrase("换一个名字，或先移走它。", "Choose another name or move it away."));

    public static Refusal Unreadable(string path, Exception why) => why is UnreadableFile { Problem: var problem }
        ? new("FILE_UNREADABLE", problem.Message, problem.Remedy, [problem])
        : new("FILE_UNREADABLE", new Phrase($"不能读取 {path}：{why.Message}", $"Cannot read {path}: {why.Message}"),
            new Phrase("检查它是否为完整的 .xlsx 或 .csv 文件。", "Check that it is a whole .xlsx or .csv file."));
}
