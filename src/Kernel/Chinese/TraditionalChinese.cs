using System.Globalization;
using System.Text;

namespace Saima.Kernel.Chinese;

/// <summary>
/// 繁体 traditional characters for simplified ones, as written in Taiwan, by the longest known phrase first (OpenCC's dictionaries);
/// and simplified ones for traditional, character by character, for searching.
/// </summary>
public static class TraditionalChinese
{
    private static readonly Lazy<Dictionaries> Known = new(Read);

    /// <summary>Whether the culture reads traditional characters.</summary>
    public static bool IsFor(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.Name.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) || culture.Name is "zh-TW" or "zh-HK" or "zh-MO";
    }

    /// <summary>The text in traditional characters; what is no simplified character stays.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyInRange('㐀', '鿿');
        if (first < 0)
        {
            return text;
        }

        var known = Known.Value;
        var written = new StringBuilder(text.Length).Append(text, 0, first);
        for (var at = first; at < text.Length;)
        {
            if (known.Phrase(text.AsSpan(at)) is { } phrase)
            {
                written.Append(phrase);
                at += phrase.Length;
            }
            else
            {
                written.Append(known.Traditional.GetValueOrDefault(text[at], text[at]));
                at++;
            }
        }

        return written.ToString();
    }

    /// <summary>The text with every traditional character replaced by its simplified one.</summary>
    public static string Simplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyInRange('㐀', '鿿') < 0 ? text
            : string.Create(text.Length, text, (span, source) =>
            {
                for (var at = 0; at < span.Length; at++)
                {
                    span[at] = Known.Value.Simplified.GetValueOrDefault(source[at], source[at]);
                }
            });
    }

    // Three parts with an empty line between them, made by traditional.mjs: characters, phrases, characters backwards.
    private static Dictionaries Read()
    {
        using var stream = typeof(TraditionalChinese).Assembly.GetManifestResourceStream("Saima.Kernel.Chinese.traditional.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var parts = reader.ReadToEnd().TrimEnd('\n').Split("\n\n").Select(part => part.Split('\n')).ToArray();
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        var longest = new Dictionary<char, int>();
        foreach (var line in parts[1])
        {
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            phrases.Add(line[..cut], line[(cut + 1)..]);
            longest[line[0]] = Math.Max(longest.GetValueOrDefault(line[0]), cut);
        }

        return new(parts[0].ToDictionary(line => line[0], line => line[1]), phrases, longest, parts[2].ToDictionary(line => line[0], line => line[1]));
    }

    /// <param name="Longest">Length of the longest phrase by its first character.</param>
    private sealed record Dictionaries(Dictionary<char, char> Traditional, Dictionary<string, string> Phrases, Dictionary<char, int> Longest, Dictionary<char, char> Simplified)
    {
        private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();

        public string? Phrase(ReadOnlySpan<char> text)
        {
            if (Longest.TryGetValue(text[0], out var length))
            {
                for (length = Math.Min(length, text.Length); length > 1; length--)
                {
                    if (lookup.TryGetValue(text[..length], out var phrase))
                    {
                        return phrase;
                    }
                }
            }

            return null;
        }
    }
}
