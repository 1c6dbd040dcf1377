using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Money;

/// <summary>An amount of money, exact in 元. Between minus and plus <see cref="LargestAmount"/>: anything beyond is a slip of the pen.</summary>
public readonly record struct Yuan : IComparable<Yuan>
{
    /// <summary>10^15 元, eight times China's yearly output.</summary>
    public const long LargestAmount = RoundFacts.LargestAmount;

    /// <exception cref="ArgumentOutOfRangeException">Beyond <see cref="LargestAmount"/>; text from people goes through <see cref="ReadMoney"/>.</exception>
    public Yuan(long amount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, LargestAmount);
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, -LargestAmount);
        Amount = amount;
    }

    public long Amount { get; }

    public static bool operator <(Yuan left, Yuan right) => left.Amount < right.Amount;

    public static bool operator >(Yuan left, Yuan right) => left.Amount > right.Amount;

    public static bool operator <=(Yuan left, Yuan right) => left.Amount <= right.Amount;

    public static bool operator >=(Yuan left, Yuan right) => left.Amount >= right.Amount;

    /// <summary>The sum, refused where it is beyond <see cref="LargestAmount"/>.</summary>
    public static Outcome<Yuan> Sum(IEnumerable<Yuan> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        Int128 sum = 0;
        foreach (var amount in amounts)
        {
            sum += amount.Amount;
        }

        return Of(sum);
    }

    public Outcome<Yuan> Plus(Yuan other) => Of((Int128)Amount + other.Amount);

    public Outcome<Yuan> Minus(Yuan other) => Of((Int128)Amount - other.Amount);

    public int CompareTo(Yuan other) => Amount.CompareTo(other.Amount);

    /// <summary>In 万元 without trailing zeros, as packages and bundles have it.</summary>
    public override string ToString() => FormatMoney.Exact(Amount);

    internal static Outcome<Yuan> Of(Int128 amount) =>
        amount > LargestAmount || amount < -LargestAmount ? MoneyRefusals.Absurd : new Yuan((long)amount);
}
