using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>What is doubtful about a national project code; only a warning, because codes are issued elsewhere.</summary>
internal static class ProjectCodeFault
{
    private const int DigitsBeforeCheck = 19;

    public static Phrase? Of(string code)
    {
        Span<int> digits = stackalloc int[DigitsBeforeCheck + 1];
        var count = 0;
        foreach (var character in code)
        {
            if (char.IsAsciiDigit(character) && count < digits.Length)
            {
                digits[count++] = character - '0';
            }
        }

        // An old code (2015–2020) has a year where a new one has year and month, and no check digit.
        if (code.Length != 24 || count != digits.Length || (digits[2] * 10) + digits[3] is < 1 or > 12)
        {
            return null;
        }

        var p = 10;
        foreach (var digit in digits[..DigitsBeforeCheck])
        {
            var sum = (p + digit) % 10;
            p = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        var expected = (11 - p) % 10;
        return expected == digits[DigitsBeforeCheck]
            ? null
            : new Phrase($"项目代码校验位应为 {expected}。", $"The check digit of the project code should be {expected}.");
    }
}
