using System.Text;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>Everything behind the result of one project.</summary>
/// <param name="At">Position of the project in the settlement's columns.</param>
public sealed record ProjectExplained(
    Recomputed Round, string Project, string Name, string Unit, string UnitName, int At, ProjectMetrics Metrics, Explanation Explanation)
{
    public RuleSet Rules => Round.Order.Rules.Rules;

    public Settlement Settlement => Round.Built.Settlement;
}

/// <summary>Use case: explains one project's result from the bundle alone.</summary>
public static class ExplainProject
{
    /// <param name="round">The round as it was recomputed; only a bundle that was reproduced is explained.</param>
    /// <param name="project">Id of the project.</param>
    public static Outcome<ProjectExplained> Run(Recomputed round, string project)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(project);
        var (package, order, built) = round;
        var index = package.ProjectIds.Find(project);
        var at = index < 0 ? -1 : Array.BinarySearch(built.Settlement.Project, 0, built.Settlement.Count, index);
        if (at < 0)
        {
            return PublicationRefusals.UnknownProject(Shown(project));
        }

        var metrics = RaceScoring.Metrics(package.Facts, built.Frame, order.Rules.Rules, order.Previous?.For(package), index);
        var unit = package.Facts.Unit[index];
        return new ProjectExplained(
            round, project, package.ProjectNames[index] ?? "", package.UnitCodes[unit] ?? "", package.UnitNames[unit] ?? "", at, metrics,
            RaceExplanation.Explain(metrics, order.Rules.Rules));
    }

    private static string Shown(string text) =>
        text.EnumerateRunes().Take(60).Aggregate(new StringBuilder(), (shown, rune) => shown.Append(Rune.IsControl(rune) ? "␀" : rune.ToString())).ToString();
}
