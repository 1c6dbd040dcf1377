namespace Saima.Modules.Accounts.Units;

/// <summary>What kind of unit.</summary>
public enum UnitKind
{
    /// <summary>部门.</summary>
    Department,

    /// <summary>平台.</summary>
    Platform,

    /// <summary>镇街.</summary>
    Town,

    /// <summary>企业.</summary>
    Enterprise,
}

/// <summary>
/// 单位: one version of a unit's place in the tree. Units of the register are in it by themselves, directly below the district; a row of the same code puts them elsewhere.
/// </summary>
public sealed class Unit
{
    public long Id { get; set; }

    /// <summary>Shared with the register, where it knows the unit.</summary>
    public required string Code { get; set; }

    /// <summary>The unit above; empty for the district.</summary>
    public string? Parent { get; set; }

    public UnitKind Kind { get; set; }

    public required string Name { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Reason { get; set; }

    /// <summary>The version that replaced this one.</summary>
    public long? SupersededBy { get; set; }

    /// <summary>This version takes the unit back.</summary>
    public bool Withdrawn { get; set; }
}
