using System.Globalization;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Objections;

/// <summary>What is contested: a figure, a day or a state in the frozen data, or a reason of the flag by its code in the rule set.</summary>
/// <param name="Table">A table of the data package, or <see cref="Reason"/>.</param>
/// <param name="Key">Which fact of the project: a month, a name; empty for the project itself.</param>
/// <param name="Field">The column, or the reason's code.</param>
public sealed record ContestedItem(string Table, string Key, string Field)
{
    public const string Reason = "reason";

    /// <summary>What an objection may correct. Plans and planned days are not here: they change by a decision to re-baseline only.</summary>
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["projects"] = ["started_on", "included_on", "completed_on", "listed_on", "suspended_from", "suspended_to"],
        ["reports"] = ["ytd", "invested", "submitted_on", "verified"],
        ["milestones"] = ["achieved_on"],
        ["issues"] = ["closed_on", "due_on", "level"],
    };

    /// <summary>The tables whose facts can be contested, in the order in which they are offered.</summary>
    public static IReadOnlyList<PackageTable> Tables { get; } = [PackageTable.Reports, PackageTable.Milestones, PackageTable.Projects, PackageTable.Issues];

    public static IReadOnlyList<string> FieldsOf(PackageTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Fields[table.Name];
    }

    /// <summary>As forms, addresses and rows say it, e.g. <c>reports:2023-08:ytd</c>.</summary>
    public string Code => $"{Table}:{Key}:{Field}";

    public bool IsReason => Table == Reason;

    public PackageTable OfTable => PackageTable.All.Single(table => table.Name == Table);

    public PackageColumn Column => OfTable.Columns[OfTable.Column(Field)];

    /// <returns>Empty if the text names nothing that can be contested.</returns>
    public static ContestedItem? Parse(string? code)
    {
        var (first, last) = ((code ?? "").IndexOf(':', StringComparison.Ordinal), (code ?? "").LastIndexOf(':'));
        if (first <= 0 || last <= first)
        {
            return null;
        }

        var item = new ContestedItem(code![..first], code[(first + 1)..last], code[(last + 1)..]);
        return item.IsReason ? item.Key.Length == 0 && item.Field.Length > 0 ? item : null
            : Fields.TryGetValue(item.Table, out var fields) && fields.Contains(item.Field) && item.Key.Length > 0 != (item.Table == "projects") ? item
            : null;
    }

    /// <summary>A value as the data package writes it, from what somebody typed; empty for a day that is not.</summary>
    public Outcome<string> Value(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return Column.Required ? ObjectionRefusals.ValueMissing : "";
        }

        return Column.Kind switch
        {
            CellKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : ObjectionRefusals.BadValue("2023-04-30"),
            CellKind.Money => Money(text),
            CellKind.YesNo => text.ToLowerInvariant() switch
            {
                "true" or "是" or "yes" => "true",
                "false" or "否" or "no" => "false",
                _ => ObjectionRefusals.OneOf(["是", "否"], ["yes", "no"]),
            },
            _ => Column.Words!.FirstOrDefault(word => word.Code == text || word.Zh == text).Code ?? (Outcome<string>)ObjectionRefusals.OneOf(Column.Words!.Select(word => word.Zh), Column.Words!.Select(word => word.Code)),
        };
    }

    private Outcome<string> Money(string text)
    {
        var money = ReadMoney.Run(text, MoneyUnit.TenThousandYuan);
        return money.Refusal is { } refusal ? refusal
            : money.Value.Amount < 0 && !Column.MayBeNegative ? ObjectionRefusals.BadValue("6180.5")
            : FormatMoney.Exact(money.Value.Amount);
    }
}
