using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Tasks;

/// <summary>待办: something somebody has to do.</summary>
/// <param name="Key">The same as long as it is the same task, so that a calendar knows it again.</param>
/// <param name="Due">Last day; empty where none is set.</param>
public sealed record OpenTask(string Key, Phrase Title, string Address, DateOnly? Due)
{
    /// <summary>Days left until the last day, 0 on it, negative once it is over.</summary>
    public int? DaysLeft(DateOnly today) => Due?.DayNumber - today.DayNumber;
}

/// <summary>A slot of the inbox: what a module knows that somebody has to do. Derived from what is there, never kept: a task is gone once it is done.</summary>
public abstract class TaskSource
{
    /// <param name="today">The day it is in China.</param>
    public abstract Task<IReadOnlyList<OpenTask>> Read(SaimaDb db, Actor actor, DateOnly today, CancellationToken cancel);
}
