using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identifiers;

public enum LineageKind
{
    /// <summary>重新审批: one project goes on as another.</summary>
    Reapproval,

    /// <summary>拆分: one becomes several.</summary>
    Split,

    /// <summary>合并: several become one.</summary>
    Merge,
}

/// <summary>How projects ended in others on a day.</summary>
public sealed record LineageStep(LineageKind Kind, DateOnly On, IReadOnlyList<ProjectId> From, IReadOnlyList<ProjectId> To, string Document);

/// <summary>
/// 项目沿革: where projects came from and what became of them. A project ends at most once and begins at most once,
/// steps go forward in time, and so nothing is ever its own ancestor.
/// </summary>
public sealed class ProjectLineage
{
    private readonly Dictionary<ProjectId, LineageStep> _ended;
    private readonly Dictionary<ProjectId, LineageStep> _began;

    private ProjectLineage(IReadOnlyList<LineageStep> steps)
    {
        Steps = steps;
        _ended = steps.SelectMany(step => step.From, (step, id) => (step, id)).ToDictionary(pair => pair.id, pair => pair.step);
        _began = steps.SelectMany(step => step.To, (step, id) => (step, id)).ToDictionary(pair => pair.id, pair => pair.step);
    }

    public static ProjectLineage None { get; } = new([]);

    public IReadOnlyList<LineageStep> Steps { get; }

    public Outcome<ProjectLineage> With(LineageStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var (fits, zh, en) = step.Kind switch
        {
            LineageKind.Reapproval => (step.From.Count == 1 && step.To.Count == 1, "重新审批是一个项目变为另一个项目。", "A re-approval turns one project into one other."),
            LineageKind.Split => (step.From.Count == 1 && step.To.Count >= 2, "拆分是一个项目变为两个以上的项目。", "A split turns one project into two or more."),
            _ => (step.From.Count >= 2 && step.To.Count == 1, "合并是两个以上的项目变为一个项目。", "A merge turns two or more projects into one."),
        };
        if (!fits)
        {
            return IdentifierRefusals.Lineage(zh, en);
        }

        var named = step.From.Concat(step.To).ToList();
        if (named.Distinct().Count() != named.Count)
        {
            return IdentifierRefusals.Lineage("同一项目在一次变更中出现两次。", "A project is named twice in one step.");
        }

        foreach (var id in step.From)
        {
            if (_ended.ContainsKey(id))
            {
                return IdentifierRefusals.Lineage($"项目 {id} 已经变为别的项目。", $"Project {id} has already gone on as another.");
            }

            if (_began.TryGetValue(id, out var began) && step.On < began.On)
            {
                return IdentifierRefusals.Lineage($"项目 {id} 在形成之前就已结束。", $"Project {id} would end before it began.");
            }
        }

        foreach (var id in step.To)
        {
            if (_began.ContainsKey(id))
            {
                return IdentifierRefusals.Lineage($"项目 {id} 已有来源。", $"Project {id} already came from another.");
            }

            if (_ended.TryGetValue(id, out var ended) && ended.On < step.On)
            {
                return IdentifierRefusals.Lineage($"项目 {id} 在形成之前就已结束。", $"Project {id} would end before it began.");
            }

            if (step.From.Any(from => Origins(from).Contains(id)))
            {
                return IdentifierRefusals.Lineage($"项目 {id} 会成为自己的来源。", $"Project {id} would come from itself.");
            }
        }

        return new ProjectLineage([.. Steps, step]);
    }

    /// <summary>The projects that carry on a project on a day: itself if it has not ended, none that has ended.</summary>
    public IReadOnlyList<ProjectId> CarriedOnBy(ProjectId id, DateOnly day)
    {
        var found = new List<ProjectId>();
        var open = new Stack<ProjectId>([id]);
        while (open.TryPop(out var one))
        {
            if (_ended.TryGetValue(one, out var step) && step.On <= day)
            {
                foreach (var next in step.To.Reverse())
                {
                    open.Push(next);
                }
            }
            else if (!found.Contains(one))
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <summary>All projects a project came from, nearest first.</summary>
    public IReadOnlyList<ProjectId> Origins(ProjectId id)
    {
        var found = new List<ProjectId>();
        var open = new Queue<ProjectId>([id]);
        while (open.TryDequeue(out var one))
        {
            if (!_began.TryGetValue(one, out var step))
            {
                continue;
            }

            foreach (var from in step.From.Where(from => !found.Contains(from)))
            {
                found.Add(from);
                open.Enqueue(from);
            }
        }

        return found;
    }
}
