using Saima.Kernel.Identifiers;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>What is doubtful about a national project code; only a warning, because codes are issued elsewhere.</summary>
internal static class ProjectCodeFault
{
    private const string Form = "0000-000000-00-00-000000";

    public static Phrase? Of(string code)
    {
        if (!HasCheckDigit(code))
        {
            return null;
        }

        var expected = NationalProjectCode.CheckDigit(code);
        return expected == code[^1]
            ? null
            : new Phrase($"项目代码校验位应为 {expected}。", $"The check digit of the project code should be {expected}.");
    }

    /// <summary>An old code (2015–2020) has a year where a new one has year and month, and no check digit.</summary>
    private static bool HasCheckDigit(string code)
    {
        if (code.Length != Form.Length)
        {
            return false;
        }

        for (var i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '-' ? code[i] != '-' : !char.IsAsciiDigit(code[i]))
            {
                return false;
            }
        }

        return ((code[2] - '0') * 10) + code[3] - '0' is >= 1 and <= 12;
    }
}
