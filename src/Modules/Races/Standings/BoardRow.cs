using Saima.Engines.Scoring;
using Saima.Kernel.Chinese;

namespace Saima.Modules.Races.Standings;

/// <summary>A row of the listing as it is kept in memory: what is searched, narrowed and compared; the figures are read for the page that is shown.</summary>
/// <param name="Position">Row of the listing from 1.</param>
/// <param name="Reasons">Codes joined with <c>|</c>.</param>
public sealed record BoardRow(int Position, int? Rank, string Lane, string Project, string Name, string Unit, Flag Flag, string Reasons, long? Score)
{
    private readonly string haystack = NameSearch.Haystack(Name, Project);
    private readonly uint[] initials = PinyinInitials.Masks(Name);

    public bool IsFoundBy(NameSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return search.Finds(haystack, initials);
    }
}
