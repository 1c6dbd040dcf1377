using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Publications;

/// <summary>The names a bundle is made of, and the versions it is made by.</summary>
public static class BundleFormat
{
    public const string Schema = "saima-round-bundle/1";

    /// <summary>Version of the arithmetic; raised when the same inputs may give other results. Not the product's version.</summary>
    public const string Engine = "saima-scoring/1";

    public const string Manifest = "manifest.json";

    public const string Rules = "rules.json";

    public const string Previous = "data/previous.csv";

    public const string Standings = "standings.csv";

    public const string Units = "units.csv";

    /// <summary>The tables of the data package, in ordinal order.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        ["findings", "holidays", "issues", "milestones", "plans", "projects", "reports", "units"];

    /// <summary>Every name an entry may have, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Tables.Select(DataEntry).Append(Previous).Append(Manifest).Append(Rules).Append(Standings).Append(Units).Order(StringComparer.Ordinal)];

    public static string DataEntry(string table) => $"data/{table}.csv";

    internal static string Word(Flag flag) => flag switch
    {
        Flag.Red => "red",
        Flag.Yellow => "yellow",
        Flag.Snail => "snail",
        Flag.Exempt => "exempt",
        _ => "none",
    };

    internal static string Word(UnitClass unitClass) => unitClass switch
    {
        UnitClass.Platform => "platform",
        UnitClass.Subdistrict => "subdistrict",
        UnitClass.Town => "town",
        UnitClass.Township => "township",
        _ => "department",
    };
}
