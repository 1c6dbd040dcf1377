namespace Saima.Modules.Races.Review;

/// <summary>How an item of the agenda was decided.</summary>
public enum ReviewOutcome
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>需调整: the round goes back and is settled again.</summary>
    Change,

    /// <summary>缓议: decided another time.</summary>
    Defer,
}

/// <summary>审定会: a meeting at which the leading group reviews a round. Never changed: another place or other people are another call, and what was signed before has lapsed.</summary>
public sealed class ReviewMeeting
{
    public long Id { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>Number of the call, from 1; the latest is in force.</summary>
    public int Number { get; set; }

    public DateOnly HeldOn { get; set; }

    public required string Place { get; set; }

    /// <summary>Name of who chairs it.</summary>
    public required string Chair { get; set; }

    /// <summary>签署人数: how many sign with approval besides the chair, at least 1.</summary>
    public int Quorum { get; set; }

    /// <summary>Stable id of who called it.</summary>
    public required string CalledBy { get; set; }

    public required string CalledName { get; set; }

    public DateTimeOffset CalledAt { get; set; }
}

/// <summary>Somebody present at a meeting, the chair among them.</summary>
public sealed class ReviewAttendee
{
    public long MeetingId { get; set; }

    /// <summary>From 1, in the order in which they are listed.</summary>
    public int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>职务, where it is said.</summary>
    public string? Post { get; set; }
}

/// <summary>How an item was decided: only ever added, the latest counts as long as what it was decided on is so.</summary>
public sealed class ReviewDecision
{
    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>Key of the item, see <see cref="AgendaItem.Key"/>.</summary>
    public required string Item { get; set; }

    /// <summary>From 1 without gaps: of two that were taken at once only one counts.</summary>
    public int Version { get; set; }

    public ReviewOutcome Outcome { get; set; }

    public string? Reason { get; set; }

    /// <summary>Fingerprint of the facts that were decided on.</summary>
    public required string Facts { get; set; }

    /// <summary>Stable id of who settled what was decided on.</summary>
    public string? ScoredBy { get; set; }

    /// <summary>Stable id of who recorded the decision.</summary>
    public required string DecidedBy { get; set; }

    public required string DecidedName { get; set; }

    public DateTimeOffset DecidedAt { get; set; }
}

/// <summary>签署: by somebody present, in a session of their own, on a bundle and on all decisions. Where either changes it has lapsed.</summary>
public sealed class ReviewSignature
{
    public long Id { get; set; }

    public long MeetingId { get; set; }

    /// <summary>Stable id of who signs.</summary>
    public required string SignedBy { get; set; }

    public required string SignedName { get; set; }

    public DateTimeOffset SignedAt { get; set; }

    /// <summary>With approval, or only as present.</summary>
    public bool Approves { get; set; }

    public bool AsChair { get; set; }

    /// <summary>The bundle under review.</summary>
    public required string BundleHash { get; set; }

    /// <summary>Fingerprint of the agenda with its decisions.</summary>
    public required string Agenda { get; set; }

    /// <summary>Stable id of who settled the bundle.</summary>
    public string? ScoredBy { get; set; }
}
