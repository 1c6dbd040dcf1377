-- The standings of a round by PostgreSQL from tables loaded by COPY; the same statement as duckdb.sql in this dialect, fractions in numeric.
WITH p AS (
    SELECT id, name, unit, class, CAST(annual_plan * 10000 AS BIGINT) AS ap, planned_start, planned_completion, completed_on, listed_on, suspended_from, suspended_to,
        started_on IS NOT NULL AND started_on <= DATE '$cutoff' AS started,
        included_on IS NOT NULL AND included_on <= DATE '$cutoff' AS included,
        started_on
    FROM t_projects
    WHERE listed_on IS NULL OR listed_on <= DATE '$cutoff'
), plans AS (
    SELECT project, sum(CASE WHEN month <= '$month' THEN planned ELSE 0 END) AS planned
    FROM t_plans
    WHERE month BETWEEN '$january' AND '$december' GROUP BY project
), reports AS (
    SELECT DISTINCT ON (project) project, ytd, month = '$month' AS reported,
        month = '$month' AND submitted_on <= DATE '$deadline' AS on_time, month = '$month' AND verified AS verified
    FROM t_reports
    WHERE month BETWEEN '$january' AND '$month' ORDER BY project, month DESC
), milestones AS (
    SELECT project, count(*) AS due, count(*) FILTER (WHERE achieved_on <= DATE '$cutoff') AS achieved,
        max(CASE WHEN achieved_on IS NULL OR achieved_on > DATE '$cutoff' THEN DATE '$cutoff' - planned_on ELSE 0 END) AS slip
    FROM t_milestones
    WHERE planned_on <= DATE '$cutoff' GROUP BY project
), issues AS (
    SELECT project, count(*) AS overdue
    FROM t_issues
    WHERE level >= 'L2' AND raised_on <= DATE '$cutoff' AND due_on < DATE '$cutoff' AND (closed_on IS NULL OR closed_on > DATE '$cutoff') GROUP BY project
), findings AS (
    SELECT DISTINCT project
    FROM t_findings
    WHERE kind = 'falsification' AND found_on BETWEEN DATE '$opening' AND DATE '$cutoff'
), metrics AS (
    SELECT p.*,
        CASE WHEN plans.project IS NULL THEN CAST(p.ap AS numeric) * $m ELSE CAST(plans.planned * 10000 AS numeric) * 12 END AS pc12,
        coalesce(CAST(reports.ytd * 10000 AS numeric(24,0)), 0) AS ytd,
        coalesce(reported, false) AS reported, coalesce(on_time, false) AS on_time, coalesce(verified, false) AS verified,
        coalesce(due, 0) AS due, coalesce(achieved, 0) AS achieved, coalesce(slip, 0) AS slip, coalesce(overdue, 0) AS overdue,
        findings.project IS NOT NULL AS falsified,
        CASE WHEN started OR planned_start IS NULL OR to_char(planned_start, 'YYYY-MM') > '$month' THEN 0
             ELSE 12 * ($year - CAST(extract(year FROM planned_start) AS int)) + $m - CAST(extract(month FROM planned_start) AS int) + 1 END AS start_missed,
        CASE WHEN NOT started OR included THEN 0 ELSE 12 * ($year - CAST(extract(year FROM started_on) AS int)) + $m - CAST(extract(month FROM started_on) AS int) END AS inclusion_lag
    FROM p
    LEFT JOIN plans ON plans.project = p.id LEFT JOIN reports ON reports.project = p.id LEFT JOIN milestones ON milestones.project = p.id
    LEFT JOIN issues ON issues.project = p.id LEFT JOIN findings ON findings.project = p.id
), judged AS (
    SELECT *, 12 * ytd - pc12 AS gap12,
        CASE WHEN class = 'preparatory' THEN 0
             WHEN completed_on <= DATE '$cutoff' OR CAST(extract(year FROM planned_completion) AS int) <= $year THEN 4
             WHEN started AND included THEN 3 ELSE 2 END AS lane,
        suspended_from IS NOT NULL AND suspended_from <= DATE '$cutoff' AND (suspended_to IS NULL OR suspended_to >= DATE '$cutoff') AS suspended,
        listed_on IS NOT NULL AND listed_on > DATE '$cutoff' - 30 AS newly_listed,
        CASE WHEN pc12 > 0 THEN CASE WHEN 120 * ytd >= 12 * pc12 THEN 120000000 ELSE div(2400000000 * ytd + pc12, 2 * pc12) END
             WHEN ytd > 0 THEN 100000000 END AS progress,
        CASE WHEN due > 0 THEN div(200000000 * achieved + due, 2 * due) END AS milestones,
        CASE WHEN started AND included THEN 100000000 WHEN started THEN 50000000 WHEN planned_start <= DATE '$cutoff' THEN 0 END AS start_and_inclusion,
        greatest(100 - 25 * overdue, 0) * 1000000 AS issues,
        CASE WHEN on_time AND verified THEN 100000000 WHEN on_time THEN 50000000 ELSE 0 END AS reporting
    FROM metrics
), flagged AS (
    SELECT *,
        ap > 0 AND 100 * gap12 < -360 * CAST(ap AS numeric) AS behind_30,
        ap > 0 AND 100 * gap12 >= -360 * CAST(ap AS numeric) AND 100 * gap12 < -120 * CAST(ap AS numeric) AS behind_10,
        CASE WHEN ap > 0 THEN sign(gap12) * div(2 * abs(gap12) * 100000000 + 12 * CAST(ap AS numeric), 24 * CAST(ap AS numeric)) END AS d,
        40 * coalesce(progress, 0) + 25 * coalesce(milestones, 0) + 15 * coalesce(start_and_inclusion, 0) + 10 * issues + 10 * reporting AS points,
        CASE WHEN progress IS NULL THEN 0 ELSE 40 END + CASE WHEN milestones IS NULL THEN 0 ELSE 25 END
            + CASE WHEN start_and_inclusion IS NULL THEN 0 ELSE 15 END + 20 AS weight
    FROM judged
), scored AS (
    SELECT *,
        CASE WHEN suspended OR newly_listed THEN 'exempt'
             WHEN behind_30 OR start_missed >= 3 OR inclusion_lag >= 2 OR slip > 90 OR falsified THEN 'snail'
             WHEN behind_10 OR start_missed >= 1 OR inclusion_lag = 1 OR slip > 30 OR overdue >= 1 OR NOT reported THEN 'yellow'
             WHEN ap > 0 AND gap12 >= 0 AND due = achieved AND (NOT started OR included) AND overdue = 0 AND on_time AND verified THEN 'red'
             ELSE 'none' END AS flag,
        concat_ws('|',
            CASE WHEN suspended THEN 'SUSPENDED' END, CASE WHEN newly_listed THEN 'NEWLY_LISTED' END,
            CASE WHEN behind_30 THEN 'BEHIND_30' END, CASE WHEN start_missed >= 3 THEN 'START_MISSED_3' END, CASE WHEN inclusion_lag >= 2 THEN 'NOT_INCLUDED_2' END,
            CASE WHEN slip > 90 THEN 'SLIP_90' END, CASE WHEN falsified THEN 'FALSIFIED' END,
            CASE WHEN behind_10 THEN 'BEHIND_10' END, CASE WHEN start_missed BETWEEN 1 AND 2 THEN 'START_MISSED_1' END,
            CASE WHEN inclusion_lag = 1 THEN 'NOT_INCLUDED_1' END, CASE WHEN slip BETWEEN 31 AND 90 THEN 'SLIP_30' END,
            CASE WHEN overdue >= 1 THEN 'ISSUE_OVERDUE' END, CASE WHEN NOT reported THEN 'NO_REPORT' END) AS reasons,
        CASE WHEN NOT suspended AND NOT newly_listed THEN div(2 * points + weight, 2 * weight) END AS score
    FROM flagged
), ranked AS (
    SELECT *, CASE WHEN score IS NOT NULL THEN rank() OVER (PARTITION BY lane ORDER BY score DESC NULLS LAST) END AS rank FROM scored
)
SELECT rank, (ARRAY['reserve', 'attract', 'start', 'build', 'finish'])[lane + 1] AS lane, id AS project, name, unit, flag,
    CASE WHEN flag = 'red' THEN 'MET_ALL' ELSE reasons END AS reasons, score, progress, milestones, start_and_inclusion, issues, reporting,
    ap, div(pc12 + 6, 12) AS pc, ytd, d, CASE WHEN due > 0 THEN div(2000000 * achieved + due, 2 * due) END AS ms,
    slip, start_missed, inclusion_lag, overdue, on_time, verified
FROM ranked
ORDER BY ranked.lane, score IS NULL, ranked.rank, CASE WHEN score IS NULL THEN 0 ELSE ytd END DESC, CASE WHEN score IS NULL THEN false ELSE ap = 0 END,
    CASE WHEN score IS NOT NULL AND ytd > 0 THEN ap END, id
