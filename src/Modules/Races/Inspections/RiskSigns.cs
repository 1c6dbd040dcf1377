using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Evidence;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Inspections;

/// <summary>Why a project is worth a look: its signs, and the annual plan that decides between as many.</summary>
public sealed record ProjectRisk(string Project, IReadOnlyList<string> Signs, long AnnualPlan);

/// <summary>
/// Signs of risk in what was reported. A sign is no reproach and no score: it only says where looking is worth the way. Each counts once; more signs first, then the larger plan, then the code.
/// </summary>
public static class RiskSigns
{
    /// <summary>Reported and statistical figures are more than a fifth apart.</summary>
    public const string StatisticsGap = "STATISTICS_GAP";

    /// <summary>More than half of the year in its latest month.</summary>
    public const string LateJump = "LATE_JUMP";

    /// <summary>The same amount three months running.</summary>
    public const string SameAmounts = "SAME_AMOUNTS";

    /// <summary>Ahead of the plan by less than one point: just enough for a red flag.</summary>
    public const string JustMet = "JUST_MET";

    /// <summary>Evidence of the round that carries a hint.</summary>
    public const string EvidenceHint = "EVIDENCE_HINT";

    /// <summary>No evidence for the latest report.</summary>
    public const string NoEvidence = "NO_EVIDENCE";

    /// <summary>Something was found earlier in the season.</summary>
    public const string EarlierFinding = "EARLIER_FINDING";

    private const int JumpFrom = 4;
    private const int Running = 3;

    public static Phrase Title(string code) => code switch
    {
        StatisticsGap => new("与统计数相差超过五分之一", "more than a fifth off the statistics"),
        LateJump => new("最近一月占全年一半以上", "over half of the year in its latest month"),
        SameAmounts => new("连续三个月金额相同", "the same amount three months running"),
        JustMet => new("刚好达到计划", "just met the plan"),
        EvidenceHint => new("佐证有提示", "evidence carries a hint"),
        NoEvidence => new("最近月报没有佐证", "no evidence for the latest report"),
        EarlierFinding => new("本年度核查发现过问题", "found wanting earlier in the season"),
        _ => new(code, code),
    };

    /// <returns>Projects with at least one sign, the most worth a look first.</returns>
    public static async Task<IReadOnlyList<ProjectRisk>> Read(SaimaDb db, int season, Month last, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (first, until) = (season * 100, (season * 100) + last.Number);
        var projects = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => new { fact.Project, fact.AnnualPlan }).ToListAsync(cancel);
        var reports = (await db.Set<ReportFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Month > first && fact.Month <= until && fact.SupersededBy == null && !fact.Withdrawn)
            .Select(fact => new { fact.Project, fact.Month, fact.Invested, fact.YearToDate }).ToListAsync(cancel)).ToLookup(fact => fact.Project);
        var plans = (await db.Set<PlanFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Month > first && fact.Month <= until && fact.SupersededBy == null && !fact.Withdrawn)
            .GroupBy(fact => fact.Project).Select(group => new { group.Key, Planned = group.Sum(fact => fact.Planned) }).ToListAsync(cancel)).ToDictionary(one => one.Key, one => one.Planned);
        var statistics = await db.Set<StatisticFact>().AsNoTracking().Where(fact => fact.Season == season && fact.Month == until && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => fact.Project, fact => fact.YearToDate, cancel);
        string[] months = [last.Plus(-1).ToString(), last.ToString()];
        var evidence = (await db.Set<ProjectEvidence>().AsNoTracking().Where(one => one.Season == season && one.Purpose == EvidencePurpose.Report && months.Contains(one.About))
            .Select(one => new { one.Project, one.About, Hinted = one.Flags != null && one.Flags != "[]" }).ToListAsync(cancel)).ToLookup(one => one.Project);
        var found = (await db.Set<FindingFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => fact.Project).ToListAsync(cancel)).ToHashSet();
        return
        [
            .. projects.Select(project => new ProjectRisk(project.Project, [.. Signs(project.Project, project.AnnualPlan)], project.AnnualPlan)).Where(one => one.Signs.Count > 0)
                .OrderByDescending(one => one.Signs.Count).ThenByDescending(one => one.AnnualPlan).ThenBy(one => one.Project, StringComparer.Ordinal),
        ];

        IEnumerable<string> Signs(string project, long annual)
        {
            var own = reports[project].OrderBy(fact => fact.Month).ToList();
            if (own.Count > 0)
            {
                var latest = own[^1];
                if (statistics.TryGetValue(project, out var counted) && (Int128)5 * Math.Abs(latest.YearToDate - counted) > Math.Max(latest.YearToDate, counted))
                {
                    yield return StatisticsGap;
                }

                if (latest.Month % 100 >= JumpFrom && latest.YearToDate > 0 && (Int128)2 * latest.Invested > latest.YearToDate)
                {
                    yield return LateJump;
                }

                if (own.Count >= Running && Enumerable.Range(0, own.Count - Running + 1).Any(at => own[at].Invested > 0 && own.Skip(at).Take(Running).All(fact => fact.Invested == own[at].Invested)))
                {
                    yield return SameAmounts;
                }

                if (annual > 0 && plans.TryGetValue(project, out var planned) && latest.YearToDate - planned is >= 0 and var ahead && (Int128)100 * ahead < annual)
                {
                    yield return JustMet;
                }

                if (latest.Month == until && !evidence[project].Any(one => one.About == months[1]))
                {
                    yield return NoEvidence;
                }
            }

            if (evidence[project].Any(one => one.Hinted))
            {
                yield return EvidenceHint;
            }

            if (found.Contains(project))
            {
                yield return EarlierFinding;
            }
        }
    }
}
