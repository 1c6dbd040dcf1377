using System.Globalization;
using Sylvan.Data.Csv;

namespace Saima.Bench;

/// <summary>
/// Compares the standings that SQL made of the files with those we wrote, row by row in listing order: project, lane, flag, reasons, rank, score and every other
/// column. Two independent ways to the same result are an oracle for both.
/// </summary>
internal static class Agreement
{
    private static readonly string[] Exact =
        ["rank", "lane", "project", "name", "unit", "flag", "reasons", "slip", "start_missed", "inclusion_lag", "overdue", "on_time", "verified"];

    private static readonly string[] Money = ["ap", "pc", "ytd"];
    private static readonly string[] Millionths = ["score", "progress", "milestones", "start_and_inclusion", "issues", "reporting", "d", "ms"];

    /// <summary>Rows, rows that differ in anything that must be exact, and values that differ in their last millionth or more.</summary>
    /// <param name="ours">Our <c>standings.csv</c>: 万元 and decimals.</param>
    /// <param name="theirs">The peer's rows: whole 元 and whole millionths.</param>
    public static Dictionary<string, double> Run(string ours, string theirs)
    {
        using var mine = CsvDataReader.Create(ours);
        using var other = CsvDataReader.Create(theirs);
        var (mineAt, otherAt) = (Columns(mine), Columns(other));
        var (rows, ourRows, different, inexact) = (0, 0, 0, 0);
        long largest = 0;
        while (true)
        {
            var (hasMine, hasOther) = (mine.Read(), other.Read());
            (ourRows, rows) = (ourRows + (hasMine ? 1 : 0), rows + (hasOther ? 1 : 0));
            if (!hasMine || !hasOther)
            {
                break;
            }

            string Mine(string name) => mine.GetString(mineAt[name]);
            string Other(string name) => other.GetString(otherAt[name]);
            if (Exact.Any(name => Mine(name) != Plain(Other(name))) || Money.Any(name => Whole(Mine(name), 10_000) != Whole(Other(name), 1)))
            {
                different++;
            }

            foreach (var name in Millionths)
            {
                var (left, right) = (Whole(Mine(name), 1_000_000), Whole(Other(name), 1));
                if (left != right)
                {
                    inexact++;
                    largest = left is null || right is null ? long.MaxValue : Math.Max(largest, Math.Abs(left.Value - right.Value));
                }
            }
        }

        return new() { ["total"] = rows, ["rows"] = rows, ["ourRows"] = ourRows, ["different"] = different, ["inexact"] = inexact, ["largestMillionths"] = largest };
    }

    private static Dictionary<string, int> Columns(CsvDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.Ordinal);

    // PostgreSQL has other words for the truth.
    private static string Plain(string text) => text switch { "t" => "true", "f" => "false", _ => text };

    private static long? Whole(string text, int unit) => text.Length == 0 ? null : (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * unit);
}
