using System.Text;
using Saima.Engines.Scoring;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>Writes <c>standings.csv</c> and <c>units.csv</c>.</summary>
internal static class StandingsTable
{
    private const long Million = 1_000_000;
    private const int PieceRows = 4096;

    private static readonly string[] Before = ["rank", "lane", "project", "name", "unit", "flag", "reasons", "score"];
    private static readonly string[] After = ["ap", "pc", "ytd", "d", "ms", "slip", "start_missed", "inclusion_lag", "overdue", "on_time", "verified"];
    private static readonly string[] UnitColumns = ["rank", "class", "unit", "name", "score", "projects", "red", "yellow", "snail", "exempt", "none"];

    public static void Write(DataPackage data, RuleSet rules, Settlement settled, Stream target, int threads = 1, CancellationToken cancel = default)
    {
        var head = new CsvRows(target);
        head.Header([.. Before, .. rules.Measures.Select(measure => measure.Code), .. After]);
        head.Flush();
        var rows = settled.Listing.Length;
        InOrder.Run(
            (rows + PieceRows - 1) / PieceRows,
            threads,
            () => new StandingsPiece(data, rules, settled, new MemoryStream()),
            (number, piece) =>
            {
                cancel.ThrowIfCancellationRequested();
                piece.Write(number * PieceRows, Math.Min(rows, (number + 1) * PieceRows));
            },
            piece => target.Write(piece.Bytes));
    }

    public static void WriteUnits(DataPackage data, Settlement settled, Stream target)
    {
        var rows = new CsvRows(target);
        rows.Header(UnitColumns);
        foreach (var unit in settled.Units)
        {
            Rank(rows, unit.Rank);
            rows.Text(BundleFormat.Word(data.Facts.UnitClasses[unit.Unit]));
            rows.Text(data.UnitCodes.Utf8(unit.Unit));
            rows.Text(data.UnitNames.Utf8(unit.Unit));
            rows.Millionths(unit.Score);
            foreach (var count in new[] { unit.Projects, unit.Red, unit.Yellow, unit.Snail, unit.Exempt, unit.None })
            {
                rows.Whole(count);
            }

            rows.End();
        }

        rows.Flush();
    }

    /// <summary>Twelfths of 元 as whole 元, half up; the amount is never negative.</summary>
    internal static long WholeYuan(long twelfths) => (twelfths / 12) + (twelfths % 12 >= 6 ? 1 : 0);

    /// <summary>Millionths of a share, half up; undefined where nothing is due.</summary>
    internal static long Share(int achieved, int due) =>
        due == 0 ? Settlement.Undefined : ((2 * Million * achieved) + due) / (2L * due);

    internal static void Rank(CsvRows rows, int rank)
    {
        if (rank == 0)
        {
            rows.Empty();
        }
        else
        {
            rows.Whole(rank);
        }
    }
}

/// <summary>Reason codes joined as they are written, by their bits.</summary>
internal sealed class ReasonTexts(RuleSet rules)
{
    private readonly Dictionary<ulong, byte[]> known = [];

    public byte[] Of(ulong reasons)
    {
        if (!known.TryGetValue(reasons, out var text))
        {
            known[reasons] = text = Encoding.UTF8.GetBytes(string.Join('|', Codes(reasons)));
        }

        return text;
    }

    public IEnumerable<string> Codes(ulong reasons) =>
        rules.FlagRows.Where((_, row) => (reasons >> row & 1) == 1).Select(row => row.Code);
}
