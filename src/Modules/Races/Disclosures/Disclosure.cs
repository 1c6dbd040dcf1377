namespace Saima.Modules.Races.Disclosures;

/// <summary>公开属性.</summary>
public enum DisclosureClass
{
    /// <summary>主动公开: shown to everybody.</summary>
    Open,

    /// <summary>依申请公开: handed out to who applies.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    Closed,
}

/// <summary>Where a decision about showing something stands.</summary>
public enum DisclosureState
{
    /// <summary>待审查.</summary>
    Proposed,

    /// <summary>已审查: in force until the next one is.</summary>
    Approved,

    /// <summary>未通过.</summary>
    Refused,
}

/// <summary>
/// A version of the decision whether something is shown in public, on what ground and until when. Never changed once decided; the latest approved one is in force.
/// </summary>
public sealed class Disclosure
{
    public long Id { get; set; }

    /// <summary>What it is about: <see cref="DisclosureKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Which of that kind, e.g. <c>2026/3/1</c>.</summary>
    public required string Key { get; set; }

    /// <summary>The edition it is about; empty for another kind.</summary>
    public long? RoundId { get; set; }

    /// <summary>From 1 for each thing.</summary>
    public int Version { get; set; }

    public DisclosureClass Class { get; set; }

    /// <summary>The clause it rests on.</summary>
    public required string Basis { get; set; }

    /// <summary>Number or title of the document or meeting.</summary>
    public required string Document { get; set; }

    /// <summary>Last day it is shown; empty for as long as nobody withdraws it.</summary>
    public DateOnly? PublishUntil { get; set; }

    /// <summary>Fields whose personal names are masked, with commas between; empty for none.</summary>
    public required string Masked { get; set; }

    /// <summary>Taken down at once by one person, on this ground.</summary>
    public string? Withdrawn { get; set; }

    public DisclosureState State { get; set; }

    /// <summary>Stable id, so that nobody reviews under another name.</summary>
    public required string ProposedById { get; set; }

    public required string ProposedBy { get; set; }

    public DateTimeOffset ProposedAt { get; set; }

    public string? ReviewedById { get; set; }

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>What the reviewer says, e.g. why numbers that look personal are not.</summary>
    public string? Note { get; set; }

    /// <summary>Whether it lets the thing be shown on a day in China.</summary>
    public bool Shows(DateOnly today) => State == DisclosureState.Approved && Withdrawn is null && Class == DisclosureClass.Open && (PublishUntil is null || PublishUntil >= today);
}

/// <summary>What may be shown in public.</summary>
public static class DisclosureKinds
{
    /// <summary>An edition: its pages, its bundle and its files.</summary>
    public const string Edition = "edition";

    /// <summary>通报.</summary>
    public const string Circular = "circular";

    public static string KeyOf(SettledRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return FormattableString.Invariant($"{round.Season}/{round.Round}/{round.Edition}");
    }
}
