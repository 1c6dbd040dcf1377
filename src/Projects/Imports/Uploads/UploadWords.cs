using Saima.Kernel.Refusals;
using Saima.Projects.Profile;

namespace Saima.Projects.Imports.Uploads;

/// <summary>What the import desk says.</summary>
public static class UploadWords
{
    public static Phrase Desk { get; } = new("导入", "Import");

    public static Phrase Title { get; } = new("导入台账或数据包", "Import a spreadsheet or a data package");

    public static Phrase Help { get; } = new(
        "放进一个文件：先看各列对到哪一项、会改动什么、哪里有问题，确认后才写入；写入后可以整批撤销。",
        "Drop a file: see first which column is what, what it would change and where the problems are; it is written when you say so, and can be undone as a whole.");

    public static Phrase DropHere { get; } = new("把文件拖到这里，或", "Drop a file here, or");

    public static Phrase Choose { get; } = new("选择文件", "Choose a file");

    public static Phrase Types { get; } = new(
        "Excel（.xlsx）、CSV（UTF-8 或 GB 18030）、数据包（.zip 或 .xlsx），不超过 100 MB。从本系统导出的 Excel 改好后也可以放回来。",
        "Excel (.xlsx), CSV (UTF-8 or GB 18030) or a data package (.zip or .xlsx), up to 100 MB. What was exported here can be corrected and dropped again.");

    public static Phrase Season { get; } = new("年度", "Season");

    public static Phrase SeasonHint { get; } = new("记入哪一年的登记簿", "the year whose books it belongs to");

    public static Phrase Send { get; } = new("上传并查看", "Upload and look");

    public static Phrase Waiting { get; } = new("未完成的上传", "Uploads not finished");

    public static Phrase WaitingHelp { get; } = new("上传的文件只留 24 小时，完成或放弃后立即删除。", "An uploaded file is kept for 24 hours, and removed at once when done or dropped.");

    public static Phrase File { get; } = new("文件", "File");

    public static Phrase At { get; } = new("时间", "Time");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase NothingWaiting { get; } = new("没有未完成的上传。", "No upload is waiting.");

    public static Phrase Export { get; } = new("整本登记簿导出（Excel）", "The whole register (Excel)");

    public static Phrase ExportHelp { get; } = new("要改很多处时：导出、在表格软件里改、再放回来，只有改过的会写成新的版本。", "For many corrections: export, correct them in a spreadsheet and drop it again; only what differs becomes a new version.");

    public static Phrase AllChanges { get; } = new("全部变更", "All changes");

    public static Phrase StageOf(UploadStage stage) => stage switch
    {
        UploadStage.Reading => new("正在读取", "being read"),
        UploadStage.Read => new("待确认", "to be looked at"),
        UploadStage.Refused => new("读不出来", "unreadable"),
        UploadStage.Importing => new("正在写入", "being imported"),
        _ => new("已完成", "done"),
    };

    public static Phrase Progress(WorkProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var rows = progress.Total is { } total and > 0 ? $"{progress.Rows:#,0} / {total:#,0}" : $"{progress.Rows:#,0}";
        return progress.Stage switch
        {
            "read" => new($"正在读取：{rows} 行", $"Reading: {rows} rows"),
            "compare" => new($"正在与登记簿比较：{rows} 行", $"Comparing with the register: {rows} rows"),
            "write" => new($"正在写入：{rows} 行", $"Writing: {rows} rows"),
            _ => new("排队等候", "Waiting its turn"),
        };
    }

    public static Phrase Working { get; } = new("正在处理", "Working");

    public static Phrase WorkingHelp { get; } = new("可以离开这一页，工作会继续；取消则什么也不写入。", "You may leave this page, the work goes on; if you cancel, nothing is written.");

    public static Phrase Cancel { get; } = new("取消", "Cancel");

    public static Phrase Drop { get; } = new("放弃这个上传", "Drop this upload");

    public static Phrase Interrupted { get; } = new("上一次读取被中断了（网站可能重新启动过），登记簿没有变。", "The last reading was interrupted (the site may have been started anew); the register is as it was.");

