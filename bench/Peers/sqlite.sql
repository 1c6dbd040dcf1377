-- The standings of a round by SQLite from loaded tables; the same statement as duckdb.sql in this dialect. Money is whole 元;
-- SQLite has no integers beyond 64 bits, so two fractions are floating point and may differ in the last millionth.
WITH p AS (
    SELECT id, name, unit, class, annual_plan AS ap, planned_start, planned_completion, completed_on, listed_on, suspended_from, suspended_to,
        started_on IS NOT NULL AND started_on <= '$cutoff' AS started,
        included_on IS NOT NULL AND included_on <= '$cutoff' AS included,
        started_on
    FROM t_projects
    WHERE listed_on IS NULL OR listed_on <= '$cutoff'
), plans AS (
    SELECT project, sum(CASE WHEN month <= '$month' THEN planned ELSE 0 END) AS planned
    FROM t_plans
    WHERE month BETWEEN '$january' AND '$december' GROUP BY project
), reports AS (
    SELECT project, ytd, max(month) = '$month' AS reported,
        month = '$month' AND submitted_on <= '$deadline' AS on_time, month = '$month' AND verified AS verified
    FROM t_reports
    WHERE month BETWEEN '$january' AND '$month' GROUP BY project
), milestones AS (
    SELECT project, count(*) AS due, count(*) FILTER (WHERE achieved_on <= '$cutoff') AS achieved,
        max(CASE WHEN achieved_on IS NULL OR achieved_on > '$cutoff' THEN CAST(julianday('$cutoff') - julianday(planned_on) AS INTEGER) ELSE 0 END) AS slip
    FROM t_milestones
    WHERE planned_on <= '$cutoff' GROUP BY project
), issues AS (
    SELECT project, count(*) AS overdue
    FROM t_issues
    WHERE level >= 'L2' AND raised_on <= '$cutoff' AND due_on < '$cutoff' AND (closed_on IS NULL OR closed_on > '$cutoff') GROUP BY project
), findings AS (
    SELECT DISTINCT project
    FROM t_findings
    WHERE kind = 'falsification' AND found_on BETWEEN '$opening' AND '$cutoff'
), metrics AS (
    SELECT p.*,
        CASE WHEN plans.project IS NULL THEN p.ap * $m ELSE plans.planned * 12 END AS pc12,
        coalesce(reports.ytd, 0) AS ytd,
        coalesce(reported, false) AS reported, coalesce(on_time, false) AS on_time, coalesce(verified, false) AS verified,
        coalesce(due, 0) AS due, coalesce(achieved, 0) AS achieved, coalesce(slip, 0) AS slip, coalesce(overdue, 0) AS overdue,
        findings.project IS NOT NULL AS falsified,
        CASE WHEN started OR planned_start IS NULL OR substr(planned_start, 1, 7) > '$month' THEN 0
             ELSE 12 * ($year - CAST(substr(planned_start, 1, 4) AS INTEGER)) + $m - CAST(substr(planned_start, 6, 2) AS INTEGER) + 1 END AS start_missed,
        CASE WHEN NOT started OR included THEN 0 ELSE 12 * ($year - CAST(substr(started_on, 1, 4) AS INTEGER)) + $m - CAST(substr(started_on, 6, 2) AS INTEGER) END AS inclusion_lag
    FROM p
    LEFT JOIN plans ON plans.project = p.id LEFT JOIN reports ON reports.project = p.id LEFT JOIN milestones ON milestones.project = p.id
    LEFT JOIN issues ON issues.project = p.id LEFT JOIN findings ON findings.project = p.id
), judged AS (
    SELECT *, 12 * ytd - pc12 AS gap12,
        CASE WHEN class = 'preparatory' THEN 0
             WHEN completed_on <= '$cutoff' OR CAST(substr(planned_completion, 1, 4) AS INTEGER) <= $year THEN 4
             WHEN started AND included THEN 3 ELSE 2 END AS lane,
        suspended_from IS NOT NULL AND suspended_from <= '$cutoff' AND (suspended_to IS NULL OR suspended_to >= '$cutoff') AS suspended,
        listed_on IS NOT NULL AND listed_on > date('$cutoff', '-30 days') AS newly_listed,
        CASE WHEN pc12 > 0 THEN CASE WHEN 120 * ytd >= 12 * pc12 THEN 120000000 ELSE CAST(round(1200000000.0 * ytd / pc12) AS INTEGER) END
             WHEN ytd > 0 THEN 100000000 END AS progress,
        CASE WHEN due > 0 THEN (200000000 * achieved + due) / (2 * due) END AS milestones,
        CASE WHEN started AND included THEN 100000000 WHEN started THEN 50000000 WHEN planned_start <= '$cutoff' THEN 0 END AS start_and_inclusion,
        max(100 - 25 * overdue, 0) * 1000000 AS issues,
        CASE WHEN on_time AND verified THEN 100000000 WHEN on_time THEN 50000000 ELSE 0 END AS reporting
    FROM metrics
), flagged AS (
    SELECT *,
        ap > 0 AND 100 * gap12 < -360 * ap AS behind_30,
        ap > 0 AND 100 * gap12 >= -360 * ap AND 100 * gap12 < -120 * ap AS behind_10,
        CASE WHEN ap > 0 THEN CAST(round(100000000.0 * gap12 / (12.0 * ap)) AS INTEGER) END AS d,
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
        CASE WHEN NOT suspended AND NOT newly_listed THEN (2 * points + weight) / (2 * weight) END AS score
    FROM flagged
), ranked AS (
    SELECT *, CASE WHEN score IS NOT NULL THEN rank() OVER (PARTITION BY lane ORDER BY score DESC NULLS LAST) END AS rank FROM scored
)
SELECT rank, CASE lane WHEN 0 THEN 'reserve' WHEN 2 THEN 'start' WHEN 3 THEN 'build' ELSE 'finish' END AS lane, id AS project, name, unit, flag,
    CASE WHEN flag = 'red' THEN 'MET_ALL' ELSE reasons END AS reasons, score, progress, milestones, start_and_inclusion, issues, reporting,
    ap, (pc12 + 6) / 12 AS pc, ytd, d, CASE WHEN due > 0 THEN (2000000 * achieved + due) / (2 * due) END AS ms,
    slip, start_missed, inclusion_lag, overdue,
    CASE WHEN on_time THEN 'true' ELSE 'false' END AS on_time, CASE WHEN verified THEN 'true' ELSE 'false' END AS verified
FROM ranked
ORDER BY ranked.lane, score IS NULL, ranked.rank, CASE WHEN score IS NULL THEN 0 ELSE ytd END DESC, CASE WHEN score IS NULL THEN false ELSE ap = 0 END,
    CASE WHEN score IS NOT NULL AND ytd > 0 THEN ap END, id
