using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;
using Sylvan.Data.Csv;

namespace Saima.Bench;

/// <summary>
/// Compares the standings that SQL made of the files with our own, row by row in listing order: project, lane, flag, reasons, rank, score and every other column.
/// Two independent ways to the same result are an oracle for both.
/// </summary>
internal static class Agreement
{
    private static readonly string[] Exact = ["rank", "lane", "project", "flag", "reasons", "ap", "pc", "ytd", "ms", "slip", "start_missed", "inclusion_lag", "overdue", "on_time", "verified"];
    private static readonly string[] Millionths = ["score", "progress", "milestones", "start_and_inclusion", "issues", "reporting", "d"];

    /// <summary>Rows, rows that differ in anything that must be exact, and values that differ in their last millionth or more.</summary>
    public static Dictionary<string, double> Run(string standings, int projects)
    {
        var facts = GeneratedFacts.Draw(projects);
        var rules = RuleSetDocument.Default.Rules;
        var settlement = RaceScoring.Settle(facts, rules, EngineAlone.Frame, null, 2);
        using var reader = CsvDataReader.Create(standings);
        var column = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);
        var (row, different, inexact) = (0, 0, 0);
        long largest = 0;
        while (reader.Read())
        {
            var ours = Row(facts, rules, settlement, settlement.Listing[row++]);
            if (Exact.Any(name => ours[name] != Plain(reader.GetString(column[name]))))
            {
                different++;
            }

            foreach (var name in Millionths)
            {
                var (mine, theirs) = (ours[name], Plain(reader.GetString(column[name])));
                if (mine != theirs)
                {
                    inexact++;
                    largest = mine.Length == 0 || theirs.Length == 0 ? long.MaxValue : Math.Max(largest, Math.Abs(Whole(mine) - Whole(theirs)));
                }
            }
        }

        return new() { ["total"] = row, ["rows"] = row, ["ourRows"] = settlement.Count, ["different"] = different, ["inexact"] = inexact, ["largestMillionths"] = largest };
    }

    private static Dictionary<string, string> Row(RoundFacts facts, RuleSet rules, Settlement s, int i)
    {
        var project = s.Project[i];
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rank"] = s.Rank[i] == 0 ? "" : Text(s.Rank[i]),
            ["lane"] = rules.Lanes[s.Lane[i]].Code,
            ["project"] = "P" + (project + 1).ToString("D7", CultureInfo.InvariantCulture),
            ["flag"] = s.Flag[i] switch { Flag.Red => "red", Flag.Yellow => "yellow", Flag.Snail => "snail", Flag.Exempt => "exempt", _ => "none" },
            ["reasons"] = string.Join('|', rules.FlagRows.Where((_, r) => (s.Reasons[i] >> r & 1) != 0).Select(r => r.Code)),
            ["score"] = Defined(s.Score[i]),
            ["ap"] = Text(facts.AnnualPlan[project]),
            ["pc"] = Text((s.PlannedCumulativeTwelfths[i] + 6) / 12),
            ["ytd"] = Text(s.YearToDate[i]),
            ["d"] = Defined(s.Deviation[i]),
            ["ms"] = s.MilestonesDue[i] == 0 ? "" : Text(((2_000_000L * s.MilestonesAchieved[i]) + s.MilestonesDue[i]) / (2 * s.MilestonesDue[i])),
            ["slip"] = Text(s.Slip[i]),
            ["start_missed"] = Text(s.StartMissed[i]),
            ["inclusion_lag"] = Text(s.InclusionLag[i]),
            ["overdue"] = Text(s.Overdue[i]),
            ["on_time"] = s.OnTime[i] ? "true" : "false",
            ["verified"] = s.Verified[i] ? "true" : "false",
        };
        for (var measure = 0; measure < rules.Measures.Count; measure++)
        {
            row[rules.Measures[measure].Code] = Defined(s.Points[measure][i]);
        }

        return row;
    }

    // SQLite and PostgreSQL have other words for the truth.
    private static string Plain(string text) => text switch { "t" => "true", "f" => "false", _ => text };

    private static string Defined(long value) => value == Settlement.Undefined ? "" : Text(value);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
