using Saima.Engines.Scoring;
using Saima.Kernel.Chinese;

namespace Saima.Modules.Races.Standings;

/// <summary>A row of the listing as it is kept in memory: what is searched, narrowed and compared; the figures are read for the page that is shown.</summary>
/// <param name="Position">Row of the listing from 1.</param>
/// <param name="Reasons">Codes joined with <c>|</c>.</param>
public sealed record BoardRow(int Position, int? Rank, string Lane, string Project, string Name, string Unit, Flag Flag, string Reasons, long? Score)
{
    private readonly string haystack = TraditionalChinese.Simplified(Name + '\n' + Project).ToLowerInvariant();
    private readonly uint[] initials = PinyinInitials.Masks(Name);

    /// <summary>Whether name, code or initials of the pinyin hold a word.</summary>
    /// <param name="word">In lower case and simplified characters.</param>
    public bool Says(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return haystack.Contains(word, StringComparison.Ordinal) || (word.All(char.IsAsciiLetterLower) && PinyinInitials.Match(initials, word));
    }
}
