using Microsoft.AspNetCore.Components;
using Saima.Kernel.Refusals;

namespace Saima.Ui.Tables;

/// <summary>A column of a <see cref="DataTable{TRow}"/>.</summary>
/// <param name="Key">As in addresses.</param>
/// <param name="Cell">What a row has there.</param>
public sealed record DataColumn<TRow>(string Key, Phrase Title, RenderFragment<TRow> Cell)
{
    /// <summary>What names the row; one column of a table.</summary>
    public bool Head { get; init; }

    /// <summary>Figures, aligned to the right.</summary>
    public bool Number { get; init; }

    /// <summary>What the figures count in.</summary>
    public Phrase? Unit { get; init; }

    /// <summary>The word for this order in addresses; empty if it cannot be sorted by.</summary>
    public string? Sort { get; init; }

    /// <summary>A class of the cells: <c>whole</c> takes the whole card on a phone, <c>part</c> is for wide screens only.</summary>
    public string? Class { get; init; }
}
