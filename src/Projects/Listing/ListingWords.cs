using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Projects.Listing;

/// <summary>What the projects desk says.</summary>
public static class ListingWords
{
    public static Phrase Desk { get; } = new("项目库", "Projects");

    public static Phrase Help { get; } = new(
        "登记簿里这一年度的全部项目。可按名称、编号、代码、单位查找，也可只打拼音首字母；筛选后的网址可以收藏、发给别人。",
        "Every project in the books of the season. Find them by name, id, code or unit, or by the initials of the pinyin; the address keeps the filter and can be saved and shared.");

    public static Phrase Search { get; } = new("查找", "Search");

    public static Phrase SearchHint { get; } = new("名称、编号、代码或拼音首字母", "name, id, code or pinyin initials");

    public static Phrase Unit { get; } = new("责任单位", "Unit");

    public static Phrase Town { get; } = new("属地", "Town");

    public static Phrase Class { get; } = new("类别", "Class");

    public static Phrase Size { get; } = new("投资规模", "Size");

    public static Phrase All { get; } = new("全部", "all");

    public static Phrase Views { get; } = new("看法", "Views");

    public static Phrase List { get; } = new("列表", "List");

    public static Phrase Chart { get; } = new("图表", "Chart");

    public static Phrase Map { get; } = new("地图", "Map");

    public static Phrase Excel { get; } = new("导出 Excel", "Excel");

    public static Phrase NewProject { get; } = new("登记新项目", "Add a project");

    public static Phrase Season { get; } = new("年度", "Season");

    public static Phrase Project { get; } = new("项目", "Project");

    public static Phrase Code { get; } = new("项目代码", "Project code");

    public static Phrase Total { get; } = new("总投资", "Total investment");

    public static Phrase Plan { get; } = new("年度计划", "Annual plan");

    public static Phrase Start { get; } = new("开工", "Start");

    public static Phrase Completion { get; } = new("竣工", "Completion");

    public static Phrase Planned { get; } = new("计划", "planned");

    public static Phrase NothingFound { get; } = new("没有符合条件的项目。少选一个条件，或换一个词试试。", "No project fits. Drop a condition or try another word.");

    public static Phrase Empty { get; } = new("登记簿还是空的", "The register is empty");

    public static Phrase EmptyHelp { get; } = new("导入本区县的台账或数据包，或登记第一个项目：", "Import your district's spreadsheet or a data package, or add the first project:");

    public static Phrase Found(int count, int of) => count == of ? new($"共 {of:#,0} 个项目", $"{of:#,0} projects") : new($"找到 {count:#,0} 个，共 {of:#,0} 个项目", $"{count:#,0} of {of:#,0} projects");

    public static Phrase SeasonOf(int season) => new($"{season} 年", $"{season}");

    public static Phrase TitleOf(int season) => new($"{season} 年项目库", $"Projects of {season}");

    /// <summary>The word for a class of projects.</summary>
    public static Phrase ClassOf(string code) => code switch
    {
        "new" => new("新开工", "new"),
        "continuing" => new("续建", "continuing"),
        "completing" => new("竣工", "completing"),
        "preparatory" => new("预备", "preparatory"),
        _ => new(code, code),
    };

    public static IReadOnlyList<string> Classes { get; } = [.. PackageTable.Projects.Columns.Single(column => column.Name == "class").Words!.Select(word => word.Code)];
}
