using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Chinese;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Standings;

/// <summary>The listing of one settled edition in memory, read-only: it never changes, and a search through a hundred thousand rows takes milliseconds on whichever database.</summary>
public sealed class RoundBoard
{
    private readonly Dictionary<string, BoardRow> byProject;

    private RoundBoard(IReadOnlyList<BoardRow> rows)
    {
        Rows = rows;
        byProject = rows.ToDictionary(row => row.Project, StringComparer.Ordinal);
    }

    /// <summary>In the order of the listing.</summary>
    public IReadOnlyList<BoardRow> Rows { get; }

    /// <param name="rows">Of one listing, in its order, every project once.</param>
    public static RoundBoard Of(IReadOnlyList<BoardRow> rows) => new(rows);

    public static async Task<RoundBoard> Read(SaimaDb db, long roundId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<BoardRow>();
        await foreach (var row in db.Set<StandingRow>().Where(row => row.RoundId == roundId).OrderBy(row => row.Position)
            .Select(row => new { row.Position, row.Rank, row.Lane, row.Project, row.Name, row.Unit, row.Flag, row.Reasons, row.Score }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows.Add(new(row.Position, row.Rank, Once(row.Lane), row.Project, row.Name, Once(row.Unit), row.Flag, Once(row.Reasons), row.Score));
        }

        return new(rows);

        string Once(string text) => said.TryGetValue(text, out var known) ? known : said[text] = text;
    }

    public BoardRow? Of(string project) => byProject.GetValueOrDefault(project);

    /// <summary>The rows a filter lets through, in their order.</summary>
    /// <param name="changes">Since the round before, for those who ask who moved; empty if there is none before: then nobody did.</param>
    public IReadOnlyList<BoardRow> Find(StandingFilter filter, Movements? changes)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Flag? flag = Enum.TryParse<Flag>(filter.Flag, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (filter.Flag is not null && flag is null)
        {
            return [];
        }

        var search = new NameSearch(filter.Search);
        if (filter is { Lane: null, IsNarrow: false })
        {
            return Rows;
        }

        var found = new List<BoardRow>();
        for (var at = 0; at < Rows.Count; at++)
        {
            var row = Rows[at];
            if ((filter.Lane is null || row.Lane == filter.Lane) && (flag is null || row.Flag == flag) && (filter.Unit is null || row.Unit == filter.Unit)
                && (filter.Moved is null || changes?.Ways[at] == filter.Moved) && row.IsFoundBy(search))
            {
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>The snails and then the yellow flags, the lowest score first.</summary>
    public IReadOnlyList<BoardRow> Behind(int most) =>
        [.. Rows.Where(row => row.Flag is Flag.Snail or Flag.Yellow).OrderByDescending(row => row.Flag).ThenBy(row => row.Score ?? long.MinValue).ThenBy(row => row.Position).Take(most)];
}
