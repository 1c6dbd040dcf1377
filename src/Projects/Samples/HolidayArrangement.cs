namespace Saima.Projects.Samples;

/// <summary>
/// Days off and working weekends: for 2023 the State Council's arrangement (国办发明电〔2022〕16号) and the beginning of 2024's
/// (国办发明电〔2023〕7号), because the deadline of round 6 lies in January; for other seasons only the holidays with fixed dates.
/// </summary>
internal static class HolidayArrangement
{
    public static IEnumerable<(DateOnly Day, bool Off)> Of(int season) => season == 2023 ? Official : Fixed(season);

    private static IEnumerable<(DateOnly Day, bool Off)> Official =>
        Days(
            [
                ("2022-12-31", 3), ("2023-01-21", 7), ("2023-04-05", 1), ("2023-04-29", 5), ("2023-06-22", 3), ("2023-09-29", 8),
                ("2024-01-01", 1), ("2024-02-10", 8),
            ],
            ["2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08", "2024-02-04", "2024-02-18"]);

    private static IEnumerable<(DateOnly Day, bool Off)> Fixed(int season) =>
        Days([($"{season:D4}-01-01", 1), ($"{season:D4}-05-01", 1), ($"{season:D4}-10-01", 3), ($"{season + 1:D4}-01-01", 1)], []);

    private static IEnumerable<(DateOnly Day, bool Off)> Days((string First, int Count)[] off, string[] work) =>
        off.SelectMany(span => Enumerable.Range(0, span.Count).Select(i => (Day: Parse(span.First).AddDays(i), Off: true)))
            .Concat(work.Select(day => (Day: Parse(day), Off: false)))
            .OrderBy(row => row.Day);

    private static DateOnly Parse(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