    public static Phrase InterruptedImport { get; } = new("上一次导入被中断了（网站可能重新启动过），登记簿没有变。", "The last import was interrupted (the site may have been started anew); the register is as it was.");

    public static Phrase Again { get; } = new("重新读取", "Read again");

    public static Phrase Columns { get; } = new("列的对应", "Columns");

    public static Phrase ColumnsHelp { get; } = new("左边是登记簿的项，右边选表里的列。改过后重新读取，文件不必再传。", "Each field of the register, and the column of the file it is taken from. After a change the file is read again; it need not be uploaded again.");

    public static Phrase Place { get; } = new("位置与写法", "Place and writing");

    public static Phrase Fields { get; } = new("各项取自哪一列", "Which column is what");

    public static Phrase Sheet { get; } = new("工作表", "Sheet");

    public static Phrase AllSheets { get; } = new("全部工作表", "all sheets");

    public static Phrase HeaderRow { get; } = new("表头在第几行", "First row of the header");

    public static Phrase HeaderFound(long row, int rows) => new($"留空则自动寻找；现在是第 {row} 行起 {rows} 行", $"left empty it is looked for; now row {row}, {rows} high");

    public static Phrase HeaderRows { get; } = new("表头共几行", "Rows of the header");

    public static Phrase MoneyUnit { get; } = new("金额单位", "Unit of money");

    public static Phrase Dates { get; } = new("日期写法", "How days are written");

    public static Phrase ReportMonth { get; } = new("月报所属月份", "Month of the report");

    public static Phrase ReportMonthHint { get; } = new("表上方没有写明时填，如 2023-04", "where nothing above the table says so, e.g. 2023-04");

    public static Phrase SubmittedOn { get; } = new("填报日期", "Day of the report");

    public static Phrase MonthPlans { get; } = new("月份各列是月度计划", "The columns of months are plans");

    public static Phrase None { get; } = new("（不用）", "(none)");

    public static Phrase AsMapped { get; } = new("（按映射）", "(as the mapping says)");

    public static Phrase Example(string text) => new($"例：{text}", $"e.g. {text}");

    public static Phrase Unused(string list) => new($"没有用到的列：{list}", $"Columns not used: {list}");

    public static Phrase Apply { get; } = new("按此重新读取", "Read again like this");

    public static Phrase MappingFile { get; } = new("映射文件", "Mapping file");

    public static Phrase MappingHelp { get; } = new("对应关系可以存下来：下次同样的表直接用，命令行也认得。", "What was matched can be kept: for the next file of the same kind, and for the command line.");

    public static Phrase Download { get; } = new("下载映射（JSON）", "Download the mapping (JSON)");

    public static Phrase UploadMapping { get; } = new("用映射文件", "Use a mapping file");

    public static Phrase Shelf { get; } = new("用已有的映射", "Use a mapping kept here");

    public static Phrase Shipped { get; } = new("随系统", "came with the platform");

    public static Phrase Use { get; } = new("使用", "Use");

    public static Phrase KeepAs { get; } = new("存为", "Keep as");

    public static Phrase Keep { get; } = new("保存映射", "Keep the mapping");

    public static Phrase Kept(string name) => new($"映射已存为“{name}”。", $"The mapping was kept as “{name}”.");

    public static Phrase UsesMapping(string name) => new($"正在使用映射“{name}”。", $"The mapping “{name}” is used.");

    public static Phrase Preview { get; } = new("预览", "Preview");

    public static Phrase RowsRead(long read, long used) => new($"读入 {read:#,0} 行，用到 {used:#,0} 行，搁置 {read - used:#,0} 行。", $"{read:#,0} rows read, {used:#,0} used, {read - used:#,0} set aside.");

    public static Phrase Table { get; } = new("表", "Table");

    public static Phrase Count { get; } = new("行数", "Rows");

    public static Phrase Added { get; } = new("新增", "New");

    public static Phrase Corrected { get; } = new("更正", "Changed");

    public static Phrase Same { get; } = new("相同", "Unchanged");

