using Saima.Kernel.Refusals;

namespace Saima.Modules.Notices.Reminders;

/// <summary>When somebody is reminded of a task.</summary>
public enum Stage
{
    /// <summary>提前三天: from the third working day before the last day.</summary>
    ThreeDays,

    /// <summary>提前一天: from the last working day before it.</summary>
    OneDay,

    /// <summary>逾期: from the day after it.</summary>
    Overdue,
}

/// <summary>提醒: made once for a person, a task, its last day and a stage, whatever is started anew. The task itself stays derived.</summary>
public sealed class Reminder
{
    public long Id { get; set; }

    /// <summary>Stable id of the person, or a unit as <see cref="Addressees"/> writes it.</summary>
    public required string Person { get; set; }

    public required string TaskKey { get; set; }

    public DateOnly Due { get; set; }

    public Stage Stage { get; set; }

    /// <summary>What the task was called then.</summary>
    public required string TitleZh { get; set; }

    public required string TitleEn { get; set; }

    /// <summary>Where it is done, on this site.</summary>
    public required string Address { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Seen, or overtaken by a later stage.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The task is not there any more.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    public Phrase Title => new(TitleZh, TitleEn);
}
