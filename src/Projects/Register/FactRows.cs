namespace Saima.Projects.Register;

/// <summary>Facts of one table on their way in or out.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Cells">
/// Cells in the order of the table's columns (<see cref="string"/>, <see cref="long"/>, <see cref="DateOnly"/>, <see cref="bool"/> or null); may be one array filled anew for each row.
/// </param>
public sealed record FactRows(FactTable Table, long Count, IEnumerable<object?[]> Cells)
{
    /// <summary>Rows that only add what is not there and leave what is there as it is.</summary>
    public bool OnlyAbsent { get; init; }

    /// <summary>Value columns the source says nothing of: a fact that is there keeps its own, a new one takes the row's.</summary>
    public IReadOnlySet<string> Keeps { get; init; } = System.Collections.Immutable.ImmutableHashSet<string>.Empty;
}

/// <summary>How far a long change is.</summary>
/// <param name="Stage">What is being done, a table's title or <c>write</c>.</param>
/// <param name="Done">Rows done.</param>
/// <param name="Total">Rows in all.</param>
public readonly record struct RegisterProgress(string Stage, long Done, long Total);
