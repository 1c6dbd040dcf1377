using System.Globalization;
using System.Text;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>Collects the problems of a package, all in one go; of one kind in one column only so many, and then their number.</summary>
public sealed class PackageFaults
{
    private const int MostOfAKind = 1_000;
    private const int LongestValue = 80;
    private readonly Lock gate = new();
    private readonly List<Problem> problems = [];
    private readonly Dictionary<(string Code, string File, string? Column), int> counts = [];

    public bool HasErrors { get; private set; }

    public void Add(Severity severity, string code, string file, string? sheet, long? row, string? column, ReadOnlySpan<byte> value, Phrase message, Phrase remedy) =>
        Add(new Problem(severity, code, file, sheet, row, column, Readable(value), message, remedy));

    public void Add(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        lock (gate)
        {
            HasErrors |= problem.Severity == Severity.Error;
            var kind = (problem.Code, problem.File, problem.Column);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (counts[kind] <= MostOfAKind)
            {
                problems.Add(problem);
            }
        }
    }

    public bool Enough(string code, string file, string? column)
    {
        lock (gate)
        {
            return counts.GetValueOrDefault((code, file, column)) >= MostOfAKind * 10;
        }
    }

    /// <summary>By file, row and column, whatever order threads found them in.</summary>
    public IReadOnlyList<Problem> Sorted()
    {
        lock (gate)
        {
            var rest = counts.Where(kind => kind.Value > MostOfAKind).Select(kind => new Problem(
                problems.First(p => p.Code == kind.Key.Code && p.File == kind.Key.File && p.Column == kind.Key.Column).Severity,
                kind.Key.Code, kind.Key.File, null, null, kind.Key.Column, null,
                new Phrase(
                    string.Create(CultureInfo.InvariantCulture, $"同类问题还有 {kind.Value - MostOfAKind} 处，未逐一列出。"),
                    string.Create(CultureInfo.InvariantCulture, $"{kind.Value - MostOfAKind} more problems of this kind are not listed.")),
                new Phrase("先改正已列出的，再试一次。", "Mend those listed, then try again.")));
            return
            [
                .. problems.Concat(rest).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Sheet, StringComparer.Ordinal)
                    .ThenBy(p => p.Row ?? long.MaxValue).ThenBy(p => p.Column, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal)
                    .ThenBy(p => p.Value, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>A value cut to a length people can read, without control characters.</summary>
    public static string Readable(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, LongestValue * 4)]);
        var readable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (readable.Length >= LongestValue)
            {
                return readable.Append('…').ToString();
            }

            readable.Append(Rune.IsControl(rune) ? "␀" : rune.ToString());
        }

        return readable.ToString();
    }
}
