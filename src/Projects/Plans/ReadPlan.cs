using System.Globalization;
using Saima.Kernel.Money;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Plans;

/// <summary>What a plan is held against.</summary>
/// <param name="Baseline">The approved one, if there is one.</param>
/// <param name="Milestones">What the register has: a plan leaves none of them out.</param>
/// <param name="LastFrozen">Last round whose data are frozen, 0 for none.</param>
public sealed record PlanGround(int Season, PlanContent? Baseline, IReadOnlyList<string> Milestones, int LastFrozen);

/// <summary>A plan as it is typed: texts by field, <c>annual</c>, <c>m1</c> … <c>m12</c>, <c>name1</c>, <c>on1</c>, <c>weight1</c> …, and for a change <c>reason</c>, <c>document</c>, <c>from</c>.</summary>
public sealed class ReadPlan(PlanGround ground, Func<string, string?> texts)
{
    /// <summary>Rows of milestones a form may hold.</summary>
    public const int MostMilestones = 60;

    private const int LongestText = 200;

    public List<Problem> Problems { get; } = [];

    public string? Reason { get; private set; }

    public string? Document { get; private set; }

    public int CountsFrom { get; private set; } = 1;

    /// <returns>The plan; of use only without problems.</returns>
    public PlanContent Run()
    {
        var annual = Money("annual", PlanWords.Annual);
        var months = Enumerable.Range(1, 12).Select(month => Money(Field("m", month), PlanWords.MonthOf(month))).ToList();
        var amounts = Problems.Count;
        var milestones = Enumerable.Range(1, MostMilestones).Select(Milestone).OfType<PlannedMilestone>().ToList();
        var content = new PlanContent(annual, months, milestones);
        var typed = Problems.Count;
        if (amounts == 0)
        {
            CheckMonths(content);
        }

        if (typed == amounts)
        {
            CheckMilestones(content);
        }

        if (ground.Baseline is { } baseline)
        {
            Change(baseline, content);
        }

        return content;
    }

