namespace Saima.Modules.Audit.Checks;

/// <summary>What is odd about the times and numbers of the ledger.</summary>
public enum OddKind
{
    /// <summary>A line is older than the one before it: a clock was set back.</summary>
    Back,

    /// <summary>Nothing for longer than the longest holidays: a clock was set on, or the platform stood still.</summary>
    Jump,

    /// <summary>A line is of a time that has not come.</summary>
    Ahead,

    /// <summary>Numbers are missing.</summary>
    Gap,
}

/// <summary>Something odd between two lines.</summary>
/// <param name="Number">The line at which it shows.</param>
/// <param name="Before">Number of the line before.</param>
public sealed record OddLine(OddKind Kind, long Number, long At, long Before, long BeforeAt);

/// <summary>Goes along the ledger by number and keeps what is odd.</summary>
public sealed class ClockWatch
{
    /// <summary>Findings that are kept; the others are counted.</summary>
    public const int Most = 200;

    /// <summary>Who writes first need not be who began first: so much later may a line of an earlier moment come.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>Clocks of two computers differ by so much.</summary>
    public static readonly TimeSpan Fast = TimeSpan.FromMinutes(5);

    /// <summary>Longer than the longest public holiday with the weekends beside it.</summary>
    public static readonly TimeSpan Silent = TimeSpan.FromDays(12);

    private readonly List<OddLine> findings = [];

    /// <summary>The last line that was looked at; 0 for none.</summary>
    public long Number { get; private set; }

    public long At { get; private set; }

    public long Total { get; private set; }

    public IReadOnlyList<OddLine> Findings => findings;

    /// <param name="now">In milliseconds, when the line is looked at.</param>
    public void Add(long number, long at, long now)
    {
        if (number != Number + 1)
        {
            Keep(OddKind.Gap, number, at);
        }

        if (Number > 0 && at < At - (long)Late.TotalMilliseconds)
        {
            Keep(OddKind.Back, number, at);
        }
        else if (Number > 0 && at > At + (long)Silent.TotalMilliseconds)
        {
            Keep(OddKind.Jump, number, at);
        }

        if (at > now + (long)Fast.TotalMilliseconds)
        {
            Keep(OddKind.Ahead, number, at);
        }

        (Number, At) = (number, at);
    }

    private void Keep(OddKind kind, long number, long at)
    {
        Total++;
        if (findings.Count < Most)
        {
            findings.Add(new(kind, number, at, Number, At));
        }
    }
}
