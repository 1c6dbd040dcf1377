using System.Text;
using Saima.Engines.Scoring;

namespace Saima.Projects.Samples;

/// <summary>The words generated packages are made of. Every name says 示例, so that nobody real is praised or blamed.</summary>
internal static class SampleWords
{
    public static readonly byte[][] Themes = Utf8(
        "示例·新材料", "示例·高端装备", "示例·精细化工", "示例·集成电路", "示例·生物医药", "示例·医疗器械", "示例·新能源", "示例·现代农业",
        "示例·文旅融合", "示例·职业教育", "示例·医疗服务", "示例·城市更新", "示例·水利提升", "示例·交通畅通", "示例·数字经济", "示例·冷链物流");

    public static readonly byte[][] Kinds = Utf8("中试基地", "产业园一期", "产业园二期", "生产线技改", "研发中心", "配套道路", "标准厂房", "综合体", "扩建工程", "提升改造");

    public static readonly byte[][] Progress = Utf8("", "", "", "前期手续办理", "桩基施工", "主体结构施工", "设备安装", "外墙与幕墙施工", "竣工验收准备");

    public static readonly byte[][] MilestoneNames = Utf8("施工许可", "主体开工", "主体封顶", "设备进场", "竣工验收");

    public static readonly byte[][] IssueTitles = Utf8("示例问题：用地指标", "示例问题：管线迁改", "示例问题：资金到位");

    public static readonly byte[][] FindingKinds = Utf8("falsification", "falsification", "omission");

    public static readonly byte[][] Classes = Utf8("new", "continuing", "completing", "preparatory");

    public static readonly byte[][] UnitClasses = Utf8("platform", "subdistrict", "town", "township", "department");

    /// <summary>As many units of each class as a district like Shangyu has.</summary>
    public static readonly (byte[] Code, byte[] Name, UnitClass Class)[] Units =
    [
        .. Several('A', "示例平台", 1, UnitClass.Platform),
        .. Several('B', "示例街道", 7, UnitClass.Subdistrict),
        .. Several('C', "示例镇", 10, UnitClass.Town),
        .. Several('D', "示例乡", 3, UnitClass.Township),
        .. Several('E', "示例部门", 5, UnitClass.Department),
    ];

    private static byte[][] Utf8(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];

    private static IEnumerable<(byte[] Code, byte[] Name, UnitClass Class)> Several(char letter, string name, int count, UnitClass unitClass)
    {
        for (var number = 1; number <= count; number++)
        {
            yield return (Encoding.UTF8.GetBytes($"{letter}{number:D2}"), Encoding.UTF8.GetBytes($"{name}{number:D2}"), unitClass);
        }
    }
}
