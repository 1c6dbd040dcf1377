using System.Globalization;

namespace Saima.Projects.Imports;

/// <summary>Where a made row came from: the source row that made it first.</summary>
public readonly record struct Origin(string File, string? Sheet, long Row);

/// <summary>One row of a package table in the making; money as whole 元, dates ISO.</summary>
public sealed class MadeRow(Origin origin, Dictionary<string, string?> fields)
{
    public Origin Origin { get; } = origin;

    public IReadOnlyDictionary<string, string?> Fields => fields;

    public string? this[string field]
    {
        get => fields.GetValueOrDefault(field);
        internal set => fields[field] = value;
    }
}

/// <summary>The rows of one table, put together by key.</summary>
public sealed class MadeTable
{
    private readonly Dictionary<string, MadeRow> byKey = new(StringComparer.Ordinal);
    private readonly List<MadeRow> rows = [];
    private readonly TargetTable target;

    internal MadeTable(TargetTable target) => this.target = target;

    public string Name => target.Name;

    public IReadOnlyList<string> Columns => [.. target.Fields.Select(column => column.Name)];

    public IReadOnlyList<MadeRow> Rows => rows;

    /// <summary>Source rows that were put into a row made before.</summary>
    public long Merged { get; private set; }

    internal IReadOnlyList<TargetField> Fields => target.Fields;

    internal bool Contains(string key) => byKey.ContainsKey(key);

    /// <summary>Adds a row. Its key must be known.</summary>
    /// <returns>The earlier row of the same key if repetition is refused, else null.</returns>
    internal MadeRow? Add(TableMapping mapping, Origin origin, Dictionary<string, string?> fields)
    {
        var key = Key(fields);
        if (byKey.TryGetValue(key, out var earlier))
        {
            switch (mapping.Repeated)
            {
                case Repeated.Refuse:
                    return earlier;
                case Repeated.Merge:
                    Merge(mapping, earlier, fields);
                    Merged++;
                    return null;
                default:
                    key = Renumber(fields);
                    break;
            }
        }

        var row = new MadeRow(origin, fields);
        byKey.Add(key, row);
        rows.Add(row);
        return null;
    }

    private string Key(Dictionary<string, string?> fields) => string.Join('\u001f', target.Key.Select(field => fields.GetValueOrDefault(field.Name)));

    private string Renumber(Dictionary<string, string?> fields)
    {
        var last = target.Key[^1].Name;
        var text = fields[last];
        for (var number = 2; ; number++)
        {
            fields[last] = string.Create(CultureInfo.InvariantCulture, $"{text} ({number})");
            var key = Key(fields);
            if (!byKey.ContainsKey(key))
            {
                return key;
            }
        }
    }

    private static void Merge(TableMapping mapping, MadeRow row, Dictionary<string, string?> more)
    {
        foreach (var (name, next) in more)
        {
            var now = row[name];
            row[name] = mapping.Merge.GetValueOrDefault(name, MergeWay.First) switch
            {
                MergeWay.First => now ?? next,
                MergeWay.Last => next ?? now,
                MergeWay.Sum => now is null || next is null ? now ?? next : Sum(now, next),
                MergeWay.Min => now is null || next is null ? now ?? next : Compare(now, next) <= 0 ? now : next,
                MergeWay.Max => now is null || next is null ? now ?? next : Compare(now, next) >= 0 ? now : next,
                _ => now is null || next is null ? null : Compare(now, next) >= 0 ? now : next,
            };
        }
    }

    private static string Sum(string left, string right) =>
        (Decimal(left) + Decimal(right)).ToString(CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Compare(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left, right);
}
