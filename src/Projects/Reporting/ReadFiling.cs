using System.Globalization;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Kernel.Time;
using Saima.Projects.Packages;

namespace Saima.Projects.Reporting;

/// <summary>A row of the sheet as somebody typed it, made into a report: every fault at once, hard ones that keep it from being submitted and soft ones to look at.</summary>
/// <param name="row">Row of the sheet, from 1; a problem names it.</param>
public sealed class ReadFiling(FilingGround ground, IReadOnlyDictionary<string, string> texts, string file, long row)
{
    /// <summary>Fields in the order of the sheet.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["invested", "year_to_date", "building", "installation", "equipment", "other", "progress", "milestones", "problems", "next_steps", "correction"];

    private const int LongestText = 500;

    public List<Problem> Problems { get; } = [];

    /// <summary>Nothing was typed into the amounts: the project is left out.</summary>
    public static bool IsBlank(IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Fields.Take(6).All(field => string.IsNullOrWhiteSpace(texts.GetValueOrDefault(field)));
    }

    /// <returns>The report; of use only without errors.</returns>
    public FilingContent Run()
    {
        var content = new FilingContent(
            Money("invested", true), Money("year_to_date", true), Money("building"), Money("installation"), Money("equipment"), Money("other"),
            Text("progress"), Text("milestones"), Text("problems"), Text("next_steps"), Text("correction"));
        if (!Problems.Any(problem => problem.Severity == Severity.Error))
        {
            Check(content);
        }

        return content;
    }

    /// <summary>What a checker should look at in a report that was taken in.</summary>
    public static IReadOnlyList<Problem> Remarks(FilingGround ground, FilingContent content)
    {
        var reading = new ReadFiling(ground, new Dictionary<string, string>(), "", 0);
        reading.Check(content);
        return [.. reading.Problems.Where(problem => problem.Severity == Severity.Warning)];
    }

