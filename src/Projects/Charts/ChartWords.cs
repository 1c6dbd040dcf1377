using Saima.Kernel.Refusals;

namespace Saima.Projects.Charts;

/// <summary>What the charts of the desk say.</summary>
public static class ChartWords
{
    public static Phrase Scatter { get; } = new("年度计划与完成率", "Annual plan and how much of it is done");

    public static Phrase ScatterHelp { get; } = new("一个点是一个项目，越靠右计划越大，越靠上完成得越多；点一下打开项目。", "A point is a project: further right with a larger plan, further up with more of it done. A click opens it.");

    public static Phrase Bars { get; } = new("年度计划投资的分布", "Where the annual plan lies");

    public static Phrase BarsHelp { get; } = new("点一段打开对应的项目列表。", "A click on a bar opens the list of its projects.");

    public static Phrase By { get; } = new("按什么分", "Put together by");

    public static Phrase Rate { get; } = new("完成率", "Done");

    public static Phrase Done { get; } = new("累计完成", "Done this year");

    public static Phrase Projects { get; } = new("项目数", "Projects");

    public static Phrase Distribution { get; } = new("按旗分布", "By flag");

    public static Phrase NoFlag { get; } = new("未评", "Not raced");

    public static Phrase NoTown { get; } = new("未填属地", "No town");

    public static Phrase Figures { get; } = new("图中的数字", "The figures of the chart");

    public static Phrase Nothing { get; } = new("符合条件的项目都没有年度计划，画不出图。", "None of the projects that fit has a plan for the year; there is nothing to draw.");

    public static Phrase Largest(int shown, int of) => new($"{of:#,0} 个项目中画出计划最大的 {shown:#,0} 个；表格里是全部。", $"The {shown:#,0} largest of {of:#,0} projects are drawn; the table has all of them.");

    public static Phrase LargestGroups(int shown, int of) => new($"{of:#,0} 个中画出计划最大的 {shown:#,0} 个；表格里是全部。", $"The {shown:#,0} largest of {of:#,0} are drawn; the table has all of them.");

    public static Phrase Count(int count) => new($"共 {count:#,0} 个有年度计划的项目", $"{count:#,0} projects with a plan for the year");

    public static Phrase GroupCount(int count) => new($"共 {count:#,0} 个", $"{count:#,0} in all");
}
