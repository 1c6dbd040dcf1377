using Saima.Engines.Scoring;

namespace Saima.Kernel.Geography;

/// <summary>A unit that competes: a platform, a subdistrict, a town or a township.</summary>
/// <param name="Code">The platform's own short code, not an official one.</param>
public sealed record DistrictUnit(string Code, UnitClass Class, PlaceName Name);

/// <summary>上虞区: its twenty subdistricts, towns and townships, and its platform. 沥海街道 is run by 越城 and is not among them.</summary>
public static class Shangyu
{
    public static PlaceName Name { get; } = new("上虞区", "上虞區", "Shangyu District");

    public static IReadOnlyList<DistrictUnit> Units { get; } =
    [
        new("P01", UnitClass.Platform, new("杭州湾上虞经济技术开发区", "杭州灣上虞經濟技術開發區", "Hangzhou Bay Shangyu Economic & Technological Development Area")),
        Subdistrict(1, "百官", "百官", "Baiguan"),
        Subdistrict(2, "曹娥", "曹娥", "Cao’e"),
        Subdistrict(3, "东关", "東關", "Dongguan"),
        Subdistrict(4, "道墟", "道墟", "Daoxu"),
        Subdistrict(5, "梁湖", "梁湖", "Lianghu"),
        Subdistrict(6, "小越", "小越", "Xiaoyue"),
        Subdistrict(7, "崧厦", "崧廈", "Songxia"),
        Town(1, "长塘", "長塘", "Changtang"),
        Town(2, "上浦", "上浦", "Shangpu"),
        Town(3, "汤浦", "湯浦", "Tangpu"),
        Town(4, "章镇", "章鎮", "Zhangzhen"),
        Town(5, "下管", "下管", "Xiaguan"),
        Town(6, "丰惠", "豐惠", "Fenghui"),
        Town(7, "永和", "永和", "Yonghe"),
        Town(8, "驿亭", "驛亭", "Yiting"),
        Town(9, "谢塘", "謝塘", "Xietang"),
        Town(10, "盖北", "蓋北", "Gaibei"),
        Township(1, "岭南", "嶺南", "Lingnan"),
        Township(2, "陈溪", "陳溪", "Chenxi"),
        Township(3, "丁宅", "丁宅", "Dingzhai"),
    ];

    private static DistrictUnit Subdistrict(int number, string hans, string hant, string en) =>
        new($"J{number:D2}", UnitClass.Subdistrict, new(hans + "街道", hant + "街道", en + " Subdistrict"));

    private static DistrictUnit Town(int number, string hans, string hant, string en) =>
        new($"Z{number:D2}", UnitClass.Town, new(hans + "镇", hant + "鎮", en + " Town"));

    private static DistrictUnit Township(int number, string hans, string hant, string en) =>
        new($"X{number:D2}", UnitClass.Township, new(hans + "乡", hant + "鄉", en + " Township"));
}
