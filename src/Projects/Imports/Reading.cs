using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>What came of reading a spreadsheet by a mapping: the tables, every problem and an honest count of the rows.</summary>
public sealed class Reading
{
    /// <summary>Beyond this many problems only their number is kept.</summary>
    public const int MostProblems = 20_000;

    private readonly Dictionary<Phrase, long> setAside = [];
    private readonly Dictionary<string, (Phrase Why, long Count)> notMade = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private readonly HashSet<(string?, long, string)> places = [];
    private readonly List<SheetHeader> headers = [];

    internal Reading(Mapping mapping)
    {
        Mapping = mapping;
        Tables = [.. TargetFields.Tables.Select(target => new MadeTable(target))];
    }

    public Mapping Mapping { get; }

    public IReadOnlyList<MadeTable> Tables { get; }

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<SheetHeader> Headers => headers;

    /// <summary>All problems, kept or only counted.</summary>
    public long ProblemCount { get; private set; }

    public long ErrorCount { get; private set; }

    /// <summary>Rows below a header that were not empty.</summary>
    public long RowsRead { get; internal set; }

    /// <summary>Rows that made something or were put into something.</summary>
    public long RowsUsed { get; internal set; }

    public long CellsUnknown { get; internal set; }

    public long AmountsRounded { get; internal set; }

    /// <summary>Rows that made nothing, by reason.</summary>
    public IReadOnlyList<(Phrase Reason, long Rows)> SetAside =>
        [.. setAside.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.En, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Rows that made no row of one table though they may have made another, by table and reason.</summary>
    public IReadOnlyList<(string Table, Phrase Reason, long Rows)> NotMade =>
        [.. notMade.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key.Split('\u001f')[0], pair.Value.Why, pair.Value.Count))];

    public MadeTable Table(string name) => Tables.First(table => table.Name == name);

    /// <summary>Whether a problem of that cell is known already.</summary>
    internal bool Said(Origin at, string column) => places.Contains((at.Sheet, at.Row, column));

    internal void Found(SheetHeader header) => headers.Add(header);

    internal void PutAside(Phrase reason) => setAside[reason] = setAside.GetValueOrDefault(reason) + 1;

    internal void MadeNone(string table, Phrase why)
    {
        var key = table + '\u001f' + why.En;
        notMade[key] = (why, notMade.GetValueOrDefault(key).Count + 1);
    }

    internal void Add(Problem problem)
    {
        ProblemCount++;
        ErrorCount += problem.Severity == Severity.Error ? 1 : 0;
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
            if (problem is { Row: { } row, Column: { } column })
            {
                places.Add((problem.Sheet, row, column));
            }
        }
    }

    internal void Add(Origin at, Severity severity, string code, string? column, string? value, Phrase message, Phrase remedy) =>
        Add(new Problem(severity, code, at.File, at.Sheet, at.Row, column, Cut(value), message, remedy));

    private static string? Cut(string? value) => value is { Length: > 80 } ? value[..79] + "…" : value;
}

/// <summary>The header found on one sheet.</summary>
/// <param name="Matched">Column of the mapping → heading it was found under.</param>
/// <param name="Unused">Headings nothing was made of.</param>
public sealed record SheetHeader(string? Sheet, HeaderBlock Header, IReadOnlyList<(string Column, string Heading)> Matched, IReadOnlyList<string> Unused);

/// <summary>How far a long work is.</summary>
public readonly record struct ImportProgress(string Stage, long Rows);