    /// <summary>Milestones a report says were reached, each with its day.</summary>
    public static IEnumerable<(string Name, DateOnly On)> Reached(FilingContent content, int month)
    {
        ArgumentNullException.ThrowIfNull(content);
        var last = new Month(month / 100, month % 100).LastDay;
        foreach (var part in (content.Milestones ?? "").Split(['；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = part.LastIndexOf(' ');
            yield return space > 0 && DateOnly.TryParseExact(part[(space + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (part[..space].Trim(), day) : (part, last);
        }
    }

    private void Check(FilingContent content)
    {
        // The sums of the statistical form, which the management report keeps too.
        if (ground.Before is { } before && content.YearToDate != content.Invested + before)
        {
            Say(Severity.Error, "YTD_SUM", "year_to_date",
                new($"年初累计应为上月累计 {Amount(before)} 加本月 {Amount(content.Invested)}，等于 {Amount(before + content.Invested)} 万元。",
                    $"The year to date is last month's {Amount(before)} plus this month's {Amount(content.Invested)}, that is {Amount(before + content.Invested)}."),
                new("核对两个数；上月填错的，先更正上月的月报。", "Check both figures; if last month was wrong, correct that report first."));
        }

        var parts = content.Building + content.Installation + content.Equipment + content.Other;
        if (parts != content.YearToDate)
        {
            Say(Severity.Error, "PARTS_SUM", "other",
                new($"建筑、安装、设备、其他相加是 {Amount(parts)}，与年初累计 {Amount(content.YearToDate)} 万元不等。", $"The four parts add up to {Amount(parts)}, not to the year to date of {Amount(content.YearToDate)}."),
                new("四项是年初累计的构成，相加要等于它。", "They are the parts of the year to date and add up to it."));
        }

        if (content.Invested < 0 && content.Correction is null)
        {
            Say(Severity.Error, "NEGATIVE_MONTH", "invested", new("本月为负，没有写更正说明。", "The month is negative and no correction is noted."), new("在更正说明里写明冲减哪个月、依据什么。", "Note which month is taken back and on what ground."));
        }

        if (ground.OpeningCumulative + content.YearToDate > ground.TotalInvestment + (ground.TotalInvestment / 10))
        {
            Say(Severity.Warning, "OVER_TOTAL", "year_to_date",
                new($"自开工累计 {Amount(ground.OpeningCumulative + content.YearToDate)} 超过总投资 {Amount(ground.TotalInvestment)} 的 1.1 倍。", $"Since the start {Amount(ground.OpeningCumulative + content.YearToDate)}, more than 1.1 times the total of {Amount(ground.TotalInvestment)}."),
                new("需要调整概算的，先走调整程序。", "If the total is to change, have it changed first."));
        }

        var month = new Month(ground.Month / 100, ground.Month % 100);
        foreach (var (name, day) in Reached(content, ground.Month))
        {
            if (!ground.Open.Contains(name))
            {
                Say(Severity.Error, "UNKNOWN_MILESTONE", "milestones", new($"没有未完成的节点“{name}”。", $"There is no open milestone “{name}”."),
                    new(ground.Open.Count == 0 ? "这个项目的节点都已完成。" : $"未完成的有：{string.Join('；', ground.Open)}。", ground.Open.Count == 0 ? "All milestones of the project are reached." : $"Open are: {string.Join("; ", ground.Open)}."));
            }
            else if (day > month.LastDay)
            {
                Say(Severity.Error, "DAY_AFTER_MONTH", "milestones", new($"“{name}”完成于 {day:yyyy-MM-dd}，在本月之后。", $"“{name}” was reached on {day:yyyy-MM-dd}, after this month."), new("写本月或以前的日期。", "Write a day of this month or before."));
            }
        }

        if (ground.LastMonth is { } last && content.CarriedFrom(last) is { Count: > 0 } carried)
        {
            Say(Severity.Warning, "CARRIED_OVER", carried[0], FilingWords.CarriedTexts(carried), new("有变化就改一改；没有变化，审核人会看到“沿用上月”。", "Change what changed; otherwise the checker sees that it is carried over."));
        }
    }

    private static string Amount(long yuan) => (yuan / 10_000m).ToString("#,0.####", CultureInfo.InvariantCulture);

    private long Money(string field, bool needed = false)
    {
        var text = (texts.GetValueOrDefault(field) ?? "").Trim();
        if (text.Length == 0)
        {
            if (needed)
            {
                Say(Severity.Error, "MISSING_VALUE", field, new($"{FilingWords.Field(field).Zh}没有填。", $"There is no {FilingWords.Field(field).En}."), new("填上；没有完成投资就填 0。", "Fill it in; write 0 if nothing was invested."));
            }

            return 0;
        }

        var money = ReadMoney.Run(text, MoneyUnit.TenThousandYuan);
        if (money.Refusal is { } refusal)
        {
            Say(Severity.Error, refusal.Code, field, refusal.Message, refusal.Remedy);
            return 0;
        }

        if (money.Value.Amount < 0 && field != "invested")
        {
            Say(Severity.Error, "NEGATIVE_NUMBER", field, new($"{FilingWords.Field(field).Zh}为负。", $"{FilingWords.Field(field).En} is negative."), new("只有本月完成可以为负，并要写更正说明。", "Only the month may be negative, with a note."));
        }

        return money.Value.Amount;
    }

    private string? Text(string field)
    {
        var text = (texts.GetValueOrDefault(field) ?? "").Trim();
        if (text.Length > LongestText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r')))
        {
            Say(Severity.Error, "BAD_TEXT", field, new($"超过 {LongestText} 个字，或含有看不见的控制字符。", $"It is longer than {LongestText} characters or holds control characters."), new("写短一些，重新输入。", "Make it shorter and type it again."));
        }
        else if (FormulaText.LooksLive(text))
        {
            Say(Severity.Error, "FORMULA_TEXT", field, CheckRows.LiveText, CheckRows.LiveRemedy);
        }

        return text.Length == 0 ? null : text;
    }

    private void Say(Severity severity, string code, string field, Phrase message, Phrase remedy)
    {
        Problems.Add(new(severity, code, file, null, row, field, texts.GetValueOrDefault(field), new($"{ground.Name}：{message.Zh}", $"{ground.Name}: {message.En}"), remedy));
    }
}
