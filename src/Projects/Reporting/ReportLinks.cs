using System.Globalization;
using Microsoft.AspNetCore.Http;
using Saima.Kernel.Time;

namespace Saima.Projects.Reporting;

/// <summary>Addresses of the reports desk.</summary>
public static class ReportLinks
{
    public const string Root = "/reports";

    public static string Desk(int season, Month month, string? search = null, string? state = null, int page = 1) => Root + QueryString.Create(new Dictionary<string, string?>
    {
        ["month"] = month.Year == season ? month.ToString() : null,
        ["q"] = search,
        ["state"] = state,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>All reports of a month as a workbook.</summary>
    public static string Overview(int season, Month month) => Text($"/reports/{season}/{month}.xlsx");

    public static string Unit(int season, Month month, string unit, int page = 1) => Text($"/reports/{season}/{month}/{Uri.EscapeDataString(unit)}") + (page == 1 ? "" : Text($"?page={page}"));

    /// <summary>The unit's sheet as a workbook, to be filled in and sent back.</summary>
    public static string Sheet(int season, Month month, string unit) => Text($"/reports/{season}/{month}/{Uri.EscapeDataString(unit)}/sheet.xlsx");

    public static string Filing(int season, Month month, string unit, string project) => Text($"/reports/{season}/{month}/{Uri.EscapeDataString(unit)}/{Uri.EscapeDataString(project)}");

    /// <summary>The two series beside one another.</summary>
    public const string Statistics = "/reports/statistics";

    public static string Series(Month month, string? search, string? order, int page) => Statistics + QueryString.Create(new Dictionary<string, string?>
    {
        ["month"] = month.ToString(),
        ["q"] = search,
        ["order"] = order,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>What is wrong with a row while it is typed.</summary>
    public static string Check(int season, Month month) => Text($"/reports/check.json?_season={season}&_month={month}");

    /// <param name="start">Version the form starts from; empty for the one in force.</param>
    public static string Deadlines(int season, int? start = null) => Text($"/reports/{season}/deadlines") + (start is null ? "" : Text($"?from={start}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
