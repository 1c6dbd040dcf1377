using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Register;

/// <summary>Every way the register says no.</summary>
internal static class RegisterRefusals
{
    public static Refusal ReasonMissing() => new(
        "REASON_MISSING",
        new("撤销必须写明理由。", "An undo needs a reason."),
        new("用 --reason 写明为什么撤销。", "Say why with --reason."));

    public static Refusal NoSuchChange(long id) => new(
        "NO_SUCH_CHANGE",
        new(Text($"登记簿里没有第 {id} 号变更。"), Text($"The register has no change {id}.")),
        new("用 saima register changes 查看全部变更。", "List the changes with saima register changes."));

    public static Refusal Decided(long id) => new(
        "DECIDED",
        new(Text($"第 {id} 号变更来自采用的月报或批准的基线，不能撤销。"), Text($"Change {id} comes from an accepted report or an approved baseline; it cannot be undone.")),
        new("月报有误的，在项目页更正并写明理由；基线凭决定调整。", "Correct a report on the project's page with a reason; a baseline is changed by a decision."));

    public static Refusal ChangedSince(long id, IReadOnlyList<long> later)
    {
        var list = string.Join(", ", later.Select(change => change.ToString(CultureInfo.InvariantCulture)));
        return new(
            "CHANGED_SINCE",
            new(Text($"第 {id} 号变更写入的数据，后来又被变更 {list} 更正，不能单独撤销。"), Text($"What change {id} wrote was corrected since by change {list}; it cannot be undone on its own.")),
            new(Text($"先撤销变更 {list}，或直接导入正确的数据。"), Text($"Undo change {list} first, or import the right figures.")));
    }

    public static Refusal SeasonAmbiguous(IReadOnlyList<int> years)
    {
        var list = string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
        return years.Count == 0
            ? new(
                "SEASON_UNKNOWN",
                new("数据包里没有月度计划或月报，看不出属于哪个年度。", "The package has no plans and no reports, so its season cannot be told."),
                new("用 --season 指明年度，例如 --season 2023。", "Name the season with --season, e.g. --season 2023."))
            : new(
                "SEASON_AMBIGUOUS",
                new($"数据包的月份分属几个年度（{list}），看不出应记入哪一年。", $"The months of the package lie in several years ({list}), so its season cannot be told."),
                new("用 --season 指明年度，例如 --season 2023。", "Name the season with --season, e.g. --season 2023."));
    }

    public static Refusal SeasonEmpty(int season) => new(
        "SEASON_EMPTY",
        new(Text($"登记簿里没有 {season} 年度的项目。"), Text($"The register has no projects for season {season}.")),
        new("先用 saima import 导入该年度的数据包。", "Import the season's data package first with saima import."));

    public static Refusal UnitWithdrawn(int season, long projects) => new(
        "UNIT_WITHDRAWN",
        new(Text($"{season} 年度有 {projects} 个项目的责任单位已被撤回。"), Text($"The responsible unit of {projects} projects of season {season} was withdrawn.")),
        new("导入含有这些单位的数据包，或撤销那次撤销（saima register changes）。", "Import a package that has the units, or undo that undo (saima register changes)."));

    public static Refusal TargetTaken(string target) => new(
        "TARGET_TAKEN", new($"“{target}”已经存在。", $"\"{target}\" exists already."), new("换一个名字，或先把它移走。", "Choose another name, or move it away first."));

    public static Refusal TooLongForWorkbook() => new(
        "TOO_LONG_FOR_WORKBOOK",
        new("有的表超过一个工作表能容纳的行数。", "A table has more rows than a sheet can hold."), new("改用 --format zip 或 folder。", "Use --format zip or folder."));

    public static Refusal Unwritable(string target, string why) => new(
        "UNWRITABLE", new($"“{target}”写不了：{why}", $"\"{target}\" cannot be written: {why}"), new("检查文件夹是否存在、是否有写入权限。", "Check that the folder exists and may be written."));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
