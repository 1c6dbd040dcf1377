using System.Globalization;
using System.Numerics;
using CsCheck;
using Saima.Kernel.Money;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Money;

public sealed class MoneyTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly Gen<long> Amounts = Gen.Long[-Yuan.LargestAmount, Yuan.LargestAmount];

    [Theory]
    [InlineData("1234.5", 12_345_000)]
    [InlineData("1,234.5678", 12_345_678)]
    [InlineData("6.18亿元", 618_000_000)]
    [InlineData("６．１８億元", 618_000_000)]
    [InlineData("CNY 618 million", 618_000_000)]
    [InlineData("618 million yuan", 618_000_000)]
    [InlineData("0.618bn", 618_000_000)]
    [InlineData("人民币 6.18 亿", 618_000_000)]
    [InlineData("¥100元", 100)]
    [InlineData("-0.0001万元", -1)]
    [InlineData("－3万元", -30_000)]
    [InlineData("0001.5000000万元", 15_000)]
    [InlineData("100000000000", 1_000_000_000_000_000)]
    public void Money_is_read_exactly_in_any_unit(string text, long yuan) =>
        ReadMoney.Run(text, MoneyUnit.TenThousandYuan).Value.Amount.ShouldBe(yuan);

    [Theory]
    [InlineData("")]
    [InlineData("万元")]
    [InlineData("一百万")]
    [InlineData("1,23")]
    [InlineData("12,34,567")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e5")]
    [InlineData("--1")]
    [InlineData("1 2")]
    [InlineData("NaN")]
    [InlineData("\ud800")]
    public void What_is_no_amount_is_refused(string text) =>
        ReadMoney.Run(text, MoneyUnit.TenThousandYuan).Refusal!.Code.ShouldBe("MONEY_UNREADABLE");

    [Theory]
    [InlineData("100000000000.0001", "MONEY_ABSURD")]
    [InlineData("99999999999999999999999999999999999999999999亿元", "MONEY_ABSURD")]
    [InlineData("-10000001亿元", "MONEY_ABSURD")]
    [InlineData("0.00001", "MONEY_FRACTION")]
    [InlineData("1.5元", "MONEY_FRACTION")]
    public void Too_much_and_too_fine_are_refused(string text, string code) =>
        ReadMoney.Run(text, MoneyUnit.TenThousandYuan).Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData(618_000_000, MoneyUnit.HundredMillionYuan, 2, "6.18亿元", "CNY 6.18 × 100 million")]
    [InlineData(618_000_000, MoneyUnit.MillionYuan, 0, "618百万元", "CNY 618 million")]
    [InlineData(123_456_789_000, MoneyUnit.TenThousandYuan, 0, "12,345,679万元", "CNY 12,345,679 × 10,000")]
    [InlineData(5_000, MoneyUnit.TenThousandYuan, 0, "1万元", "CNY 1 × 10,000")]
    [InlineData(4_999, MoneyUnit.TenThousandYuan, 0, "0万元", "CNY 0 × 10,000")]
    [InlineData(-5_000, MoneyUnit.TenThousandYuan, 0, "-1万元", "CNY -1 × 10,000")]
    [InlineData(-4_999, MoneyUnit.TenThousandYuan, 0, "0万元", "CNY 0 × 10,000")]
    [InlineData(1_050_000_000, MoneyUnit.BillionYuan, 1, "1.1十亿元", "CNY 1.1 billion")]
    public void Money_is_shown_rounded_half_up(long yuan, MoneyUnit unit, int decimals, string zh, string en)
    {
        FormatMoney.Run(new(yuan), unit, decimals, Chinese).ShouldBe(zh);
        FormatMoney.Run(new(yuan), unit, decimals, English).ShouldBe(en);
    }

    [Fact]
    public void Traditional_Chinese_has_its_own_units() =>
        FormatMoney.Run(new(618_000_000), MoneyUnit.HundredMillionYuan, 2, CultureInfo.GetCultureInfo("zh-Hant")).ShouldBe("6.18億元");

    [Fact]
    public void What_a_file_says_is_read_back_the_same() =>
        Amounts.Sample(yuan => ReadMoney.Run(FormatMoney.Exact(yuan), MoneyUnit.TenThousandYuan).Value.Amount == yuan);

    [Fact]
    public void What_people_see_is_within_half_of_the_last_decimal() =>
        Gen.Select(Amounts, Gen.Int[0, 4], Gen.OneOf(Gen.Const(MoneyUnit.Yuan), Gen.Const(MoneyUnit.TenThousandYuan), Gen.Const(MoneyUnit.HundredMillionYuan))).Sample((yuan, decimals, unit) =>
        {
            var worth = unit switch { MoneyUnit.Yuan => 1L, MoneyUnit.TenThousandYuan => 10_000, _ => 100_000_000 };
            var text = FormatMoney.Run(new(yuan), unit, decimals, Chinese).TrimEnd('元', '万', '亿').Replace(",", "", StringComparison.Ordinal);
            var shown = BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            var difference = (shown * worth) - (yuan * BigInteger.Pow(10, decimals));
            return 2 * BigInteger.Abs(difference) <= worth && text != "-0";
        });

    [Fact]
    public void Sums_are_exact_or_refused()
    {
        Yuan.Sum([new(1), new(-3), new(Yuan.LargestAmount)]).Value.Amount.ShouldBe(Yuan.LargestAmount - 2);
        Yuan.Sum([new(1), new(Yuan.LargestAmount)]).Refusal!.Code.ShouldBe("MONEY_ABSURD");
        new Yuan(-Yuan.LargestAmount).Minus(new(1)).Refusal.ShouldNotBeNull();
        Yuan.Sum(Enumerable.Repeat(new Yuan(Yuan.LargestAmount), 20_000)).Refusal!.Code.ShouldBe("MONEY_ABSURD");
        Should.Throw<ArgumentOutOfRangeException>(() => new Yuan(long.MinValue));
    }
}
