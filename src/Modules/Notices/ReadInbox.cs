using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Tasks;

namespace Saima.Modules.Notices;

/// <summary>Everything somebody has to do, the earliest last day first, what has none at the end.</summary>
public static class ReadInbox
{
    public static async Task<IReadOnlyList<OpenTask>> Run(SaimaDb db, IEnumerable<TaskSource> sources, Actor actor, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var tasks = new List<OpenTask>();
        foreach (var source in sources)
        {
            tasks.AddRange(await source.Read(db, actor, today, cancel));
        }

        return [.. tasks.OrderBy(task => task.Due ?? DateOnly.MaxValue).ThenBy(task => task.Key, StringComparer.Ordinal)];
    }
}
