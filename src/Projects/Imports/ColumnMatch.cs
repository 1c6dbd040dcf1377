using System.Globalization;
using System.Text.RegularExpressions;

namespace Saima.Projects.Imports;

/// <summary>Which columns of a header a mapping's columns are.</summary>
/// <param name="Single">Column → index.</param>
/// <param name="Families">Family → its members with their index.</param>
/// <param name="Ambiguous">Column → the headings that all fit.</param>
internal sealed record ColumnMatch(
    IReadOnlyDictionary<string, int> Single,
    IReadOnlyDictionary<string, IReadOnlyList<(string Member, int Index)>> Families,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ambiguous)
{
    public int Count => Single.Count + Families.Values.Sum(family => family.Count);

    public static ColumnMatch Of(HeaderBlock header, IReadOnlyDictionary<string, ColumnMapping> columns)
    {
        var keys = header.Headings.Select(Keys).ToList();
        var single = new Dictionary<string, int>();
        var families = new Dictionary<string, IReadOnlyList<(string, int)>>();
        var ambiguous = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, column) in columns)
        {
            if (column.Pattern is { } pattern)
            {
                families[name] = Family(header, pattern);
                continue;
            }

            foreach (var wanted in column.Headers)
            {
                var found = Find(keys, wanted);
                if (found.Count == 1)
                {
                    single[name] = found[0];
                    break;
                }

                if (found.Count > 1)
                {
                    ambiguous[name] = [.. found.Select(index => header.Headings[index])];
                    break;
                }
            }
        }

        return new ColumnMatch(single, families, ambiguous);
    }

    /// <summary>Columns that go by a heading: the whole heading first, then its last part. <c>Name@2</c> is the second of its name.</summary>
    private static List<int> Find(List<(string Whole, string Last)> keys, string wanted)
    {
        int? which = null;
        var at = wanted.LastIndexOf('@');
        if (at > 0 && int.TryParse(wanted.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            (wanted, which) = (wanted[..at], number);
        }

        var key = HeaderText.Key(wanted);
        var found = Indices(keys, pair => pair.Whole == key);
        if (found.Count == 0)
        {
            found = Indices(keys, pair => pair.Last == key);
        }

        return which is null ? found : which >= 1 && which <= found.Count ? [found[which.Value - 1]] : [];
    }

    private static List<int> Indices(List<(string Whole, string Last)> keys, Func<(string Whole, string Last), bool> fits) =>
        [.. Enumerable.Range(0, keys.Count).Where(index => keys[index].Whole.Length > 0 && fits(keys[index]))];

    private static (string Whole, string Last) Keys(string heading)
    {
        var cut = heading.LastIndexOf(" / ", StringComparison.Ordinal);
        return (HeaderText.Key(heading), HeaderText.Key(cut < 0 ? heading : heading[(cut + 3)..]));
    }

    private static List<(string, int)> Family(HeaderBlock header, string pattern)
    {
        var expression = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        var members = new List<(string, int)>();
        for (var index = 0; index < header.Headings.Count; index++)
        {
            var found = expression.Match(header.Headings[index].Normalize(System.Text.NormalizationForm.FormKC));
            if (found.Success)
            {
                members.Add((found.Groups.Values.Skip(1).FirstOrDefault(group => group.Success)?.Value ?? found.Value, index));
            }
        }

        return members;
    }
}
