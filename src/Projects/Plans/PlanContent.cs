using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Projects.Plans;

/// <summary>A milestone as it is planned.</summary>
/// <param name="Weight">Of the project's milestones together, in percent; they add up to 100.</param>
public sealed record PlannedMilestone(string Name, DateOnly On, int Weight);

/// <summary>What a plan says.</summary>
/// <param name="Annual">年度计划投资, 元.</param>
/// <param name="Months">Planned in each month alone, twelve, 元; they add up to <paramref name="Annual"/>.</param>
public sealed record PlanContent(long Annual, IReadOnlyList<long> Months, IReadOnlyList<PlannedMilestone> Milestones)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Planned at the end of each month, from January on.</summary>
    public IReadOnlyList<long> Cumulative()
    {
        var sum = 0L;
        return [.. Months.Select(month => sum += month)];
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PlanContent Of(BaselinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonSerializer.Deserialize<PlanContent>(plan.Content, Json)!;
    }

    public bool Same(PlanContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Annual == other.Annual && Months.SequenceEqual(other.Months) && Milestones.SequenceEqual(other.Milestones);
    }

    /// <summary>Share of the milestones that are reached, by weight, in percent.</summary>
    /// <param name="reached">Names of the milestones that are reached.</param>
    public int Reached(IReadOnlySet<string> reached)
    {
        ArgumentNullException.ThrowIfNull(reached);
        return Milestones.Where(milestone => reached.Contains(milestone.Name)).Sum(milestone => milestone.Weight);
    }
}
