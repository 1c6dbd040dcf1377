using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Ui.Catalogue;

/// <summary>What the catalogue of components says; all of it is invented.</summary>
internal static class CatalogueWords
{
    public static Phrase Title { get; } = new("组件目录", "Components");

    public static Phrase Help { get; } = new("界面用到的每一个组件，每一种状态；内容都是示例。", "Every component the pages are made of, in every state; all of it is an example.");

    public static Phrase Path { get; } = new("所在位置", "Path to the page");

    public static Phrase Views { get; } = new("同一内容的几种看法", "Views of one thing");

    public static Phrase List { get; } = new("列表", "List");

    public static Phrase Chart { get; } = new("图表", "Chart");

    public static Phrase Map { get; } = new("地图", "Map");

    public static Phrase ChartHelp { get; } = new("用来探索的图：颜色取自界面，数字都在下面的表里。", "A chart for exploring: its colours are those of the pages, its figures are in the table below.");

    public static Phrase MapHelp { get; } = new("自带底图；有天地图密钥时才向外取图。位置是虚构的：东经 123.4°，北纬 30.2°。", "The backdrop is our own; only with a key for Tianditu are tiles fetched. The place is invented: 123.4° E, 30.2° N.");

    public static Phrase Icons { get; } = new("图标和按钮", "Icons and buttons");

    public static Phrase Main { get; } = new("主要操作", "Main action");

    public static Phrase Other { get; } = new("其他操作", "Other action");

    public static Phrase ProofHelp { get; } = new("页脚写出本页所据结果包的指纹。", "The footer says the fingerprint of the bundle the page rests on.");

    public static Phrase Flags { get; } = new("旗：颜色、形状、文字", "Flags by colour, shape and word");

    public static Phrase Flag { get; } = new("旗", "Flag");

    public static Phrase Tables { get; } = new("表格与筛选", "Table and filters");

    public static Phrase EmptyTable { get; } = new("没有内容的表格", "A table with nothing in it");

    public static Phrase Nothing { get; } = new("没有符合条件的项目", "No project fits");

    public static Phrase Name { get; } = new("项目", "Project");

    public static Phrase Town { get; } = new("属地", "Town");

    public static Phrase Plan { get; } = new("年度计划", "Annual plan");

    public static Phrase Done { get; } = new("累计完成", "Done");

    public static Phrase Course { get; } = new("走势", "Course");

    public static Phrase CourseOf(IReadOnlyList<long?> values)
    {
        var text = string.Join(' ', values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "—"));
        return new($"走势：{text}", $"course: {text}");
    }

    public static Phrase TownOf(int number) => new($"示例镇 {number}", $"Example town {number}");

    public static Phrase ProjectOf(int number) => new($"示例项目 {number}", $"Example project {number}");

    public static Phrase Count(int count) => new($"共 {count} 个项目", $"{count} projects");

    public static Phrase Forms { get; } = new("表单", "Forms");

    public static Phrase States { get; } = new("各种状态", "States");

    public static Phrase Reason { get; } = new("理由", "Reason");

    public static Phrase ReasonHint { get; } = new("依据的文件或更正的原因", "the document it rests on, or what was wrong");

    public static Phrase Number { get; } = new("编号", "Number");

    public static Phrase Day { get; } = new("日期", "Day");

    public static Problem Fault { get; } = new(Severity.Error, "BAD_MONEY", "", null, null, "faulty", "12O0", new("“12O0”不是金额。", "“12O0” is not an amount."), new("只写数字。", "Write digits only."));

    public static Problem NotChosen { get; } = new(Severity.Error, "MISSING_VALUE", "", null, null, "unchosen", null, new("必填。", "This is required."), new("从列表中选。", "Choose from the list."));

    public static Phrase Figures { get; } = new("数字", "Figures");

    public static Phrase Example { get; } = new("示例", "an example");

    public static Phrase Unknown { get; } = new("没有数据", "Not known");

    public static Phrase Bars { get; } = new("条形与走势", "Bars and courses");

    public static Phrase BarsHelp { get; } = new("同一列的条形按同一尺度，可以上下比较。", "Bars under one another have one scale.");

    public static Phrase Curve { get; } = new("计划与完成曲线", "Plan against actual");

    public static Phrase Month(int month) => new($"{month}月", CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month));

    public static Phrase Axis { get; } = new("时间轴", "Time axis");

    public static Phrase AxisHelp { get; } = new("菱形是计划，圆点是完成，红线是晚了多久。", "The diamond is the plan, the dot the day it was kept, the red line how late it is.");

    public static Phrase Notices { get; } = new("提示", "Notices");

    public static Phrase Hint { get; } = new("一句说明。", "A remark.");

    public static Phrase Warning { get; } = new("一句提醒。", "A warning.");

    public static Phrase Saved { get; } = new("已保存。", "Saved.");

    public static Phrase Refusals { get; } = new("不能办理时", "When it cannot be done");

    public static Refusal Refused { get; } = new(
        "FILE_FAULTY", new("有 3 处要改，还没有导入。", "There are 3 problems; nothing was imported."), new("改好后再导入。", "Mend them and import again."),
        [Fault with { File = "example.xlsx", Row = 7, Column = "annual_plan" }, NotChosen with { File = "example.xlsx", Row = 9, Column = "town" }, NotChosen with { File = "example.xlsx", Row = 12, Column = "town" }]);

    public static Phrase Waiting { get; } = new("等待", "Waiting");

    public static Phrase Reading { get; } = new("正在读取 1,000 行", "Reading 1,000 rows");

    public static Phrase Counting { get; } = new("正在清点", "Counting");

    public static Phrase Empty { get; } = new("还没有内容", "Nothing yet");

    public static Phrase EmptyHelp { get; } = new("少选一个条件，或换一个词试试。", "Drop a condition or try another word.");
}