    public static Phrase FirstRows(string table) => new($"{ProfileWords.Table(table).Zh}：最前面几行", $"First rows: {ProfileWords.Table(table).En}");

    public static Phrase NothingMade { get; } = new("没有读出任何记录。", "Nothing was read from it.");

    public static Phrase Problems { get; } = new("问题", "Problems");

    public static Phrase NoProblems { get; } = new("没有发现问题。", "No problems were found.");

    public static Phrase Counts(long errors, long warnings) => new($"{errors:#,0} 处错误，{warnings:#,0} 处提醒。有错误就不能导入。", $"{errors:#,0} errors, {warnings:#,0} warnings. As long as there are errors it cannot be imported.");

    public static Phrase NotKept(long more) => new($"另有 {more:#,0} 处没有列出。", $"{more:#,0} more are not listed.");

    public static Phrase Annotated { get; } = new("下载标注过的工作簿", "Download the annotated workbook");

    public static Phrase Where { get; } = new("位置", "Where");

    public static Phrase Row(long row) => new($"第 {row} 行", $"row {row}");

    public static Phrase Value { get; } = new("值", "Value");

    public static Phrase Problem { get; } = new("问题", "Problem");

    public static Phrase Remedy { get; } = new("办法", "Remedy");

    public static Phrase Error { get; } = new("错误", "error");

    public static Phrase Warning { get; } = new("提醒", "warning");

    public static Phrase Write { get; } = new("写入登记簿", "Write into the register");

    public static Phrase WriteHelp { get; } = new("一次写入：要么全部写入，要么什么也不写；之后可以作为一次更正整批撤销。", "All or nothing is written, at one stroke; afterwards it can be undone as one correction.");

    public static Phrase Import { get; } = new("导入", "Import");

    public static Phrase CannotImport { get; } = new("还有错误，改好后才能导入。", "There are errors; mend them first.");

    public static Phrase ChangeSeason { get; } = new("改年度并重新读取", "Change the season and read again");

    public static Phrase Done { get; } = new("已写入登记簿。", "It is in the register.");

    public static Phrase NothingNew { get; } = new("登记簿里已经全部有了，没有写入新的内容。", "The register had all of it already; nothing new was written.");

    public static Phrase ToChange { get; } = new("看这次变更，或撤销", "See the change, or undo it");

    public static Phrase ToList { get; } = new("去项目库", "To the projects");

    public static Phrase Another { get; } = new("再导入一个", "Import another");

    /// <summary>The word for a column that registers commonly have.</summary>
    public static Phrase Field(string column) => column switch
    {
        "seq" => new("序号", "running number"),
        "progress" or "submitted_on" or "verified" => Plain("reports", column),
        "ytd" => new(Plain("reports", "ytd").Zh, "invested, year to date"),
        "invested" => new(Plain("reports", "invested").Zh, "invested in the month"),
        "milestone" => new("节点名称", "milestone"),
        "milestone_planned" => new("节点计划日期", "milestone planned on"),
        "milestone_achieved" => new("节点完成日期", "milestone achieved on"),
        _ => Plain("projects", column),
    };

    private static Phrase Plain(string table, string column)
    {
        var full = ProfileWords.Column(table, column, typed: true);
        return new(full.Zh.Replace("（万元）", "", StringComparison.Ordinal), full.En.Replace(" (10,000 yuan)", "", StringComparison.Ordinal));
    }

    public static IReadOnlyList<(string Format, Phrase Title)> DateForms { get; } =
    [
        ("", new("年-月-日（2023-04-05、2023年4月5日、表格日期）", "year-month-day (2023-04-05, 2023/4/5, dates of a workbook)")),
        ("d/M/yyyy", new("日/月/年（5/4/2023）", "day/month/year (5/4/2023)")),
        ("M/d/yyyy", new("月/日/年（4/5/2023）", "month/day/year (4/5/2023)")),
        ("d.M.yyyy", new("日.月.年（5.4.2023）", "day.month.year (5.4.2023)")),
        ("yyyy年M月", new("年月（2023年4月，按当月 1 日）", "year and month (2023年4月, taken as the 1st)")),
    ];
}
