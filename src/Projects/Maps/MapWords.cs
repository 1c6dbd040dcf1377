using Saima.Kernel.Refusals;

namespace Saima.Projects.Maps;

/// <summary>What the map of the desk and a project's place say.</summary>
public static class MapWords
{
    public static Phrase Map { get; } = new("项目地图", "Map of projects");

    public static Phrase Key { get; } = new("图例", "Key");

    public static Phrase NoPlaces { get; } = new("符合条件的项目都还没有位置。在项目页上标注，或用 saima places 导入一张表。", "None of the projects that fit has a place yet. Set it on the project's page, or import a table with saima places.");

    public static Phrase Placed(int placed, int of) => new($"{of:#,0} 个项目中有 {placed:#,0} 个标注了位置。点一个点打开项目；数字是挤在一起的项目数。", $"{placed:#,0} of {of:#,0} projects have a place. A click on a point opens the project; a figure counts projects close together.");

    public static Phrase ByTown { get; } = new("各属地的项目", "Projects by town");

    public static Phrase OnMap { get; } = new("已标注", "With a place");

    public static Phrase Place { get; } = new("位置", "Place");

    public static Phrase PlaceOf(string name) => new($"{name}的位置", $"Place of {name}");

    public static Phrase PlaceHelp { get; } = new("在地图上点一下，或填经度、纬度（CGCS2000，十进制的度）。保存后是一个新版本，原来的留在变更历史里。", "Click on the map, or type longitude and latitude (CGCS2000, decimal degrees). Saving makes a new version; the old one stays in the history.");

    public static Phrase None { get; } = new("还没有标注位置。", "No place yet.");

    public static Phrase Set { get; } = new("标注位置", "Set the place");

    public static Phrase Change { get; } = new("更正位置", "Correct the place");

    public static Phrase Longitude { get; } = new("经度", "Longitude");

    public static Phrase Latitude { get; } = new("纬度", "Latitude");

    public static Phrase System { get; } = new("坐标从哪里来", "Where the numbers come from");

    public static Phrase SystemHint { get; } = new("从高德、腾讯地图抄来的坐标有几百米的偏移，选中后会换算。", "Coordinates copied from Amap or Tencent are shifted by some hundred metres; chosen here, they are converted.");

    public static Phrase Official { get; } = new("天地图、测绘成果、GPS（CGCS2000 / WGS-84）", "Tianditu, a survey, GPS (CGCS2000 / WGS-84)");

    public static Phrase Commercial { get; } = new("高德、腾讯地图（GCJ-02）", "Amap, Tencent (GCJ-02)");

    public static Phrase Navigate { get; } = new("用高德地图导航", "Open in Amap");

    public static Phrase Parcel { get; } = new("地块", "Parcel");

    public static Phrase NoParcel { get; } = new("还没有地块边界。", "No outline yet.");

    public static Phrase ParcelIs(Places.Parcel parcel)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        return new($"地块 {parcel.SquareMetres:#,0} 平方米，{parcel.Corners} 个角点。", $"The parcel has {parcel.SquareMetres:#,0} square metres and {parcel.Corners} corners.");
    }

    public static Phrase ParcelHelp { get; } = new(
        $"有了边界，离边界超过 {Places.Parcel.ToleranceMetres} 米拍的佐证照片会标出提示。", $"With an outline, photos taken more than {Places.Parcel.ToleranceMetres} metres outside of it raise a hint.");

    public static Phrase ParcelFile { get; } = new("地块边界文件（地理数据，面）", "Outline as GeoJSON polygons");

    public static Phrase ParcelSave { get; } = new("保存边界", "Save the outline");

    public static Phrase Saved { get; } = new("位置已保存。", "The place is saved.");
}
