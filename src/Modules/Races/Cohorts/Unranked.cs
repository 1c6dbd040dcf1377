using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.Cohorts;

/// <summary>Why a project has no rank: the rules exempt it, or none of their measures can be worked out for it.</summary>
public static class Unranked
{
    /// <summary>No measure of the rule set is defined for the project.</summary>
    public const string NoMeasure = "NO_MEASURE";

    /// <summary>No investment is planned for the year.</summary>
    public const string NoAnnualPlan = "NO_ANNUAL_PLAN";

    /// <summary>There is no report of the round's last month.</summary>
    public const string NoReport = "NO_REPORT";

    /// <summary>The codes of a project that is settled without a rank; empty for one that has a rank.</summary>
    /// <param name="reasons">The codes its flag was given for, joined with <c>|</c>.</param>
    public static string Codes(bool ranked, Flag flag, string reasons, long annualPlan, bool reported) =>
        ranked ? ""
        : flag == Flag.Exempt ? reasons
        : string.Join('|', new[] { NoMeasure, annualPlan == 0 ? NoAnnualPlan : "", reported ? "" : NoReport }.Where(code => code.Length > 0));

    /// <summary>The codes in sentences of the rule set or our own.</summary>
    public static string Say(RuleSet rules, string codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        return string.Join(new Phrase("；", "; ").In(culture), codes.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => Own(code) is { } own ? own.In(culture) : RuleWording.Reasons(rules, code)));
    }

    /// <summary>Of a row as it is kept: whether a report is lacking is told from its metrics.</summary>
    public static string Codes(StandingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var reported = row.Rank is not null || row.Flag == Flag.Exempt || Rounds.RoundRows.Metrics(row).States.Contains(State.Reported);
        return Codes(row.Rank is not null, row.Flag, row.Reasons, row.AnnualPlan, reported);
    }

    private static Phrase? Own(string code) => code switch
    {
        NoMeasure => new("没有一项指标算得出来", "no measure can be worked out"),
        NoAnnualPlan => new("没有年度计划", "there is no annual plan"),
        NoReport => new("没有本轮末月的月报", "there is no report of the round's last month"),
        _ => null,
    };
}
