using System.Text.Json.Serialization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>How one source's spreadsheet becomes the tables of a data package. Kept as a JSON file per source: readable, versioned, strict.</summary>
public sealed record Mapping
{
    /// <summary>Version of the mapping language.</summary>
    public const int Language = 1;

    [JsonPropertyName("mapping"), JsonRequired]
    public int Version { get; init; } = Language;

    [JsonRequired]
    public Phrase Source { get; init; } = new("", "");

    /// <summary>What the mapping assumes, in sentences: printed with every result.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];

    /// <summary>The year that rules call <c>season</c>.</summary>
    public int? Season { get; init; }

    public SheetSelector Sheets { get; init; } = new();

    public HeaderPlace Header { get; init; } = new();

    /// <summary>Words that mean "unknown" in every column, e.g. <c>PNS</c> or <c>-</c>; compared without case and outer spaces.</summary>
    public IReadOnlyList<string> Nulls { get; init; } = [];

    /// <summary>Date formats of text cells, tried in order, e.g. <c>d/M/yyyy</c>. Real dates of a workbook need none.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    public NumberWriting Numbers { get; init; } = new();

    public MoneyWriting Money { get; init; } = new();

    [JsonRequired]
    public IReadOnlyDictionary<string, ColumnMapping> Columns { get; init; } = new Dictionary<string, ColumnMapping>();

    /// <summary>Values that stand once on a sheet, beside the table.</summary>
    public IReadOnlyDictionary<string, CellMapping> Cells { get; init; } = new Dictionary<string, CellMapping>();

    /// <summary>Rows that are no facts; the first that applies sets the row aside under its reason.</summary>
    public IReadOnlyList<SkipRule> Skip { get; init; } = [];

    /// <summary>Columns that together make a row: a later row with the same values is set aside as a repetition.</summary>
    public IReadOnlyList<string> Distinct { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<TableMapping> Tables { get; init; } = [];
}

/// <summary>Which sheets of a workbook are read: names or patterns with <c>*</c>.</summary>
public sealed record SheetSelector
{
    public IReadOnlyList<string> Only { get; init; } = ["*"];

    public IReadOnlyList<string> Except { get; init; } = [];
}

/// <summary>Where the header is; found by its words when not said.</summary>
public sealed record HeaderPlace
{
    /// <summary>First row of the header as the spreadsheet counts.</summary>
    public int? Row { get; init; }

    /// <summary>How many rows the header spans.</summary>
    public int? Rows { get; init; }
}

/// <summary>How numbers in text cells are written.</summary>
public sealed record NumberWriting
{
    public string Decimal { get; init; } = ".";

    public string Thousands { get; init; } = ",";
}

/// <summary>What one unit of the source's money is carried as. Figures stay exact: what does not come out as whole 元 is rounded only if the mapping says so.</summary>
public sealed record MoneyWriting
{
    /// <summary>Name of the unit, e.g. <c>万元</c> or <c>USD</c>.</summary>
    public string Unit { get; init; } = "万元";

    /// <summary>元 that one unit is carried as; implied by 元, 千元, 万元, 百万元 and 亿元, declared for anything else.</summary>
    public long? Yuan { get; init; }

    public Rounding Rounding { get; init; }
}

public enum Rounding
{
    /// <summary>An amount that is not whole 元 is a problem.</summary>
    Exact,

    /// <summary>Half away from zero to 1 元; how many were rounded is reported.</summary>
    Half,
}

public enum ColumnType
{
    Text,
    Date,
    Month,
    Number,
    Money,
    Percent,
    Flag,
}

/// <summary>What happens to a value that cannot be read.</summary>
public enum BadValue
{
    /// <summary>The whole import is refused: the default.</summary>
    Refuse,

    /// <summary>Taken as unknown, and reported as a warning.</summary>
    Unknown,

    /// <summary>The row is set aside, and reported as a warning.</summary>
    SetAside,
}

/// <summary>One column of the source, or with <see cref="Pattern"/> a family of columns (a month each).</summary>
public sealed record ColumnMapping
{
    /// <summary>Headings the column goes by, best first; under a merged heading <c>upper / lower</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>A family of columns: expression over the whole heading whose first group is the member's name.</summary>
    public string? Pattern { get; init; }

    public ColumnType Type { get; init; }

    /// <summary>A sheet may lack the column.</summary>
    public bool Optional { get; init; }

    public IReadOnlyList<string> Nulls { get; init; } = [];

    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Money unit, where it differs from the mapping's.</summary>
    public string? Unit { get; init; }

    public BadValue Bad { get; init; }

    /// <summary>An empty cell repeats the one above (cells merged downwards).</summary>
    public bool Down { get; init; }
}

/// <summary>One cell of the sheet, e.g. <c>C3</c>.</summary>
public sealed record CellMapping
{
    [JsonRequired]
    public string At { get; init; } = "";

    public ColumnType Type { get; init; }

    /// <summary>The part of the cell that is meant: first group of an expression.</summary>
    public string? Pattern { get; init; }
}

public sealed record SkipRule
{
    [JsonRequired]
    public Phrase Reason { get; init; } = new("", "");

    [JsonRequired]
    public IReadOnlyList<Condition> When { get; init; } = [];
}

/// <summary>What to do with a second row of the same key.</summary>
public enum Repeated
{
    /// <summary>Fields are put together by <see cref="TableMapping.Merge"/>.</summary>
    Merge,

    /// <summary>The text key gets <c> (2)</c>.</summary>
    Number,

    /// <summary>It is a problem.</summary>
    Refuse,
}

/// <summary>How fields of rows with the same key are put together.</summary>
public enum MergeWay
{
    /// <summary>The first that is known.</summary>
    First,
    Last,
    Sum,
    Min,
    Max,

    /// <summary>The largest, unknown if any is unknown: done when all are done.</summary>
    MaxOfAll,
}

/// <summary>One kind of row that a source row makes: a project, a unit, a plan month, a report, a milestone, an issue.</summary>
public sealed record TableMapping
{
    /// <summary>Table of the data package.</summary>
    [JsonRequired]
    public string Table { get; init; } = "";

    /// <summary>All must hold; otherwise the source row makes no such row.</summary>
    public IReadOnlyList<Condition> When { get; init; } = [];

    /// <summary>Why a row that fails <see cref="When"/> makes none, for the count.</summary>
    public Phrase? Otherwise { get; init; }

    /// <summary>Family of columns: one row for each member that has a value.</summary>
    public string? Each { get; init; }

    /// <summary>Only where the project has been made already: completes it, or belongs to it. Otherwise counted, not made.</summary>
    public bool Within { get; init; }

    public Repeated Repeated { get; init; }

    /// <summary>Field → value. Fields that begin with <c>_</c> are for <see cref="After"/> only.</summary>
    [JsonRequired]
    public IReadOnlyDictionary<string, Value> Fields { get; init; } = new Dictionary<string, Value>();

    public IReadOnlyDictionary<string, MergeWay> Merge { get; init; } = new Dictionary<string, MergeWay>();

    /// <summary>Fields worked out once all rows are put together; names then mean the fields.</summary>
    public IReadOnlyDictionary<string, Value> After { get; init; } = new Dictionary<string, Value>();
}
