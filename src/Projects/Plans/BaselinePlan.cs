namespace Saima.Projects.Plans;

/// <summary>Where a plan stands on its way to being a baseline.</summary>
public enum PlanState
{
    /// <summary>Handed in 待审核.</summary>
    Submitted,

    /// <summary>Checked by the unit 待批准.</summary>
    Checked,

    /// <summary>Approved: a baseline 基线.</summary>
    Approved,

    /// <summary>Sent back with a reason 退回.</summary>
    Returned,
}

/// <summary>What may be done with a plan.</summary>
public enum PlanAction
{
    Submit,
    Check,
    Approve,
    Return,
}

/// <summary>
/// 计划: a project's plan for a season on its way to approval. The first one approved is the baseline; another one approved is a decision to re-baseline, which says what was changed, why, on what document and
/// from which round it counts. None is ever changed or removed.
/// </summary>
public sealed class BaselinePlan
{
    public long Id { get; set; }

    public int Season { get; set; }

    public required string Project { get; set; }

    /// <summary>Number among the plans of the project, from 1 without gaps.</summary>
    public int Version { get; set; }

    public PlanState State { get; set; }

    /// <summary>Number of the latest step, from 1: of two that were taken at once only one counts.</summary>
    public int Revision { get; set; }

    /// <summary><see cref="PlanContent"/> as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>Why the baseline is to change; empty for the first.</summary>
    public string? Reason { get; set; }

    /// <summary>The document that decides it, by title and number.</summary>
    public string? Document { get; set; }

    /// <summary>First round, 1 to 6, to which it applies; 1 for the first baseline.</summary>
    public int CountsFrom { get; set; }

    /// <summary>Stable id of who handed it in.</summary>
    public required string SubmittedBy { get; set; }

    public required string SubmittedName { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    public string? CheckedBy { get; set; }

    public string? CheckedName { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Who approved it or sent it back.</summary>
    public string? DecidedBy { get; set; }

    public string? DecidedName { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? ReturnReason { get; set; }
}
