using Saima.Kernel.Chinese;
using Saima.Projects.Places;

namespace Saima.Projects.Listing;

/// <summary>A project as the register's list has it.</summary>
public sealed record ListedProject
{
    /// <summary>The version of the fact.</summary>
    public required long Id { get; init; }

    public required string Project { get; init; }

    public required string Name { get; init; }

    public string? Code { get; init; }

    public required string Unit { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    public string? Town { get; init; }

    public required string Class { get; init; }

    /// <summary>元.</summary>
    public long TotalInvestment { get; init; }

    /// <summary>元.</summary>
    public long AnnualPlan { get; init; }

    public DateOnly? PlannedStart { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? PlannedCompletion { get; init; }

    public DateOnly? CompletedOn { get; init; }

    /// <summary>Where it is, if anybody said so.</summary>
    public Position? At { get; init; }

    /// <summary>Initials of the name's pinyin.</summary>
    internal uint[] Initials { get; private init; } = [];

    /// <summary>What a search looks into, in lower case.</summary>
    internal string Haystack { get; private init; } = "";

    internal ListedProject Searchable() => this with
    {
        Initials = PinyinInitials.Masks(Name),
        Haystack = NameSearch.Haystack(Name, Project, Code, UnitName, Town),
    };
}
