using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Kernel.Time;
using Saima.Projects.Imports;
using Saima.Projects.Register;

namespace Saima.Projects.Statistics;

/// <summary>
/// 统计数: takes the statistics' figures over as they stand in the statistics' file. There is no other way into the series: nothing types, derives or corrects it, and another file of the statistics replaces it.
/// </summary>
public static class ImportStatistics
{
    private static readonly string[][] Headings =
    [
        ["project", "项目编号"], ["code", "项目代码"], ["month", "月份"], ["year_to_date", "ytd", "自年初累计完成投资（万元）", "自年初累计完成投资(万元)", "自年初累计完成投资", "年初累计（万元）", "年初累计"],
        ["invested", "本月完成投资（万元）", "本月完成投资(万元)", "本月完成投资", "本月完成（万元）", "本月完成"],
    ];

    private sealed record Line(long Row, string Key, Month Month, long YearToDate, long? Invested);

    /// <param name="path">A workbook or CSV with the columns 项目编号 or 项目代码, 月份, 自年初累计 and, where it is known, 本月; amounts in 万元.</param>
    /// <param name="name">The file as the user knows it.</param>
    public static async Task<Outcome<Imported>> Run(SaimaDb db, TimeProvider time, int season, string path, string name, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var problems = new List<Problem>();
        List<Line>? lines;
        try
        {
            lines = Read(path, name, season, problems);
        }
        catch (UnreadableFile fault)
        {
            return StatisticsRefusals.Unreadable(fault.Problem with { File = name });
        }

        if (lines is null)
        {
            return StatisticsRefusals.NoHeadings(name);
        }

        var projects = await db.Set<ProjectFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).Select(fact => new { fact.Project, fact.Code }).ToListAsync(cancel);
        var known = projects.ToDictionary(project => project.Project, project => project.Project, StringComparer.Ordinal);
        foreach (var project in projects.Where(project => project.Code is not null))
        {
            known.TryAdd(project.Code!, project.Project);
        }

        var facts = new Dictionary<(string Project, int Month), (long Row, object?[] Cells)>();
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Key, out var project))
            {
                problems.Add(Wrong("NO_SUCH_PROJECT", name, line.Row, "project", line.Key, new($"{season} 年度没有项目 {line.Key}。", $"The books of {season} have no project {line.Key}."), new("先登记这个项目，或核对编号和代码。", "Add the project first, or check its id and code.")));
                continue;
            }

            var month = (100 * line.Month.Year) + line.Month.Number;
            if (!facts.TryAdd((project, month), (line.Row, [(long)season, project, (long)month, line.Invested, line.YearToDate])))
            {
                problems.Add(Wrong("DUPLICATE_KEY", name, line.Row, "project", line.Key, new($"第 {facts[(project, month)].Row} 行已有这个项目的 {line.Month}。", $"Row {facts[(project, month)].Row} has {line.Month} of this project already."), new("每个项目每月只留一行。", "Leave one row for each project and month.")));
            }
        }

        return problems.Count > 0 ? StatisticsRefusals.Faulty(problems)
            : facts.Count == 0 ? StatisticsRefusals.NoHeadings(name)
            : await ImportFacts.Run(db, time, new(season, name, by), [new(FactTable.Statistics, facts.Count, facts.Values.Select(fact => fact.Cells).ToList())], null, cancel);
    }

    private static List<Line>? Read(string path, string name, int season, List<Problem> problems)
    {
        int[]? columns = null;
        var lines = new List<Line>();
        foreach (var row in SourceFile.First(path).Rows.Where(row => !row.Empty))
        {
            if (columns is null)
            {
                columns = [.. Headings.Select(words => Array.FindIndex(row.Cells, cell => words.Contains((cell ?? "").Trim(), StringComparer.OrdinalIgnoreCase)))];
                if ((columns[0] < 0 && columns[1] < 0) || columns[2] < 0 || columns[3] < 0)
                {
                    return null;
                }

                continue;
            }

            var key = new[] { row[columns[0]], row[columns[1]] }.Select(cell => cell?.Trim()).FirstOrDefault(cell => !string.IsNullOrEmpty(cell));
            var (month, sum, own) = ((row[columns[2]] ?? "").Trim(), (row[columns[3]] ?? "").Trim(), (row[columns[4]] ?? "").Trim());
            var found = problems.Count;
            if (key is null)
            {
                problems.Add(Wrong("MISSING_VALUE", name, row.Number, "project", null, new("没有项目编号，也没有项目代码。", "There is neither a project id nor a code."), new("填上其中一个。", "Fill in one of them.")));
            }

            if (!Month.TryParse(month.Length == 6 ? $"{month[..4]}-{month[4..]}" : month, out var of) || of.Year != season)
            {
                problems.Add(Wrong("BAD_MONTH", name, row.Number, "month", month, new($"月份不是 {season} 年的某月。", $"It is no month of {season}."), new($"写成 {season}-01 或 {season}01。", $"Write {season}-01 or {season}01.")));
            }

            var total = Amount(sum, "year_to_date", true);
            var part = Amount(own, "invested", false);
            if (problems.Count == found)
            {
                lines.Add(new(row.Number, key!, of, total!.Value, part));
            }

            long? Amount(string text, string column, bool needed)
            {
                if (text.Length == 0 && !needed)
                {
                    return null;
                }

                var money = ReadMoney.Run(text, MoneyUnit.TenThousandYuan);
                if (money.Refusal is { } refusal)
                {
                    problems.Add(Wrong(refusal.Code, name, row.Number, column, text, refusal.Message, refusal.Remedy));
                    return null;
                }

                return money.Value.Amount;
            }
        }

        return columns is null ? null : lines;
    }

    private static Problem Wrong(string code, string file, long row, string column, string? value, Phrase message, Phrase remedy) => new(Severity.Error, code, file, null, row, column, value, message, remedy);
}
