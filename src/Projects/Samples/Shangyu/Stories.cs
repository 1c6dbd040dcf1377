using static Saima.Engines.Scoring.ProjectClass;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>
/// The invented projects of the sample. Over six rounds they make 275 red flags, 51 yellow ones and 24 snails, as the district published.
/// The first list hangs on the district's real units and is red throughout, exactly on plan; whatever is behind hangs on invented units.
/// </summary>
internal static class Stories
{
    /// <summary>One for each real unit, in the order of <see cref="ShangyuUnits.Real"/>.</summary>
    public static readonly Story[] OfRealUnits =
    [
        new("示例·高端新材料产业园基础设施", Continuing, "RRRRRR"),
        new("示例·滨江总部楼宇一期", Continuing, "RRRRRR"),
        new("示例·江滨文化客厅", Completing, "RRRRRR"),
        new("示例·装备制造小微园", Continuing, "RRRRRR"),
        new("示例·智能电机生产线", Continuing, "RRRRRR"),
        new("示例·汽车零部件技改", Completing, "RRRRRR"),
        new("示例·湖畔康养中心", New, "wwwRRR"),
        new("示例·伞艺特色产业园", Continuing, "RRRRRR"),
        new("示例·山区供水提升", Completing, "RRRRRR"),
        new("示例·青瓷文化园", Continuing, "RRRRRR"),
        new("示例·铜管新材料技改", Continuing, "RRRRRR"),
        new("示例·机电产业园扩建", Continuing, "RRRRRR"),
        new("示例·溪谷民宿集群", Preparatory, "RRRRRR"),
        new("示例·乡村未来社区", Continuing, "RRRRRR"),
        new("示例·户外家具生产线", New, "wwwRRR"),
        new("示例·铁路站前配套", Continuing, "RRRRRR"),
        new("示例·滨海现代农业园", Continuing, "RRRRRR"),
        new("示例·葡萄产业示范园", Completing, "RRRRRR"),
        new("示例·高山蔬菜基地", Continuing, "RRRRRR"),
        new("示例·竹海生态步道", Completing, "RRRRRR"),
        new("示例·花木交易中心", Preparatory, "RRRRRR"),
    ];

    /// <summary>Dealt to the invented units in turn.</summary>
    public static readonly Story[] OfInventedUnits =
    [
        // Snails: far behind plan.
        new("示例·新材料中试基地一期", Continuing, "RnbBbR"),
        new("示例·电子化学品项目", Continuing, "nbBBbn"),
        new("示例·生物医药产业园二期", New, "RRbBnR"),
        new("示例·半导体封装生产线", Continuing, "RRRnbB"),
        new("示例·智慧物流园", Completing, "RnnbBb"),

        // Snails: start missed, then started or not.
        new("示例·医疗器械研发中心", New, "wmMRRR"),
        new("示例·光伏组件扩建", New, "wmMnRR"),
        new("示例·职教园区三期", New, "wwmMgR"),
        new("示例·文旅小镇游客中心", New, "wwwmMM"),

        // Snails: started, long not included.
        new("示例·冷链仓储中心", New, "wcCRRR"),
        new("示例·污水处理厂提标", New, "wgCnRR"),
        new("示例·标准厂房四期", New, "wwcCCR"),

        // Snails: a milestone slipped.
        new("示例·快速路北延", Continuing, "RsSRRR"),
        new("示例·人才公寓二期", Continuing, "RRRsSn"),
        new("示例·医院门诊楼", Completing, "nRRRsS"),

        // Snails: falsified.
        new("示例·氟硅材料技改", Continuing, "RRFRRR"),
        new("示例·精细化工搬迁", Continuing, "RnbFnR"),

        // Snails: yellow twice and not improved.
        new("示例·老旧小区改造甲片", Continuing, "RbTTbR"),
        new("示例·轴承生产线", Continuing, "RRbTnR"),
        new("示例·数字经济产业园", Completing, "nnbTRR"),

        // Yellow flags of each kind.
        new("示例·河道整治三期", Continuing, "Rbnnnn"),
        new("示例·新能源电池配件", Continuing, "nbbnRn"),
        new("示例·小学迁建", Continuing, "nniRnR"),
        new("示例·智能仓储设备", Continuing, "Rrnnnn"),
        new("示例·绿色染料技改", Completing, "nnrnnR"),
        new("示例·社区服务综合体", Continuing, "iRnnRn"),
        new("示例·滨江公园二期", Continuing, "sRnnnn"),
        new("示例·风机叶片项目", Continuing, "nsnnRR"),
        new("示例·集成灶生产线", Continuing, "nnbinn"),
        new("示例·粮食储备库", Completing, "nnnnbi"),
        new("示例·制药辅料项目", New, "mnnnRR"),
        new("示例·中水回用工程", New, "wmnRnn"),
        new("示例·纺织印染技改", New, "wcnRnn"),
        new("示例·会展中心配套", New, "wwcnnR"),
        new("示例·码头岸线整治", Continuing, "..nrnn"),
        new("示例·冷轧板材项目", Continuing, "..ebnn"),
        new("示例·科创孵化器", Continuing, "nnlrln"),
        new("示例·养老服务中心", Continuing, "uRubnn"),
        new("示例·热电联产改造", Continuing, "nnnnrn"),
        new("示例·农产品加工园", Continuing, "nnnrnn", Aside.OtherFinding),
        new("示例·高中扩建", Continuing, "nsinnn"),
        new("示例·商业综合体", Continuing, "nnnnnb"),
        new("示例·地下管网更新", Completing, "nnnnsR"),
        new("示例·特种纸生产线", Continuing, "nRnnnr"),
        new("示例·体育公园", Continuing, "nnRinn"),

        // Steady, late in the list, suspended or in reserve.
        new("示例·化工园区公共管廊", Continuing, "RRRRRR", Aside.OverdueMinorIssue),
        new("示例·水厂扩建", Completing, "RRRRRR", Aside.NoPlanRows),
        new("示例·先进高分子材料生产线", Continuing, "RRRRRn"),
        new("示例·变电站配套", Continuing, "nRRRRR"),
        new("示例·装配式建筑基地", Continuing, "..eRRR"),
        new("示例·幼儿园新建", Continuing, "..RRRR"),
        new("示例·电商产业园", Continuing, "...eRR"),
        new("示例·环保装备项目", Continuing, "...RRR"),
        new("示例·创新药中试平台", Continuing, "....eR"),
        new("示例·通用航空配套", Continuing, "....RR"),
        new("示例·古镇保护利用", Continuing, "RRxxxx"),
        new("示例·隧道连接线", Continuing, "RxxnRR"),
        new("示例·垃圾中转站", Continuing, "nRRxxn"),
        new("示例·海上风电母港前期", Preparatory, "nnnnnn", Aside.NoAnnualPlan),
        new("示例·轨道交通延伸前期", Preparatory, "RRRRRR"),
        new("示例·大学科技园前期", Preparatory, "nnnnnn", Aside.NoAnnualPlan),
        new("示例·抽水蓄能前期", Preparatory, "nnRRRR"),
        new("示例·数据中心一期", Continuing, "lRRRuR"),
        new("示例·市民中心修缮", Completing, "nRRRRR"),
        new("示例·公交枢纽", Completing, "RnRnRn"),
        new("示例·橡胶助剂技改", Continuing, "nnnRRn"),
        new("示例·纳米涂层项目", Continuing, ".....R"),
    ];
}
