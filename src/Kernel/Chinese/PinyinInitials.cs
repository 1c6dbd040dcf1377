using System.Text;

namespace Saima.Kernel.Chinese;

/// <summary>首字母 initials of pinyin: what people type to find a Chinese name without an input method. A character with several readings has several.</summary>
public static class PinyinInitials
{
    private const char First = '一';
    private static readonly Lazy<uint[]> Table = new(Read);

    /// <summary>The letters a character may begin with, a bit for each from <c>a</c> (lowest) to <c>z</c>; letters stand for themselves, anything else for nothing.</summary>
    public static uint Of(char character)
    {
        var letter = char.ToLowerInvariant(character);
        if (char.IsAsciiLetterLower(letter))
        {
            return 1u << (letter - 'a');
        }

        var at = character - First;
        return (uint)at < (uint)Table.Value.Length ? Table.Value[at] : 0;
    }

    /// <summary>The initials of a name, one mask for each character that has any: digits, blanks and punctuation are passed over.</summary>
    public static uint[] Masks(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. name.Select(Of).Where(mask => mask != 0)];
    }

    /// <summary>Whether letters typed one after the other are initials of characters that follow one another in the name.</summary>
    /// <param name="masks">Of the name, by <see cref="Masks"/>.</param>
    /// <param name="typed">Lower-case letters; nothing else matches.</param>
    public static bool Match(ReadOnlySpan<uint> masks, ReadOnlySpan<char> typed)
    {
        for (var start = 0; start + typed.Length <= masks.Length; start++)
        {
            var at = 0;
            while (at < typed.Length && char.IsAsciiLetterLower(typed[at]) && (masks[start + at] & (1u << (typed[at] - 'a'))) != 0)
            {
                at++;
            }

            if (at == typed.Length)
            {
                return true;
            }
        }

        return false;
    }

    // A line for each character from U+4E00 on: its initials, made by pinyin-initials.mjs.
    private static uint[] Read()
    {
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream("Saima.Kernel.Chinese.pinyin-initials.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return [.. reader.ReadToEnd().TrimEnd('\n').Split('\n').Select(line => line.Aggregate(0u, (mask, letter) => mask | (1u << (letter - 'a'))))];
    }
}
