using System.Globalization;
using System.Text;
using Saima.Kernel.Identifiers;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Projects.Packages;
using Saima.Projects.Register;

namespace Saima.Projects.Editing;

/// <summary>A fact as somebody typed it, made into the cells of the register: every fault at once, each with the name of its field.</summary>
/// <param name="table">What kind of fact.</param>
/// <param name="fields">Texts by the names of the columns.</param>
/// <param name="units">Units the season has.</param>
internal sealed class ReadEntry(PackageTable table, IReadOnlyDictionary<string, string> fields, IReadOnlySet<string> units)
{
    private const int LongestText = 200;
    private static readonly Dictionary<string, (string Earlier, string Later)[]> Orders = new()
    {
        ["projects"] = [("started_on", "included_on"), ("started_on", "completed_on"), ("suspended_from", "suspended_to")],
        ["issues"] = [("raised_on", "due_on"), ("raised_on", "closed_on")],
    };

    private readonly Dictionary<string, object?> cells = new(StringComparer.Ordinal);

    public List<Problem> Problems { get; } = [];

    /// <summary>What was typed without what only surrounds it.</summary>
    public static string Tidy(string? text) => (text ?? "").Trim();

    /// <summary>Reads a form as it is typed.</summary>
    public static ReadEntry Of(PackageTable table, int season, string? project, IReadOnlyDictionary<string, string> fields, IReadOnlySet<string> units, out object?[] cells)
    {
        var entry = new ReadEntry(table, fields, units);
        cells = entry.Run(season, project);
        return entry;
    }

    /// <param name="season">Year of the books.</param>
    /// <param name="project">The project a fact belongs to; empty for projects and units.</param>
    /// <returns>Cells in the order of the register's table; of use only without problems.</returns>
    public object?[] Run(int season, string? project = null)
    {
        foreach (var column in table.Columns.Where(column => column.Kind != CellKind.Project))
        {
            var text = Tidy(fields.GetValueOrDefault(column.Name));
            if (text.Length == 0 && column.Required && column.Kind != CellKind.YesNo)
            {
                Say(column, null, "MISSING_VALUE", new($"{column.Zh}必填。", $"{Words(column)} is required."), new("填上这一项。", "Fill it in."));
            }

            cells[column.Name] = text.Length > 0 ? Value(column, text) : column.Kind == CellKind.Money ? 0L : column.Kind == CellKind.YesNo ? false : null;
        }

        foreach (var (earlier, later) in Orders.GetValueOrDefault(table.Name, []))
        {
            if (cells[later] is DateOnly end && (cells[earlier] is not DateOnly start || end < start) && !Faulty(earlier) && !Faulty(later))
            {
                var (one, other) = (Column(earlier), Column(later));
                Say(other, fields.GetValueOrDefault(later), "DATE_ORDER",
                    cells[earlier] is null ? new($"有{other.Zh}而没有{one.Zh}。", $"There is {later} without {earlier}.") : new($"{other.Zh}早于{one.Zh}。", $"{later} is before {earlier}."),
                    new($"补上或改正{one.Zh}、{other.Zh}。", $"Add or correct {earlier} and {later}."));
            }
        }

        if (cells.GetValueOrDefault("suspended_from") is not null && cells["suspension_reason"] is null)
        {
            Say(Column("suspension_reason"), null, "MISSING_VALUE", new("挂起要写明原因。", "A suspension needs its reason."), new("写明批准挂起的原因和文号。", "Say why, and the number of the approval."));
        }

        if (cells.GetValueOrDefault("month") is long month && month / 100 != season)
        {
            Say(Column("month"), fields.GetValueOrDefault("month"), "OTHER_SEASON", new($"月份不在 {season} 年度。", $"This month is not in {season}."), new($"写成 {season}-04 的样子。", $"Write it like {season}-04."));
        }

        return
        [
            .. Facts.Columns.Select(column => column.Name switch
            {
                "season" => (object)(long)season,
                "project" when table != PackageTable.Projects => project,
                "project" => cells["id"],
                "year_to_date" => cells["ytd"],
                _ => cells[column.Name],
            }),
        ];
    }

