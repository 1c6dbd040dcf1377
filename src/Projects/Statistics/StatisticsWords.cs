using Saima.Kernel.Refusals;

namespace Saima.Projects.Statistics;

/// <summary>What the page of the two series says.</summary>
internal static class StatisticsWords
{
    public static Phrase Title { get; } = new("管理数与统计数", "Management and statistics");

    public static Phrase Import { get; } = new("导入统计文件", "Import the statistics' file");

    public static Phrase ImportHelp { get; } = new(
        "列：项目编号或项目代码、月份、自年初累计完成投资（万元），有的话再加本月完成投资。按原样收下；改数要由统计部门出新文件。导入可以在变更记录里撤销。",
        "Columns: project or code, month, year_to_date and, where known, invested, in 10,000 yuan. It is taken as it stands; figures change only by a new file of the statistics. An import can be undone among the changes.");

    public static Phrase File { get; } = new("统计文件", "the statistics' file");

    public static Phrase Done(long added, long corrected) => new($"已导入：新增 {added} 条，更新 {corrected} 条。", $"Imported: {added} added, {corrected} replaced.");

    public static Phrase Order { get; } = new("排序", "Order");

    public static Phrase ByGap { get; } = new("差额大的在前", "largest gap first");

    public static Phrase ByProject { get; } = new("按项目编号", "by project id");

    public static Phrase SearchHint { get; } = new("项目名称、编号或拼音首字母", "name, id or pinyin initials");

    public static Phrase None { get; } = new("没有符合条件的项目", "No project fits");

    public static Phrase Counted(int projects, int both) => new($"共 {projects} 个项目，{both} 个两个口径都有数", $"{projects} projects, {both} with figures of both series");
}
