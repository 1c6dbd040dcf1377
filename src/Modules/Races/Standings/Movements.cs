namespace Saima.Modules.Races.Standings;

/// <summary>A project whose rank in its lane is another than in the round before.</summary>
/// <param name="Places">Places won; lost if negative.</param>
public sealed record Move(BoardRow Row, int Then, int Places);

/// <summary>What changed on the board since the round before: ranks are compared inside one lane only.</summary>
/// <param name="Up">Who rose, the most first.</param>
/// <param name="Down">Who fell, the most first.</param>
/// <param name="Joined">How many were not in the round before.</param>
/// <param name="Left">Who was in the round before and is not in this one, in the order of that listing.</param>
public sealed record Movements(IReadOnlyList<Move> Up, IReadOnlyList<Move> Down, int Joined, IReadOnlyList<BoardRow> Left)
{
    /// <summary>How many of each are shown.</summary>
    public const int Most = 20;

    public int Risen { get; private init; } = Up.Count;

    public int Fallen { get; private init; } = Down.Count;

    public int Gone { get; private init; } = Left.Count;

    /// <summary>How each row of the listing moved, in its order: <c>up</c>, <c>down</c>, <c>new</c>, or empty.</summary>
    public IReadOnlyList<string?> Ways { get; private init; } = [];

    /// <summary>Only those that are shown; the counts stay.</summary>
    public Movements Shortened() => this with { Up = [.. Up.Take(Most)], Down = [.. Down.Take(Most)], Left = [.. Left.Take(Most)] };

    public static Movements Between(RoundBoard before, RoundBoard now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var moves = new List<Move>();
        var joined = 0;
        var ways = new string?[now.Rows.Count];
        for (var at = 0; at < ways.Length; at++)
        {
            var row = now.Rows[at];
            if (before.Of(row.Project) is not { } then)
            {
                joined++;
                ways[at] = "new";
            }
            else if (then.Lane == row.Lane && then.Rank is { } old && row.Rank is { } rank && old != rank)
            {
                moves.Add(new(row, old, old - rank));
                ways[at] = rank < old ? "up" : "down";
            }
        }

        return new(
            [.. moves.Where(move => move.Places > 0).OrderByDescending(move => move.Places).ThenBy(move => move.Row.Position)],
            [.. moves.Where(move => move.Places < 0).OrderBy(move => move.Places).ThenBy(move => move.Row.Position)],
            joined,
            [.. before.Rows.Where(row => now.Of(row.Project) is null)])
        { Ways = ways };
    }
}