    private FactTable Facts => FactTable.OfPackage.Single(one => one.Title == table.Name);

    private PackageColumn Column(string name) => table.Columns[table.Column(name)];

    private object? Value(PackageColumn column, string text) => column.Kind switch
    {
        CellKind.Money => Money(column, text),
        CellKind.Date => Day(column, text),
        CellKind.Month => Month(column, text),
        CellKind.YesNo => text is "true" or "on" or "yes" || (text is "false" or "no" ? false : Say(column, text, "BAD_WORD", new("应为“是”或“否”。", "This is neither yes nor no."), new("从列表中选。", "Choose from the list.")) is true),
        CellKind.Word when column.Name == "level" && column.Words!.Any(word => word.Code == text) => (long)(text[1] - '0'),
        CellKind.Word => column.Words!.Any(word => word.Code == text) ? text : Say(column, text, "BAD_WORD", new("不是规定的类别。", "This is not one of the classes."), new("从列表中选。", "Choose from the list.")),
        CellKind.Unit => units.Contains(text) ? text : Say(column, text, "UNKNOWN_UNIT", new("本年度没有这个单位。", "The season has no such unit."), new("从列表中选；新单位先导入单位表。", "Choose from the list; import a new unit first.")),
        _ => column.Name == "code" && table == PackageTable.Projects ? Code(column, text) : Text(column, text),
    };

    private object? Text(PackageColumn column, string text) =>
        text.Length > LongestText ? Say(column, text, "TOO_LONG", new($"超过 {LongestText} 个字。", $"This is longer than {LongestText} characters."), new("写短一些。", "Make it shorter."))
            : text.Any(char.IsControl) ? Say(column, text, "CONTROL_CHARACTER", new("含有看不见的控制字符。", "There are control characters in it."), new("重新输入。", "Type it again."))
            : FormulaText.LooksLive(text) ? Say(column, text, "FORMULA_TEXT", CheckRows.LiveText, CheckRows.LiveRemedy)
            : text;

    private object? Code(PackageColumn column, string text)
    {
        var code = NationalProjectCode.Parse(text);
        return code.Refusal is { } refusal ? Say(column, text, refusal.Code, refusal.Message, refusal.Remedy)
            : code.Value!.Doubt is { } doubt ? Say(column, text, "CODE_DOUBTFUL", doubt, new("按备案或审批文件核对项目代码。", "Check the code against the approval document."))
            : code.Value.Text;
    }

    private object? Money(PackageColumn column, string text)
    {
        var money = ReadMoney.Run(text, MoneyUnit.TenThousandYuan);
        return money.Refusal is { } refusal ? Say(column, text, refusal.Code, refusal.Message, refusal.Remedy)
            : money.Value.Amount < 0 && !column.MayBeNegative ? Say(column, text, "NEGATIVE_NUMBER", new("金额为负。", "The amount is negative."), new("写成零或正数。", "Write zero or a positive number."))
            : money.Value.Amount;
    }

    private object? Month(PackageColumn column, string text) =>
        DateOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC), ["yyyy-MM", "yyyy-M"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? (100L * month.Year) + month.Month
            : Say(column, text, "BAD_MONTH", new("不是月份。", "This is not a month."), new("写成 2023-04 的样子。", "Write it like 2023-04."));

    private object? Day(PackageColumn column, string text) =>
        DateOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2199 ? day
            : Say(column, text, "BAD_DATE", new("不是日期。", "This is not a date."), new("写成 2023-04-30 的样子，年份在 1900 与 2199 之间。", "Write it like 2023-04-30, with a year from 1900 to 2199."));

    private bool Faulty(string column) => Problems.Any(problem => problem.Column == column);

    private static string Words(PackageColumn column) => column.Name.Replace('_', ' ');

    private object? Say(PackageColumn column, string? value, string code, Phrase message, Phrase remedy)
    {
        Problems.Add(new(Severity.Error, code, "", null, null, column.Name, value, message, remedy));
        return null;
    }
}
