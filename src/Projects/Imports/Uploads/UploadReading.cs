using Saima.Kernel.Refusals;
using Saima.Projects.Register;

namespace Saima.Projects.Imports.Uploads;

/// <summary>What was found in an uploaded file, as the page shows it.</summary>
public sealed record UploadReading
{
    /// <summary>Sheets of the workbook; empty for a CSV file.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet the headings are from.</summary>
    public string? Sheet { get; init; }

    /// <summary>First row of the header as the spreadsheet counts, and how many rows it spans.</summary>
    public long HeaderRow { get; init; }

    public int HeaderRows { get; init; } = 1;

    /// <summary>Columns of that sheet that have a heading.</summary>
    public IReadOnlyList<FoundColumn> Columns { get; init; } = [];

    /// <summary>Column of the mapping → <see cref="FoundColumn.Name"/>.</summary>
    public IReadOnlyDictionary<string, string> Matched { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person should know before trusting the columns.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    public IReadOnlyList<PreviewTable> Tables { get; init; } = [];

    public long RowsRead { get; init; }

    public long RowsUsed { get; init; }

    /// <summary>Rows that made nothing, by reason.</summary>
    public IReadOnlyList<CountedReason> SetAside { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>All problems, kept or only counted.</summary>
    public long ProblemCount { get; init; }

    public long ErrorCount { get; init; }
}

/// <summary>A column of the source.</summary>
/// <param name="Heading">As it stands there.</param>
/// <param name="Name">By which a mapping knows it from others of the same heading.</param>
/// <param name="Example">The first value below it.</param>
public sealed record FoundColumn(string Heading, string Name, string? Example);

/// <summary>One table of what was read.</summary>
/// <param name="Comparison">Against the register; empty as long as there are errors.</param>
/// <param name="Columns">Columns that hold something in the rows shown.</param>
/// <param name="Rows">The first rows as they would be written.</param>
public sealed record PreviewTable(string Table, long Count, TableComparison? Comparison, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

public sealed record CountedReason(Phrase Reason, long Rows);
