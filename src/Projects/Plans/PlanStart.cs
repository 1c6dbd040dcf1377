using Saima.Projects.Profile;

namespace Saima.Projects.Plans;

/// <summary>What a plan is begun with: the latest baseline, or what the register has.</summary>
internal static class PlanStart
{
    public static PlanContent Of(ProjectProfile profile, ProjectPlans plans)
    {
        if (plans.Plans is [{ State: PlanState.Returned } returned, ..])
        {
            return PlanContent.Of(returned);
        }

        if (plans.Baselines is [.., var baseline])
        {
            return PlanContent.Of(baseline);
        }

        var season = profile.Project.Season;
        var months = new long[12];
        foreach (var plan in profile.Plans.Where(plan => plan.Month / 100 == season))
        {
            months[(plan.Month % 100) - 1] = plan.Planned;
        }

        var count = profile.Milestones.Count;
        return new(profile.Project.AnnualPlan, months, [.. profile.Milestones.Select((milestone, at) => new PlannedMilestone(milestone.Name, milestone.PlannedOn, (100 / count) + (at < 100 % count ? 1 : 0)))]);
    }
}
