using Saima.Engines.Scoring;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>The district's platform and twenty units, which bear nothing but red flags, and invented ones, which bear the rest.</summary>
internal static class ShangyuUnits
{
    public static readonly (string Code, string Name, UnitClass Class)[] Real =
    [
        ("P01", "杭州湾上虞经济技术开发区", UnitClass.Platform),
        .. Several('J', UnitClass.Subdistrict, "百官街道", "曹娥街道", "东关街道", "道墟街道", "梁湖街道", "小越街道", "崧厦街道"),
        .. Several('Z', UnitClass.Town, "长塘镇", "上浦镇", "汤浦镇", "章镇镇", "下管镇", "丰惠镇", "永和镇", "驿亭镇", "谢塘镇", "盖北镇"),
        .. Several('X', UnitClass.Township, "岭南乡", "陈溪乡", "丁宅乡"),
    ];

    public static readonly (string Code, string Name, UnitClass Class)[] Invented =
    [
        ("S01", "示例平台甲", UnitClass.Platform),
        ("S02", "示例街道甲", UnitClass.Subdistrict),
        ("S03", "示例街道乙", UnitClass.Subdistrict),
        ("S04", "示例街道丙", UnitClass.Subdistrict),
        ("S05", "示例镇甲", UnitClass.Town),
        ("S06", "示例镇乙", UnitClass.Town),
        ("S07", "示例镇丙", UnitClass.Town),
        ("S08", "示例镇丁", UnitClass.Town),
        ("S09", "示例乡甲", UnitClass.Township),
        ("S10", "示例乡乙", UnitClass.Township),
        ("S11", "示例部门甲", UnitClass.Department),
        ("S12", "示例部门乙", UnitClass.Department),
        ("S13", "示例部门丙", UnitClass.Department),
    ];

    private static IEnumerable<(string Code, string Name, UnitClass Class)> Several(char letter, UnitClass unitClass, params string[] names) =>
        names.Select((name, i) => (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{letter}{i + 1:D2}"), name, unitClass));
}
