using Saima.Kernel.Refusals;

namespace Saima.Kernel.Money;

internal static class MoneyRefusals
{
    public static Refusal Absurd { get; } = new(
        "MONEY_ABSURD",
        new("金额超过一千万亿元（10¹⁵ 元）。", "The amount is beyond 10^15 yuan."),
        new("请核对金额和单位。", "Check the amount and its unit."));

    public static Refusal FractionOfYuan { get; } = new(
        "MONEY_FRACTION",
        new("金额精确到元以下。", "The amount is finer than one yuan."),
        new("请取整到元（以万元计时最多四位小数）。", "Round it to whole yuan (at most four decimals of 万元)."));

    public static Refusal NotMoney(string text) => new(
        "MONEY_UNREADABLE",
        new($"“{Cut(text)}”不是金额。", $"“{Cut(text)}” is not an amount of money."),
        new("请写成数字，可带单位元、千元、万元或亿元，例如 1234.5万元。", "Write a number, with a unit if you like: yuan, million, billion, 万元 or 亿元, e.g. 12.345 million."));

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
