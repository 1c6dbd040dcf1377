namespace Saima.Modules.Races.Circulars;

/// <summary>The templates that are always there. Their sentences are ours, every name in them is made up, and what they make says that it is an example.</summary>
internal static class ExampleTemplates
{
    public static TemplateContent Of(TemplateKind kind) => kind switch
    {
        TemplateKind.Circular => Circular,
        TemplateKind.Project => Project,
        TemplateKind.Unit => Unit,
        _ => Deck,
    };

    private static TemplateContent Circular { get; } = new(new Dictionary<string, string>
    {
        [TemplateSections.Masthead] = "示例区项目推进办公室文件",
        [TemplateSections.Title] = "关于{{ 年度 }}年第{{ 轮次 }}轮重大工程项目\n赛马情况的通报",
        [TemplateSections.Addressee] = "各乡镇（街道），各园区平台，区级有关单位：",
        [TemplateSections.Text] = """
            现将{{ 年度 }}年第{{ 轮次 }}轮（{{ 起月 }}—{{ 止月 }}月）重大工程项目赛马情况通报如下，数据截至{{ 截止日 }}。
            一、总体情况
            本轮参评项目{{ 项目数 }}个：红旗{{ 红旗数 }}个，正常{{ 正常数 }}个，黄旗{{ 黄旗数 }}个，蜗牛{{ 蜗牛数 }}个，免评{{ 免评数 }}个。年度计划投资{{ 年度计划 }}，本年累计完成{{ 完成投资 }}，为年度计划的{{ 年度完成率 }}、序时计划的{{ 序时完成率 }}。
            二、分赛道情况
            【表：赛道】
            三、责任单位排名
            责任单位按类别分别排名，类别不同的不作比较。
            【表：单位排名】
            {{ if 红旗数 > 0 }}
            四、红旗项目
            达到全部红旗条件的项目{{ 红旗数 }}个，名单附后。
            {{ end }}
            {{ if 黄旗数 > 0 || 蜗牛数 > 0 }}
            五、黄旗和蜗牛项目
            {{ if 蜗牛数 > 0 }}
            评为蜗牛的项目{{ 蜗牛数 }}个：{{ for 项 in 蜗牛项目 }}{{ 项.名称 }}（{{ 项.单位 }}）{{ if !for.last }}、{{ end }}{{ end }}。
            {{ end }}
            {{ if 黄旗数 > 0 }}
            挂黄旗的项目{{ 黄旗数 }}个。各项目的原因见附表。
            {{ end }}
            {{ end }}
            {{ if 异议数 > 0 }}
            六、异议办理情况
            预评结果公示后收到异议{{ 异议数 }}件：成立{{ 异议成立数 }}件，不成立{{ 异议不成立数 }}件，未受理或者撤回{{ 异议未受理数 }}件。{{ if 异议成立数 > 0 }}成立的已经更正，并据此重新结算。{{ end }}
            【表：异议更正】
            {{ end }}
            {{ if 更正数 > 0 }}
            七、更正情况
            本版为第{{ 版次 }}版，与上一版相比，{{ 更正数 }}个项目的挂旗或名次有变化，以本版为准。
            【表：更正】
            {{ end }}
            八、有关要求
            （一）落后项目逐项整改。黄旗、蜗牛项目的责任单位对照原因列出措施、责任人和完成时限，五个工作日内报送。
            （二）要素部门靠前服务。涉及土地、审批、资金的问题，由牵头部门限期答复。
            （三）数据如实报送。对结果有异议的，在规定期限内附佐证提出。
            """,
        [TemplateSections.Annexes] = """
            {{ if 红旗数 > 0 }}
            附件：红旗项目名单
            【表：红旗项目】
            {{ end }}
            {{ if 黄旗数 > 0 || 蜗牛数 > 0 }}
            附件：黄旗和蜗牛项目名单
            【注：偏差为截止日完成投资与序时计划之差占年度计划的百分点。】
            【表：黄旗和蜗牛项目】
            {{ end }}
            """,
        [TemplateSections.Signature] = "示例区项目推进办公室",
        [TemplateSections.Copied] = "抄送：示例区委办公室，示例区政府办公室。",
        [TemplateSections.Office] = "示例区项目推进办公室",
    });

    private static TemplateContent Project { get; } = new(new Dictionary<string, string>
    {
        [TemplateSections.Title] = "{{ 名称 }}",
        [TemplateSections.Text] = """
            【注：{{ 年度 }}年第{{ 轮次 }}轮　编号{{ 编号 }}　责任单位：{{ 单位 }}　赛道：{{ 赛道 }}】
            一、本轮结果
            本轮{{ 旗 }}，得分{{ 得分 }}{{ if 旗 != "免评" }}，在{{ 赛道 }}赛道{{ 参赛数 }}个项目中列第{{ 名次 }}{{ end }}。{{ if 旗 == "黄旗" || 旗 == "蜗牛" || 旗 == "免评" }}原因：{{ 原因 }}。{{ end }}
            截至{{ 截止日 }}，年度计划投资{{ 年度计划 }}，本年累计完成{{ 完成投资 }}，为年度计划的{{ 年度完成率 }}，进度偏差{{ 偏差 }}个百分点。
            二、截止日的数据
            【表：数据】
            {{ if 差距数 > 0 }}
            三、离红旗还差
            {{ for 项 in 离红旗还差 }}
            {{ 项.条件 }}
            {{ end }}
            {{ end }}
            四、历轮情况
            【表：历轮】
            """,
    });

    private static TemplateContent Unit { get; } = new(new Dictionary<string, string>
    {
        [TemplateSections.Title] = "{{ 名称 }}赛马情况",
        [TemplateSections.Text] = """
            【注：{{ 年度 }}年第{{ 轮次 }}轮　数据截至{{ 截止日 }}　类别：{{ 类别 }}】
            一、本轮结果
            {{ if 名次 != "—" }}得分{{ 得分 }}，在{{ 同类数 }}个同类单位中列第{{ 名次 }}。{{ end }}参评项目{{ 项目数 }}个：红旗{{ 红旗数 }}个，黄旗{{ 黄旗数 }}个，蜗牛{{ 蜗牛数 }}个。
            年度计划投资{{ 年度计划 }}，本年累计完成{{ 完成投资 }}，为年度计划的{{ 年度完成率 }}。
            二、项目情况
            {{ if 项目数 > 14 }}
            【注：只列前十四个，落后的在前；其余见榜单。】
            {{ end }}
            【表：项目】
            """,
    });

    private static TemplateContent Deck { get; } = new(new Dictionary<string, string>
    {
        [TemplateSections.Title] = "{{ 年度 }}年第{{ 轮次 }}轮重大工程项目赛马情况汇报",
        ["subtitle"] = "示例区项目推进办公室\n数据截至{{ 截止日 }}",
        [TemplateSections.Text] = """
            # 总体情况
            【图：挂旗】
            【图：赛道】
            参评项目{{ 项目数 }}个，本年累计完成投资{{ 完成投资 }}，为序时计划的{{ 序时完成率 }}、年度计划的{{ 年度完成率 }}。
            # 分赛道情况
            【表：赛道】
            # 后进项目
            【表：黄旗和蜗牛项目】
            # 提请研究的事项
            {{ for 项 in 蜗牛项目 }}
            {{ 项.名称 }}（{{ 项.单位 }}）：{{ 项.原因 }}，请责任单位到会说明。
            {{ end }}
            黄旗项目{{ 黄旗数 }}个，请责任单位在下一轮截止日前整改到位。
            涉及土地、审批、资金的问题，请牵头部门限期答复。
            """,
    });
}
