using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identifiers;

public enum IdentifierKind
{
    /// <summary>项目代码, old or new.</summary>
    NationalCode,

    /// <summary>区重点项目编号.</summary>
    DistrictNumber,

    /// <summary>统计入库编号.</summary>
    StatisticsNumber,

    /// <summary>批文、核准或备案文号.</summary>
    ApprovalDocument,

    /// <summary>土地出让合同号.</summary>
    LandContract,
}

/// <summary>One of the numbers a project goes by, and the days from which to which it is valid (both included; empty is open).</summary>
public sealed record ProjectIdentifier(IdentifierKind Kind, string Text, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    public bool IsValidOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);

    public bool Overlaps(ProjectIdentifier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(ValidTo < other.ValidFrom) && !(other.ValidTo < ValidFrom);
    }
}

/// <summary>All numbers of one project. On any day it has at most one national code, and no number twice.</summary>
public sealed record ProjectIdentifiers
{
    private ProjectIdentifiers(IReadOnlyList<ProjectIdentifier> list) => List = list;

    public static ProjectIdentifiers None { get; } = new([]);

    public IReadOnlyList<ProjectIdentifier> List { get; }

    public Outcome<ProjectIdentifiers> With(ProjectIdentifier added)
    {
        ArgumentNullException.ThrowIfNull(added);
        if (string.IsNullOrWhiteSpace(added.Text))
        {
            return IdentifierRefusals.Identifier("标识为空。", "The identifier is empty.");
        }

        if (added.ValidTo < added.ValidFrom)
        {
            return IdentifierRefusals.Identifier($"{added.Text} 的有效期在开始之前结束。", $"{added.Text} ends before it begins.");
        }

        if (added.Kind == IdentifierKind.NationalCode)
        {
            var code = NationalProjectCode.Parse(added.Text);
            if (code.Refusal is { } refusal)
            {
                return refusal;
            }

            added = added with { Text = code.Value!.Text };
        }

        var clash = List.FirstOrDefault(one => one.Kind == added.Kind && one.Overlaps(added)
            && (one.Text == added.Text || one.Kind == IdentifierKind.NationalCode));
        return clash is null
            ? new ProjectIdentifiers([.. List, added])
            : IdentifierRefusals.Identifier($"{added.Text} 与 {clash.Text} 的有效期重叠。", $"{added.Text} is valid on days on which {clash.Text} is.");
    }

    /// <summary>The national code on a day.</summary>
    public NationalProjectCode? NationalCode(DateOnly day) =>
        List.FirstOrDefault(one => one.Kind == IdentifierKind.NationalCode && one.IsValidOn(day)) is { } found
            ? NationalProjectCode.Parse(found.Text).Value
            : null;
}
