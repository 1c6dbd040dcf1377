namespace Saima.Kernel.Chinese;

/// <summary>What somebody typed to find a name: every word must be in it, as it is written or, if it is of letters, as initials of the pinyin.</summary>
public sealed class NameSearch
{
    private readonly (string Word, bool Letters)[] words;

    /// <param name="typed">In either script and any case; words are parted by blanks.</param>
    public NameSearch(string? typed) =>
        words = [.. TraditionalChinese.Simplified(typed ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => (word, word.All(char.IsAsciiLetterLower)))];

    /// <summary>What a search looks into.</summary>
    public static string Haystack(params IEnumerable<string?> texts) => TraditionalChinese.Simplified(string.Join('\n', texts)).ToLowerInvariant();

    /// <param name="haystack">By <see cref="Haystack"/>.</param>
    /// <param name="initials">Of the name, by <see cref="PinyinInitials.Masks"/>.</param>
    public bool Finds(string haystack, uint[] initials)
    {
        ArgumentNullException.ThrowIfNull(haystack);
        foreach (var (word, letters) in words)
        {
            if (!haystack.Contains(word, StringComparison.Ordinal) && !(letters && PinyinInitials.Match(initials, word)))
            {
                return false;
            }
        }

        return true;
    }
}
