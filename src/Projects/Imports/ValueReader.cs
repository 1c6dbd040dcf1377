using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Saima.Projects.Imports;

/// <summary>Value of a column, cell or field by its name; null is unknown.</summary>
internal delegate string? ColumnValue(string name);

/// <summary>Where values come from while one row is read.</summary>
internal readonly record struct ValueSource(ColumnValue Column, int? Season, string? Member, string? Sheet);

/// <summary>Works out values and conditions; the same text in gives the same text out.</summary>
internal sealed class ValueReader
{
    private readonly Dictionary<string, Regex> expressions = [];

    public string? Read(Value value, in ValueSource source)
    {
        if (value.Column is { } column)
        {
            return source.Column(column);
        }

        if (value.Text is { } text)
        {
            return text;
        }

        if (value.Case is { } cases)
        {
            foreach (var @case in cases)
            {
                if (Holds(@case.When, source))
                {
                    return Read(@case.Then, source);
                }
            }

            return value.Else is { } otherwise ? Read(otherwise, source) : null;
        }

        if (value.First is { } first)
        {
            foreach (var part in first)
            {
                if (Read(part, source) is { } known)
                {
                    return known;
                }
            }

            return null;
        }

        return value.Join is { } join ? Join(join, value.With ?? "", source)
            : value.Hash is { } hash ? Hash(Read(hash, source))
            : value.Month is { } month ? Month(Read(month, source))
            : value.Part is { } part2 ? Part(Read(part2, source), value.Pattern!)
            : value.Pad is { } pad ? Read(pad, source)?.PadLeft(value.Digits, '0')
            : value.Lookup is { } lookup ? Lookup(Read(lookup, source), value, source)
            : value.Season ? source.Season?.ToString("0000", CultureInfo.InvariantCulture)
            : value.Member ? source.Member
            : value.Sheet ? source.Sheet
            : null;
    }

    public bool Holds(IReadOnlyList<Condition> conditions, in ValueSource source)
    {
        foreach (var condition in conditions)
        {
            if (!Holds(condition, source))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(Condition condition, in ValueSource source)
    {
        var value = Read(condition.Value, source);
        if (condition.Known is { } known && known != value is not null)
        {
            return false;
        }

        if (condition.In is { } words && (value is null || !words.Contains(value)))
        {
            return false;
        }

        if (condition.Matches is { } pattern && (value is null || !Expression(pattern).IsMatch(value)))
        {
            return false;
        }

        if (condition.Year is { } year)
        {
            var wanted = year == "season" ? source.Season?.ToString("0000", CultureInfo.InvariantCulture) : year;
            if (value is null || wanted is null || !value.StartsWith(wanted + "-", StringComparison.Ordinal))
            {
                return false;
            }
        }

        if ((condition.AtLeast is not null || condition.Below is not null)
            && (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number < condition.AtLeast || number >= condition.Below))
        {
            return false;
        }

        return condition.NotAfter is not { } limit
            || (value is not null && Read(limit, source) is { } last && string.CompareOrdinal(value, last) <= 0);
    }

    private string? Join(IReadOnlyList<Value> parts, string with, in ValueSource source)
    {
        var texts = new string[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            if (Read(parts[i], source) is not { } text)
            {
                return null;
            }

            texts[i] = text;
        }

        return string.Join(with, texts);
    }

    private static string? Hash(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(HeaderText.Tidy(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant());
        return Convert.ToHexStringLower(SHA256.HashData(bytes)[..4]);
    }

    private static string? Month(string? date) => date is { Length: >= 7 } ? date[..7] : null;

    private string? Part(string? text, string pattern)
    {
        if (text is null)
        {
            return null;
        }

        var found = Expression(pattern).Match(text);
        return !found.Success ? null : found.Groups.Count > 1 ? found.Groups[1].Value : found.Value;
    }

    private string? Lookup(string? word, Value value, in ValueSource source) =>
        word is not null && value.In!.TryGetValue(word, out var meaning) ? meaning : value.Else is { } otherwise ? Read(otherwise, source) : null;

    private Regex Expression(string pattern)
    {
        if (!expressions.TryGetValue(pattern, out var expression))
        {
            expression = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            expressions[pattern] = expression;
        }

        return expression;
    }
}
