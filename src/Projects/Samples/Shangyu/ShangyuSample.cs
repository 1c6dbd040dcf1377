using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Samples.Shangyu;

/// <summary>
/// Writes <c>samples/shangyu-2023</c>, apart from its README: the only two real projects with what was published of them, and invented ones.
/// </summary>
public static class ShangyuSample
{
    private const int NoDate = CsvBytes.NoDate;
    private const long Yi = 100_000_000;

    public static Outcome<SampleWritten> Run(string path)
    {
        if (PackageTarget.IsTaken(path))
        {
            return SampleRefusals.Taken(path);
        }

        try
        {
            using var target = new PackageTarget(path);
            long bytes = 0;
            var rows = Rows(out var projects);
            target.Add("datapackage.json", PackageDescriptor.Write(
                "shangyu-2023",
                "上虞 2023 示例 / Shangyu 2023 example",
                "除 README 列明的公开事实外均为虚构。 Invented, except for the public facts that the README lists."));
            foreach (var (table, written) in rows.Tables)
            {
                byte[] all = [.. PackageDescriptor.Header(table), .. written.Written.Span];
                target.Add(table + ".csv", all);
                bytes += all.Length;
            }

            target.Keep();
            return new SampleWritten(path, projects, 0, ShangyuCalendar.Season, bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SampleRefusals.Unwritable(path, fault.Message);
        }
    }

    private static ShangyuRows Rows(out int projects)
    {
        var rows = new ShangyuRows();
        var number = 1;
        Huangma(rows, number++);
        Jingsheng(rows, number++);
        for (var i = 0; i < Stories.OfRealUnits.Length; i++)
        {
            rows.Tell(Stories.OfRealUnits[i], number++, ShangyuUnits.Real[i], surplus: 0);
        }

        for (var i = 0; i < Stories.OfInventedUnits.Length; i++)
        {
            rows.Tell(Stories.OfInventedUnits[i], number++, ShangyuUnits.Invented[i % ShangyuUnits.Invented.Length], surplus: i % 2);
        }

        projects = number - 1;
        foreach (var (code, name, unitClass) in ShangyuUnits.Real.Concat(ShangyuUnits.Invented).OrderBy(unit => unit.Code, StringComparer.Ordinal))
        {
            rows.Tables["units"].Text(code).Text(name).Text(SampleWords.UnitClasses[(int)unitClass]).EndRow();
        }

        SampleTables.Holidays(rows.Tables["holidays"], ShangyuCalendar.Season);
        return rows;
    }

    // Public: name, total investment, place, under construction. When it started is not public and stays unknown.
    private static void Huangma(ShangyuRows rows, int number) =>
        Published(rows, number, "皇马开眉客高端功能综合新材料项目", ShangyuUnits.Real[0], "continuing", 61 * Yi + (8 * Yi / 10), NoDate, "建设中");

    // Public: name, total investment, the month of the start.
    private static void Jingsheng(ShangyuRows rows, int number) =>
        Published(rows, number, "晶盛半导体关键耗材项目", ShangyuUnits.Invented[10], "new", 13 * Yi + (35 * Yi / 100), ShangyuCalendar.Day(9, 30), "已开工");

    // On the list from December, hence exempt: nothing is invented that could praise or blame a real project.
    // The annual plan is not public and stands as 0; the one report says that no figure is public.
    private static void Published(
        ShangyuRows rows, int number, string name, (string Code, string Name, UnitClass Class) unit, string projectClass, long total, int started, string progress)
    {
        rows.Row("projects", number).Text(name).Empty().Text(unit.Code).Empty().Text(projectClass).Money(total).Money(0).Empty()
            .Empty().Date(started).Date(started).Empty().Empty().Date(ShangyuCalendar.Day(12, 15)).Empty().Empty().Empty().EndRow();
        rows.Row("reports", number).Month(ShangyuRows.Month(11)).Money(0).Money(0).Date(ShangyuCalendar.MonthEnd(12) + 3).Truth(true)
            .Text(progress + "（公开报道；月度投资未公开）").EndRow();
    }
}
