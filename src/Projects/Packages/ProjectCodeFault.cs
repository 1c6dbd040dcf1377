using System.Runtime.CompilerServices;
using Saima.Kernel.Identifiers;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>What is doubtful about a national project code; only a warning, because codes are issued elsewhere.</summary>
internal static class ProjectCodeFault
{

    private static ReadOnlySpan<byte> Form => "0000-000000-00-00-000000"u8;

    public static Phrase? Of(ReadOnlySpan<byte> code)
    {
        if (!HasCheckDigit(code))
        {
            return null;
        }

        Span<char> text = stackalloc char[code.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)code[i];
        }

        var expected = NationalProjectCode.CheckDigit(text);
        return expected == text[^1]
            ? null
            : new Phrase($"项目代码校验位应为 {expected}。", $"The check digit of the project code should be {expected}.");
    }

    /// <summary>An old code (2015–2020) has a year where a new one has year and month, and no check digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasCheckDigit(ReadOnlySpan<byte> code)
    {
        if (code.Length != Form.Length)
        {
            return false;
        }

        for (var i = 0; i < Form.Length; i++)
        {
            if (Form[i] == '-' ? code[i] != '-' : (uint)(code[i] - '0') > 9)
            {
                return false;
            }
        }

        return ((code[2] - '0') * 10) + code[3] - '0' is >= 1 and <= 12;
    }
}
