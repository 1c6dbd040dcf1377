using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>Rules between the cells of a row and between rows; each table's rows are sorted by key.</summary>
internal static class CheckRows
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Projects(ReadRows rows, int[]? order, PackageFaults faults)
    {
        var (started, included, completed) = (rows.Int("started_on"), rows.Int("included_on"), rows.Int("completed_on"));
        var (from, to) = (rows.Int("suspended_from"), rows.Int("suspended_to"));
        var (plannedStart, plannedCompletion) = (rows.Int("planned_start"), rows.Int("planned_completion"));
        for (var row = 0; row < rows.Count; row++)
        {
            After(rows, order, row, "included_on", included[row], "started_on", started[row], faults);
            After(rows, order, row, "completed_on", completed[row], "started_on", started[row], faults);
            After(rows, order, row, "suspended_to", to[row], "suspended_from", from[row], faults);
            if (plannedCompletion[row] != RoundFacts.NoDate && plannedStart[row] != RoundFacts.NoDate && plannedCompletion[row] < plannedStart[row])
            {
                Tell(rows, order, row, Severity.Warning, "COMPLETION_BEFORE_START", "planned_completion", Day(plannedCompletion[row]), faults,
                    new Phrase($"计划竣工早于计划开工（{Day(plannedStart[row])}）。", $"The planned completion is before the planned start ({Day(plannedStart[row])})."),
                    new Phrase("核对两个日期。", "Check both dates."));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Issues(ReadRows rows, int[]? order, PackageFaults faults)
    {
        var (raised, due, closed) = (rows.Int("raised_on"), rows.Int("due_on"), rows.Int("closed_on"));
        for (var row = 0; row < rows.Count; row++)
        {
            After(rows, order, row, "due_on", due[row], "raised_on", raised[row], faults);
            After(rows, order, row, "closed_on", closed[row], "raised_on", raised[row], faults);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reports(ReadRows rows, int[]? order, PackageFaults faults)
    {
        var (project, month, invested, ytd) = (rows.Int("project"), rows.Int("month"), rows.Long("invested"), rows.Long("ytd"));
        for (var row = 0; row < rows.Count; row++)
        {
            var sameYear = row > 0 && project[row - 1] == project[row] && month[row - 1] / 12 == month[row] / 12;
            var expected = (sameYear ? ytd[row - 1] : 0) + invested[row];
            if (ytd[row] != expected)
            {
                Tell(rows, order, row, Severity.Warning, "YTD_DIFFERS", "ytd", Money(ytd[row]), faults,
                    new Phrase($"自年初累计应为上次累计加本月完成，即 {Money(expected)} 万元。", $"Year to date should be the last one plus the month, {Money(expected)} 万元."),
                    new Phrase("核对本月完成与自年初累计。", "Check the month's figure and the year to date."));
            }
        }
    }

    /// <summary>A year's plan rows add up to the annual plan.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Plans(ReadRows rows, int[]? order, ReadRows projects, PackageFaults faults)
    {
        var (project, month, planned, annual) = (rows.Int("project"), rows.Int("month"), rows.Long("planned"), projects.Long("annual_plan"));
        long sum = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            sum += planned[row];
            if (row + 1 < rows.Count && project[row + 1] == project[row] && month[row + 1] / 12 == month[row] / 12)
            {
                continue;
            }

            if (project[row] >= 0 && sum != annual[project[row]])
            {
                Tell(rows, order, row, Severity.Warning, "PLAN_SUM_DIFFERS", "planned", Money(sum), faults,
                    new Phrase($"这一年的月度计划合计 {Money(sum)} 万元，与年度计划 {Money(annual[project[row]])} 万元不等。",
                        $"The year's monthly plans add up to {Money(sum)} 万元 and the annual plan is {Money(annual[project[row]])} 万元."),
                    new Phrase("核对月度计划与年度计划投资。", "Check the monthly plans and the annual plan."));
            }

            sum = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Codes(ReadRows rows, int[]? order, PackageFaults faults)
    {
        var (codes, texts) = (rows.Int("code"), rows.Pool("code"));
        for (var row = 0; row < rows.Count; row++)
        {
            if (codes[row] >= 0 && ProjectCodeFault.Of(texts.Utf8(codes[row])) is { } message)
            {
                var code = texts.Text(codes[row]);
                Tell(rows, order, row, Severity.Warning, "CODE_DOUBTFUL", "code", code, faults, message,
                    new Phrase("按备案或审批文件核对项目代码。", "Check the code against the approval document."));
            }
        }
    }

    /// <summary>No text may begin like a formula: whoever opens a table in a spreadsheet would run it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Texts(ReadRows rows, int[]? order, PackageFaults faults)
    {
        foreach (var column in rows.Layout.Table.Columns.Where(column => column.Kind == CellKind.Text))
        {
            var (codes, texts) = (rows.Int(column.Name), rows.Pool(column.Name));
            var live = new HashSet<int>();
            for (var code = texts.Beginning(FormulaText.FirstBytes, 0); code >= 0; code = texts.Beginning(FormulaText.FirstBytes, code + 1))
            {
                if (FormulaText.LooksLive(texts.Utf8(code)))
                {
                    live.Add(code);
                }
            }

            for (var row = 0; live.Count > 0 && row < rows.Count; row++)
            {
                if (codes[row] >= 0 && live.Contains(codes[row]))
                {
                    Tell(rows, order, row, Severity.Error, "FORMULA_TEXT", column.Name, texts.Text(codes[row]), faults, LiveText, LiveRemedy);
                }
            }
        }
    }

    internal static Phrase LiveText { get; } = new("以 =、+、-、@ 开头，表格软件会把它当成公式。", "This begins with =, +, - or @ and a spreadsheet would take it for a formula.");

    internal static Phrase LiveRemedy { get; } = new("去掉开头的符号，或在前面加上文字。", "Drop the sign at the beginning, or put a word before it.");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void After(ReadRows rows, int[]? order, int row, string column, int date, string other, int earlier, PackageFaults faults)
    {
        if (date == RoundFacts.NoDate || (earlier != RoundFacts.NoDate && date >= earlier))
        {
            return;
        }

        var columns = rows.Layout.Table.Columns;
        var (zh, zhOther) = (columns[rows.Layout.Table.Column(column)].Zh, columns[rows.Layout.Table.Column(other)].Zh);
        var (code, message) = earlier == RoundFacts.NoDate
            ? ("DATE_WITHOUT", new Phrase($"有{zh}而没有{zhOther}。", $"There is {column} without {other}."))
            : ("DATE_BEFORE", new Phrase($"{zh}早于{zhOther}（{Day(earlier)}）。", $"{column} is before {other} ({Day(earlier)})."));
        Tell(rows, order, row, Severity.Error, code, column, Day(date), faults, message, new Phrase($"补上或改正{zh}、{zhOther}。", $"Add or correct {column} and {other}."));
    }

    private static void Tell(ReadRows rows, int[]? order, int row, Severity severity, string code, string column, string value, PackageFaults faults, Phrase message, Phrase remedy)
    {
        var heading = rows.Layout.Headings[rows.Layout.Table.Column(column)];
        faults.Add(severity, code, rows.Layout.File, rows.Layout.Sheet, rows.RowOf(order is null ? row : order[row]), heading, Encoding.UTF8.GetBytes(value), message, remedy);
    }

    private static string Day(int day) => day == RoundFacts.NoDate ? string.Empty : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(long yuan) => (yuan / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
