using System.Runtime.CompilerServices;
using Saima.Kernel.Geography;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;

namespace Saima.Kernel.Identifiers;

/// <summary>
/// 项目代码: the national code of an investment project (GB/T 40058-2021), <c>YYMM-division-department-type-random+check</c>,
/// or one of the older kind (2015–2020), <c>YYYY-division-industry-type-serial</c>, without a check digit.
/// </summary>
public sealed record NationalProjectCode
{
    private const int DigitsBeforeCheck = 19;
    private static readonly int[] Segments = [4, 6, 2, 2, 6];
    private static readonly Month FirstOfTheNewKind = new(2020, 10);

    private NationalProjectCode(string text) => Text = text;

    /// <summary>24 characters, narrow, with <c>-</c>.</summary>
    public string Text { get; }

    /// <summary>An old code has a year where a new one has year and month; the old kind never had a year that reads as a month.</summary>
    public bool IsOld => Text[2..4] is "13" or "14" or "15" or "16" or "17" or "18" or "19" or "20";

    /// <summary>Month of coding; unknown in an old code.</summary>
    public Month? CodedIn => IsOld ? null : new Month(2000 + Number(0, 2), Number(2, 2));

    public int Year => IsOld ? Number(0, 4) : 2000 + Number(0, 2);

    /// <summary>Where the code was issued; codes of the central government have numbers of their own.</summary>
    public DivisionCode Division => new(Text[5..11]);

    /// <summary>Department that guides the project (new), or industry (old).</summary>
    public string Department => Text[12..14];

    public string Type => Text[15..17];

    /// <summary>What is doubtful about the code: a warning, because it was issued elsewhere and its standard leaves the sum unpublished.</summary>
    public Phrase? Doubt
    {
        get
        {
            if (IsOld)
            {
                return null;
            }

            var expected = CheckDigit(Text);
            return Text[^1] != expected ? IdentifierRefusals.CheckDigit(expected)
                : CodedIn < FirstOfTheNewKind ? IdentifierRefusals.BeforeTheCode
                : null;
        }
    }

    /// <summary>Reads a code, whatever hyphens and widths it is written with.</summary>
    public static Outcome<NationalProjectCode> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = IdentifierText.Normalise(text);
        if (!HasTheForm(code))
        {
            return IdentifierRefusals.NotProjectCode(text);
        }

        var month = ((code[2] - '0') * 10) + code[3] - '0';
        var old = code.StartsWith("20", StringComparison.Ordinal) && month is >= 13 and <= 20;
        return month is >= 1 and <= 12 || old ? new NationalProjectCode(code) : IdentifierRefusals.NoSuchMonth(code[..4]);
    }

    /// <summary>ISO 7064 MOD 11,10 over the first nineteen digits of a text that has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var (p, count) = (10, 0);
        foreach (var digit in digits)
        {
            if (char.IsAsciiDigit(digit) && count++ < DigitsBeforeCheck)
            {
                // Modulo 10 with 10 for 0, then modulo 11; p is 1 to 10 and the double even, so that taking away once will do.
                var sum = p + digit - '0';
                p = 2 * (sum > 10 ? sum - 10 : sum);
                p -= p > 10 ? 11 : 0;
            }
        }

        return (char)('0' + ((11 - p) % 10));
    }

    public override string ToString() => Text;

    private static bool HasTheForm(string code)
    {
        var parts = code.Split('-');
        return parts.Length == Segments.Length
            && parts.Zip(Segments).All(pair => pair.First.Length == pair.Second && pair.First.All(char.IsAsciiDigit));
    }

    private int Number(int start, int length) => int.Parse(Text.AsSpan(start, length), System.Globalization.CultureInfo.InvariantCulture);
}
