namespace Saima.Modules.Races.Standings;

/// <summary>What a visitor asked the listing for; what is empty does not narrow.</summary>
public sealed record StandingFilter(string? Lane, string? Flag, string? Unit, string? Search, int Page)
{
    private static readonly string[] Moves = ["up", "down", "new"];

    /// <summary><c>up</c>, <c>down</c> or <c>new</c> since the round before.</summary>
    public string? Moved { get; init; }

    public const int PageSize = 100;

    /// <summary>As it came in the address: blanks trimmed, a search cut to a sensible length.</summary>
    public static StandingFilter From(string? lane, string? flag, string? unit, string? search, int? page) => new(
        Clean(lane), Clean(flag), Clean(unit), Clean(search) is { Length: > 100 } text ? text[..100] : Clean(search), Math.Clamp(page ?? 1, 1, 1_000_000));

    public bool IsNarrow => Flag is not null || Moved is not null || Unit is not null || Search is not null;

    /// <summary>The same question, narrowed to a movement; what is none is not heard.</summary>
    public StandingFilter WithMove(string? moved) => this with { Moved = Moves.Contains(moved, StringComparer.Ordinal) ? moved : null };

    /// <summary>The same question of another lane, or of all.</summary>
    public StandingFilter In(string? lane) => this with { Lane = lane, Page = 1 };

    /// <summary>Everything of the lane.</summary>
    public StandingFilter Wide() => new(Lane, null, null, null, 1);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
