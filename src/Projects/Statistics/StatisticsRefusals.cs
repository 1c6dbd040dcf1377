using Saima.Kernel.Refusals;

namespace Saima.Projects.Statistics;

/// <summary>Every way a file of the statistics is refused.</summary>
internal static class StatisticsRefusals
{
    public static Refusal NoFile { get; } = new("NO_FILE", new("没有选文件，或者文件是空的。", "No file was chosen, or it is empty."), new("选统计部门的 .xlsx 或 .csv。", "Choose the statistics' .xlsx or .csv."));

    public static Refusal TooLarge(string file, long most) => new(
        "FILE_TOO_LARGE", new($"{file} 超过 {most >> 20} MB。", $"{file} is larger than {most >> 20} MB."), new("只留项目、月份和金额几列。", "Keep only the columns of project, month and amounts."));

    public static Refusal Unreadable(Problem problem) => new("STATISTICS_UNREADABLE", problem.Message, problem.Remedy, [problem]);

    public static Refusal NoHeadings(string file) => new(
        "NO_HEADINGS",
        new($"{file} 里没有“项目编号”或“项目代码”、“月份”、“自年初累计完成投资（万元）”这些列，或者没有数据。", $"{file} lacks the columns “project” or “code”, “month” and “year_to_date”, or holds no rows."),
        new("表头放在第一行，金额以万元计。", "Put the headings into the first row; amounts are in 10,000 yuan."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "STATISTICS_FAULTY", new($"有 {problems.Count} 处要改，一条也没有导入。", $"There are {problems.Count} problems; nothing was imported."), new("请统计部门改好文件再导入；这里不能改数。", "Have the statistics mend their file and import it again; figures are not changed here."), problems);
}
