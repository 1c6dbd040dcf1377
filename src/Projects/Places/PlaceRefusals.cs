using System.Globalization;
using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Places;

/// <summary>Every way a place is refused.</summary>
internal static class PlaceRefusals
{
    public const string Conflict = "CHANGED_MEANWHILE";

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "PLACE_FAULTY", new($"有 {problems.Count} 处要改，还没有保存。", $"{problems.Count} fields need mending; nothing was saved."), new("按说明改正后再保存。", "Mend them as it says and save again."), problems);

    public static Refusal NoProject(int season, string project) => new(
        "NO_SUCH_PROJECT",
        new(FormattableString.Invariant($"{season} 年度没有项目 {project}。"), FormattableString.Invariant($"Season {season} has no project {project}.")),
        new("核对项目编号。", "Check the project's id."));

    public static Refusal ChangedMeanwhile(PlaceFact current, string by) => new(
        Conflict,
        new($"您打开以后，{by} 已把位置定在 {new Position(current.Lon, current.Lat)}，您的修改还没有保存。", $"{by} put the place at {new Position(current.Lon, current.Lat)} after you opened it; your edit is not saved."),
        new("再按一次保存就以您填的为准；或者返回。", "Saving once more keeps what you typed; or go back."),
        [new(Severity.Warning, Conflict, "", null, null, "version", current.Id.ToString(CultureInfo.InvariantCulture), new("", ""), new("", ""))]);

    public static Refusal NoColumns { get; } = new(
        "NO_PLACE_COLUMNS",
        new("第一行没有 project、lon、lat 三列。", "The first row does not have the columns project, lon and lat."),
        new("表头写 project、lon、lat，或 项目编号、经度、纬度。", "Head the columns project, lon and lat, or 项目编号, 经度 and 纬度."));

    public static Refusal FileFaulty(IReadOnlyList<Problem> problems) => new(
        "PLACES_FAULTY", new($"有 {problems.Count} 处要改，一个位置也没有导入。", $"There are {problems.Count} problems; no place was imported."), new("改好后再导入。", "Mend them and import again."), problems);

    public static Refusal ParcelFaulty(IReadOnlyList<Problem> problems) => new(
        "PARCEL_FAULTY", new($"地块边界有 {problems.Count} 处要改，没有保存。", $"The outline has {problems.Count} problems; nothing was saved."), new("按说明改好再传。", "Mend them as it says and upload it again."), problems);

    public static Refusal NoGeoJson(string file) => new(
        "PARCEL_UNREADABLE", new($"“{file}”不是可读的边界文件。", $"“{file}” is no GeoJSON that can be read."), new("导出为 CGCS2000 经纬度的边界文件（.geojson）。", "Export it as GeoJSON in CGCS2000 degrees."));

    public static Refusal ParcelSize(int most) => new(
        "PARCEL_SIZE", new($"没有选文件，或文件超过 {most >> 20} 兆字节。", $"No file was chosen, or it is larger than {most >> 20} MB."), new("选一个边界文件；太大就先简化边界。", "Choose the outline's file; simplify the outline if it is too large."));

    public static Refusal ParcelReason(int most) => new(
        "REASON_MISSING", new($"更正边界要写明理由，不超过 {most} 个字。", $"Correcting the outline needs its reason, with at most {most} characters."), new("写明依据或原因。", "Say what it rests on or what was wrong."));

    public static Refusal ParcelChangedMeanwhile { get; } = new(
        "CHANGED_MEANWHILE", new("您打开以后别人换了地块边界，没有保存。", "Somebody replaced the outline after you opened it; nothing was saved."), new("打开页面看过新的边界再决定。", "Open the page, look at the new outline, then decide."));

    public static Refusal Unreadable(Problem problem) => new("PLACES_UNREADABLE", problem.Message, problem.Remedy, [problem]);

    public static Refusal Missing(string file) => new("NO_SUCH_FILE", new($"没有文件 {file}。", $"There is no file {file}."), new("核对路径。", "Check the path."));
}
