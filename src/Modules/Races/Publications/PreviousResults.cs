using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>What a round's bundle says of its projects, as the next round asks it: <c>project,flag,reasons,d,slip</c>, by project.</summary>
public sealed class PreviousResults
{
    private static readonly string[] Columns = ["project", "flag", "reasons", "d", "slip"];
    private readonly List<(byte[] Project, Flag Flag, string Reasons, long? D, int Slip)> rows = [];

    private PreviousResults(PreviousReference reference) => Reference = reference;

    /// <summary>The bundle they are from.</summary>
    public PreviousReference Reference { get; }

    public int Count => rows.Count;

    /// <summary>Reads them from a round's standings or from <c>data/previous.csv</c>; nothing if the table is not one.</summary>
    internal static PreviousResults? Read(Stream table, PreviousReference reference, out long brokenRow)
    {
        var results = new PreviousResults(reference);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var scan = new CsvScan(table);
        brokenRow = 1;
        if (!scan.Next())
        {
            return null;
        }

        var heading = Enumerable.Range(0, scan.Count).Select(scan.Text).ToList();
        var at = Columns.Select(name => heading.IndexOf(name)).ToArray();
        if (at.Contains(-1))
        {
            return null;
        }

        while (scan.Next())
        {
            brokenRow = scan.Row;
            if (scan.Count != heading.Count || !TryFlag(scan.Text(at[1]), out var flag) || !TryMillionths(scan.Text(at[3]), out var d)
                || !int.TryParse(scan[at[4]], NumberStyles.None, CultureInfo.InvariantCulture, out var slip))
            {
                return null;
            }

            var reasons = scan.Text(at[2]);
            if (!words.TryGetValue(reasons, out var known))
            {
                words[reasons] = known = reasons;
            }

            results.rows.Add((scan[at[0]].ToArray(), flag, known, d, slip));
        }

        brokenRow = scan.Row;
        results.rows.Sort((left, right) => left.Project.AsSpan().SequenceCompareTo(right.Project));
        return scan.Broken ? null : results;
    }

    /// <summary>Writes <c>data/previous.csv</c>.</summary>
    internal void Write(Stream target)
    {
        var table = new CsvRows(target);
        table.Header(Columns);
        foreach (var row in rows)
        {
            table.Text(row.Project);
            table.Text(BundleFormat.Word(row.Flag));
            table.Text(row.Reasons);
            table.Millionths(row.D ?? Settlement.Undefined);
            table.Whole(row.Slip);
            table.End();
        }

        table.Flush();
    }

    /// <summary>The results by the index of each project of the package; both are in the order of the ids.</summary>
    internal PreviousRound For(DataPackage package)
    {
        var count = package.Facts.ProjectCount;
        var round = new PreviousRound
        {
            Present = new bool[count],
            Flag = new Flag[count],
            Reasons = new string[count][],
            D = new long?[count],
            Slip = new int[count],
        };
        var codes = new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = [] };
        var next = 0;
        for (var project = 0; project < count; project++)
        {
            var id = package.ProjectIds.Utf8(project);
            while (next < rows.Count && rows[next].Project.AsSpan().SequenceCompareTo(id) < 0)
            {
                next++;
            }

            round.Reasons[project] = [];
            if (next == rows.Count || !id.SequenceEqual(rows[next].Project))
            {
                continue;
            }

            var row = rows[next];
            if (!codes.TryGetValue(row.Reasons, out var split))
            {
                codes[row.Reasons] = split = row.Reasons.Split('|');
            }

            (round.Present[project], round.Flag[project], round.Reasons[project]) = (true, row.Flag, split);
            (round.D[project], round.Slip[project]) = (row.D, row.Slip);
        }

        return round;
    }

    private static bool TryFlag(string text, out Flag flag)
    {
        foreach (var known in Enum.GetValues<Flag>())
        {
            if (BundleFormat.Word(known) == text)
            {
                flag = known;
                return true;
            }
        }

        flag = default;
        return false;
    }

    /// <summary>Six decimals as this program writes them; empty is undefined.</summary>
    private static bool TryMillionths(string text, out long? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 1 || text.Length - point != 7
            || !long.TryParse(text.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed))
        {
            return false;
        }

        value = parsed;
        return true;
    }
}
