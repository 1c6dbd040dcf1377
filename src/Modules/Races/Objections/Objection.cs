namespace Saima.Modules.Races.Objections;

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>Handed in 已提交.</summary>
    Submitted,

    /// <summary>Admitted 已受理, waits for its decision.</summary>
    Received,

    /// <summary>Not admitted, with a reason 不予受理.</summary>
    NotAdmitted,

    /// <summary>Decided, with reasons 已裁决.</summary>
    Decided,

    /// <summary>Taken back by who handed it in 已撤回.</summary>
    Withdrawn,
}

/// <summary>What may be done with an objection.</summary>
public enum ObjectionAction
{
    Submit,
    Receive,
    Refuse,
    Decide,
    Withdraw,
}

/// <summary>How an objection was decided.</summary>
public enum ObjectionOutcome
{
    /// <summary>The claimed value is right 成立.</summary>
    Upheld,

    /// <summary>Another value than the claimed one is right 部分成立.</summary>
    PartlyUpheld,

    /// <summary>The value stays 不成立.</summary>
    Rejected,
}

/// <summary>异议: what a unit holds to be wrong in the data or the flag of one of its projects, in one round. Its content is never changed; what happens to it is added.</summary>
public sealed class Objection
{
    public long Id { get; set; }

    /// <summary>Number of the receipt, e.g. <c>YY-2023-4-001</c>.</summary>
    public required string Number { get; set; }

    public int Season { get; set; }

    public int Round { get; set; }

    /// <summary>Number within the round, from 1 without gaps.</summary>
    public int Sequence { get; set; }

    public required string Project { get; set; }

    /// <summary>Code of the responsible unit when it was handed in.</summary>
    public required string Unit { get; set; }

    /// <summary>The settled edition it is about.</summary>
    public long EditionId { get; set; }

    /// <summary>Stable id of who settled the edition in force when it was handed in, and then when it was decided.</summary>
    public required string ScoredBy { get; set; }

    /// <summary>A <see cref="ContestedItem"/> as its code.</summary>
    public required string Item { get; set; }

    /// <summary>What the unit says it should be; empty where it contests a reason, or a day that should not be there.</summary>
    public string? Claimed { get; set; }

    /// <summary>What the frozen data say.</summary>
    public string? Frozen { get; set; }

    public required string Statement { get; set; }

    public ObjectionState State { get; set; }

    /// <summary>Number of the latest step, from 1: of two that were taken at once only one counts.</summary>
    public int Revision { get; set; }

    /// <summary>Stable id of who handed it in.</summary>
    public required string SubmittedBy { get; set; }

    public required string SubmittedName { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    public DateTimeOffset? ReceivedAt { get; set; }

    public ObjectionOutcome? Outcome { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was decided so, or not admitted; published with the round.</summary>
    public string? Reasons { get; set; }

    /// <summary>The fact that is corrected, a <see cref="ContestedItem"/> as its code; empty where the register was right already.</summary>
    public string? Corrects { get; set; }

    /// <summary>What the data said of it before.</summary>
    public string? CorrectedFrom { get; set; }

    /// <summary>What it is corrected to.</summary>
    public string? CorrectedTo { get; set; }

    /// <summary>The <see cref="ObjectionEffect"/> the decider saw, JSON.</summary>
    public string? Effect { get; set; }

    /// <summary>When the register was corrected.</summary>
    public DateTimeOffset? CorrectedAt { get; set; }

    /// <summary>The change of the register since which the register says so.</summary>
    public long? ChangeId { get; set; }

    /// <summary>Whether anybody still has to decide.</summary>
    public bool IsOpen => State is ObjectionState.Submitted or ObjectionState.Received;

    /// <summary>Whether something in the data changes by it.</summary>
    public bool IsUpheld => Outcome is ObjectionOutcome.Upheld or ObjectionOutcome.PartlyUpheld;
}

/// <summary>One step of an objection: only ever added.</summary>
public sealed class ObjectionStep
{
    public long ObjectionId { get; set; }

    /// <summary>From 1 without gaps.</summary>
    public int Revision { get; set; }

    public ObjectionAction Action { get; set; }

    public ObjectionState State { get; set; }

    /// <summary>Stable id of the person.</summary>
    public required string Person { get; set; }

    /// <summary>Name of the person when it was done.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A piece of the project's evidence that an objection rests on, with its fingerprint when it was named.</summary>
public sealed class ObjectionEvidence
{
    public long ObjectionId { get; set; }

    public long EvidenceId { get; set; }

    public required string Hash { get; set; }
}
