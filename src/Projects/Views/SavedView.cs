namespace Saima.Projects.Views;

/// <summary>常用筛选: an address of the list, kept under a name for everybody. A view is never rewritten: another name is another row that says which it replaces.</summary>
public sealed class SavedView
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>What follows the question mark: conditions, order and columns, for any season.</summary>
    public required string Query { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The row that had another name.</summary>
    public long? ReplacesId { get; set; }

    /// <summary>When it was renamed or taken away; empty while it is offered.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
