namespace Saima.Projects.Imports;

/// <summary>A column that registers commonly have.</summary>
/// <param name="Name">Name in a proposed mapping.</param>
/// <param name="Type">How its cells are read.</param>
/// <param name="Headings">What it is called, in Chinese, English and Spanish, best first.</param>
internal sealed record KnownColumn(string Name, ColumnType Type, params string[] Headings);

/// <summary>The words by which a district's own register is understood when no mapping is given.</summary>
internal static class KnownColumns
{
    public static IReadOnlyList<KnownColumn> All { get; } =
    [
        new("id", ColumnType.Text, "项目编号", "编号", "项目ID", "项目序号", "项目库编号", "project id", "project no", "project number", "código del proyecto", "id"),
        new("seq", ColumnType.Text, "序号", "No.", "seq", "número"),
        new("name", ColumnType.Text, "项目名称", "工程名称", "项目", "名称", "建设项目名称", "project name", "project", "name", "nombre del proyecto", "proyecto"),
        new("code", ColumnType.Text, "项目代码", "国家代码", "统一代码", "赋码", "投资项目代码", "项目统一代码", "project code", "national code", "BPIN"),
        new("unit", ColumnType.Text, "责任单位", "牵头单位", "牵头责任单位", "主体责任单位", "责任主体", "主管部门", "责任部门", "responsible unit", "unit", "department", "organismo responsable", "organismo", "centro gestor"),
        new("town", ColumnType.Text, "属地", "所属乡镇", "乡镇街道", "所在乡镇", "属地乡镇", "建设地点", "所属街道", "town", "district", "location", "comuna", "municipio"),
        new("class", ColumnType.Text, "建设类别", "项目类别", "建设阶段", "计划类别", "项目类型", "建设性质", "类别", "class", "category", "status", "clase"),
        new("total_investment", ColumnType.Money, "总投资", "计划总投资", "项目总投资", "投资总额", "total investment", "total budget", "total cost", "inversión total", "presupuesto total"),
        new("annual_plan", ColumnType.Money, "年度计划投资", "年度投资计划", "本年计划投资", "当年计划投资", "今年计划投资", "年度计划", "年计划投资", "annual plan", "annual plan investment", "annual budget", "presupuesto definitivo", "presupuesto anual"),
        new("opening_cumulative", ColumnType.Money, "截至上年底累计完成", "至上年底累计完成投资", "上年底累计完成", "截至上年底累计完成投资", "至去年底累计", "opening cumulative", "invested to last year end"),
        new("invested", ColumnType.Money, "本月完成", "本月完成投资", "当月完成", "当月完成投资", "invested this month", "month invested"),
        new("ytd", ColumnType.Money, "自年初累计", "自年初累计完成", "自年初累计完成投资", "年初至今累计", "本年累计完成", "本年累计完成投资", "今年累计完成投资", "1-本月累计", "ytd", "year to date", "presupuesto ejecutado", "ejecución acumulada"),
        new("progress", ColumnType.Text, "形象进度", "工程形象进度", "工程进度", "项目进展", "进展情况", "progress", "avance"),
        new("planned_start", ColumnType.Date, "计划开工时间", "计划开工日期", "计划开工", "开工时间 / 计划", "开工 / 计划", "planned start", "fecha de inicio planeada"),
        new("started_on", ColumnType.Date, "实际开工时间", "实际开工日期", "实际开工", "开工时间 / 实际", "开工 / 实际", "开工日期", "开工时间", "started on", "actual start", "fecha de inicio"),
        new("included_on", ColumnType.Date, "入库时间", "入库日期", "入统时间", "纳统时间", "入库 / 实际", "纳统日期", "included on"),
        new("planned_completion", ColumnType.Date, "计划竣工时间", "计划竣工日期", "计划竣工", "计划完工时间", "竣工时间 / 计划", "竣工 / 计划", "planned completion", "fecha de terminación planeada"),
        new("completed_on", ColumnType.Date, "实际竣工时间", "实际竣工日期", "实际竣工", "实际完工时间", "竣工时间 / 实际", "竣工 / 实际", "竣工日期", "竣工时间", "completed on", "fecha de terminación"),
        new("listed_on", ColumnType.Date, "列入日期", "列入时间", "入选时间", "listed on"),
        new("suspended_from", ColumnType.Date, "挂起日期", "暂停日期", "挂起起", "suspended from"),
        new("suspended_to", ColumnType.Date, "挂起至", "恢复日期", "暂停至", "suspended to"),
        new("suspension_reason", ColumnType.Text, "挂起原因", "暂停原因", "suspension reason"),
        new("submitted_on", ColumnType.Date, "填报日期", "报送日期", "上报时间", "填报时间", "submitted on", "report date", "fecha de reporte"),
        new("verified", ColumnType.Flag, "是否核验", "核验", "是否核实", "verified", "verificado"),
        new("milestone", ColumnType.Text, "节点名称", "节点", "里程碑", "milestone", "hito"),
        new("milestone_planned", ColumnType.Date, "节点计划完成时间", "节点计划时间", "计划完成时间", "节点计划 / 计划完成", "milestone planned", "planned end"),
        new("milestone_achieved", ColumnType.Date, "节点实际完成时间", "节点完成时间", "实际完成时间", "节点计划 / 实际完成", "milestone achieved", "actual end"),
    ];

    /// <summary>A family of month columns under a heading that speaks of the plan: 月度计划 / 3月.</summary>
    public const string MonthPlan = "(?:计划|計劃|plan).* / ?(?:20[0-9]{2}年)?([0-9]{1,2})月(?:份|计划|計劃)?$|^(?:20[0-9]{2}年)?([0-9]{1,2})月(?:份)?(?:计划|計劃)(?:投资)?(?:\\(.*\\))?$";

    /// <summary>Project classes in the words of registers.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = new Dictionary<string, string>
    {
        ["新开工"] = "new",
        ["新建"] = "new",
        ["新开工项目"] = "new",
        ["本年计划开工"] = "new",
        ["new"] = "new",
        ["续建"] = "continuing",
        ["续建项目"] = "continuing",
        ["在建"] = "continuing",
        ["continuing"] = "continuing",
        ["竣工"] = "completing",
        ["竣工(投产)"] = "completing",
        ["竣工投产"] = "completing",
        ["竣工项目"] = "completing",
        ["计划竣工"] = "completing",
        ["completing"] = "completing",
        ["预备"] = "preparatory",
        ["预备(前期)"] = "preparatory",
        ["前期"] = "preparatory",
        ["预备项目"] = "preparatory",
        ["前期项目"] = "preparatory",
        ["谋划"] = "preparatory",
        ["preparatory"] = "preparatory",
        ["新開工"] = "new",
        ["續建"] = "continuing",
        ["竣工專案"] = "completing",
        ["預備"] = "preparatory",
    };
}
