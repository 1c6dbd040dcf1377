using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Saima.Modules.Audit.Lines;

/// <summary>A place in the ledger ordered by time: lines of one moment are told apart by their number.</summary>
public readonly record struct LineKey(long At, long Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}.{Number}");

    public static LineKey? Read(string? text) =>
        text?.Split('.') is [var at, var number]
        && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var moment) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new(moment, line) : null;
}

/// <summary>What is asked of the ledger.</summary>
/// <param name="By">Who, by the name the ledger has.</param>
/// <param name="Action">Code of the act.</param>
/// <param name="Subject">The thing, as the ledger names it.</param>
/// <param name="Search">Part of a name, a thing or a reason.</param>
public sealed record LineFilter(string By, string Action, string Subject, DateOnly? From, DateOnly? To, string Search)
{
    private const int Longest = 200;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Only what is older than this line: the way to earlier pages.</summary>
    public LineKey? Before { get; init; }

    /// <summary>Only what is newer: the way back.</summary>
    public LineKey? After { get; init; }

    public bool IsNarrow => By.Length > 0 || Action.Length > 0 || Subject.Length > 0 || From is not null || To is not null || Search.Length > 0;

    /// <summary>First moment asked for, in milliseconds.</summary>
    public long? FromAt => From is { } day ? Start(day) : null;

    /// <summary>First moment that is not asked for any more.</summary>
    public long? ToAt => To is { } day && day < DateOnly.MaxValue ? Start(day.AddDays(1)) : null;

    public static LineFilter Of(string by = "", string action = "", string subject = "") => new(by, action, subject, null, null, "");

    public static LineFilter Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string Text(string key) => query[key].ToString().Trim() is { Length: > Longest } typed ? typed[..Longest] : query[key].ToString().Trim();
        DateOnly? Day(string key) => DateOnly.TryParseExact(query[key].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new(Text("by"), Text("act"), Text("thing"), Day("from"), Day("to"), Text("q")) { Before = LineKey.Read(query["before"]), After = LineKey.Read(query["after"]) };
    }

    /// <summary>As the rest of an address.</summary>
    public QueryString ToQuery() => QueryString.Create(new Dictionary<string, string?>
    {
        ["by"] = By,
        ["act"] = Action,
        ["thing"] = Subject,
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["q"] = Search,
        ["before"] = Before?.ToString(),
        ["after"] = After?.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The same lines from the newest on.</summary>
    public LineFilter Whole() => this with { Before = null, After = null };

    private static long Start(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).ToUnixTimeMilliseconds();
}