    private static string Field(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

    private void CheckMonths(PlanContent content)
    {
        if (content.Months.Sum() is var sum && sum != content.Annual)
        {
            Say("MONTHS_SUM", "annual", new($"十二个月相加是 {FormatMoney.Exact(sum)} 万元，年度计划是 {FormatMoney.Exact(content.Annual)} 万元。", $"The twelve months add up to {FormatMoney.Exact(sum)}, the annual plan is {FormatMoney.Exact(content.Annual)} (10,000 yuan)."),
                new("改到两者相等。", "Make them equal."));
        }
    }

    private void CheckMilestones(PlanContent content)
    {
        foreach (var twice in content.Milestones.GroupBy(milestone => milestone.Name).Where(same => same.Count() > 1))
        {
            Say("DUPLICATE_KEY", "milestones", new($"节点“{twice.Key}”写了 {twice.Count()} 次。", $"The milestone “{twice.Key}” stands there {twice.Count()} times."), new("每个节点只留一行。", "Leave one row for each."));
        }

        if (content.Milestones.Count > 0 && content.Milestones.Sum(milestone => milestone.Weight) is var weight && weight != 100)
        {
            Say("WEIGHTS_SUM", "milestones", new($"节点权重相加是 {weight}，不是 100。", $"The weights of the milestones add up to {weight}, not to 100."), new("按重要程度分配 100。", "Share out 100 by importance."));
        }

        foreach (var missing in ground.Milestones.Except(content.Milestones.Select(milestone => milestone.Name)))
        {
            Say("MILESTONE_MISSING", "milestones", new($"节点“{missing}”不见了。", $"The milestone “{missing}” is missing."), new("节点不能从计划里消失；改期就写新的日期。", "A milestone cannot vanish from the plan; write a new day if it moves."));
        }
    }

    private void Change(PlanContent baseline, PlanContent content)
    {
        Reason = Text("reason", PlanWords.Reason);
        Document = Text("document", PlanWords.Document);
        if (!int.TryParse(texts("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var round) || round is < 1 or > 6)
        {
            Say("NO_ROUND", "from", new("没有选从哪一轮起算。", "The round from which it counts is not chosen."), new("选一轮。", "Choose one."));
            return;
        }

        CountsFrom = round;
        if (round <= ground.LastFrozen)
        {
            var refusal = PlanRefusals.RoundFrozen(round, ground.LastFrozen + 1);
            Say(refusal.Code, "from", refusal.Message, new($"选第 {ground.LastFrozen + 1} 轮或更后的一轮。", $"Choose round {ground.LastFrozen + 1} or a later one."));
        }

        if (Problems.Count > 0)
        {
            return;
        }

        var settled = 2 * (round - 1);
        for (var month = 1; month <= settled; month++)
        {
            if (baseline.Months[month - 1] != content.Months[month - 1])
            {
                Say("PAST_MONTH", Field("m", month), new($"{month} 月的计划属于第 {round} 轮以前，不能改动（基线是 {FormatMoney.Exact(baseline.Months[month - 1])} 万元）。", $"The plan of {PlanWords.MonthOf(month).En} lies before round {round} and cannot change (the baseline is {FormatMoney.Exact(baseline.Months[month - 1])})."),
                    new("只改从这一轮起的月份，或从更早的一轮起算。", "Change only the months from that round on, or let it count from an earlier round."));
            }
        }

        if (baseline.Same(content))
        {
            Say("NOTHING_CHANGED", "annual", new("与现行基线完全相同。", "It is the same as the current baseline."), new("改动之后再提交；不调整就不用提。", "Change something first; without a change there is nothing to hand in."));
        }
    }

    private PlannedMilestone? Milestone(int row)
    {
        var (name, on, weight) = ((texts(Field("name", row)) ?? "").Trim(), (texts(Field("on", row)) ?? "").Trim(), (texts(Field("weight", row)) ?? "").Trim());
        if (name.Length + on.Length + weight.Length == 0)
        {
            return null;
        }

        if (name.Length is 0 or > 80 || name.Any(char.IsControl) || FormulaText.LooksLive(name) || name.Contains('；', StringComparison.Ordinal) || name.Contains(';', StringComparison.Ordinal))
        {
            Say("BAD_NAME", Field("name", row), new($"第 {row} 个节点的名称是空的、太长，或含有分号、控制字符。", $"The name of milestone {row} is empty, too long, or holds semicolons or control characters."), new("写一个不超过 80 字的名称。", "Write a name of at most 80 characters."));
        }

        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 2000 || day.Year > 2199)
        {
            Say("BAD_DATE", Field("on", row), new($"节点“{name}”的计划日期“{on}”不是日期。", $"“{on}”, the day planned for “{name}”, is no date."), new("写成 2023-06-30 的样子。", "Write it like 2023-06-30."));
        }

        if (!int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > 100)
        {
            Say("BAD_WEIGHT", Field("weight", row), new($"节点“{name}”的权重“{weight}”不是 1 到 100 的整数。", $"“{weight}”, the weight of “{name}”, is no whole number from 1 to 100."), new("写 1 到 100 的整数，单位 %。", "Write a whole number from 1 to 100, in percent."));
        }

        return new(name, day, percent);
    }

    private long Money(string field, Phrase title)
    {
        var text = (texts(field) ?? "").Trim();
        if (text.Length == 0)
        {
            Say("MISSING_VALUE", field, new($"{title.Zh}没有填。", $"{title.En} is not filled in."), new("填上，单位万元；没有就填 0。", "Fill it in, in 10,000 yuan; write 0 for nothing."));
            return 0;
        }

        var money = ReadMoney.Run(text, MoneyUnit.TenThousandYuan);
        if (money.Refusal is { } refusal)
        {
            Say(refusal.Code, field, new($"{title.Zh}：{refusal.Message.Zh}", $"{title.En}: {refusal.Message.En}"), refusal.Remedy);
            return 0;
        }

        if (money.Value.Amount < 0)
        {
            Say("NEGATIVE_NUMBER", field, new($"{title.Zh}为负。", $"{title.En} is negative."), new("计划不能为负。", "A plan is not negative."));
        }

        return money.Value.Amount;
    }

    private string? Text(string field, Phrase title)
    {
        var text = (texts(field) ?? "").Trim();
        if (text.Length is 0 or > LongestText || text.Any(char.IsControl) || FormulaText.LooksLive(text))
        {
            Say("BAD_TEXT", field, new($"{title.Zh}没有写，超过 {LongestText} 个字，或以公式符号开头。", $"{title.En} is missing, longer than {LongestText} characters, or begins like a formula."), new("写清楚，不超过 200 个字。", "Write it out, with at most 200 characters."));
        }

        return text;
    }

    private void Say(string code, string field, Phrase message, Phrase remedy) => Problems.Add(new(Severity.Error, code, "", null, null, field, texts(field), message, remedy));
}
