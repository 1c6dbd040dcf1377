using System.Globalization;

namespace Saima.Kernel.Sheets;

/// <summary>Numbers of spreadsheets as people see them there: fifteen significant digits, no exponent.</summary>
public static class NumberText
{
    /// <summary><c>0.30000000000000004</c> is <c>0.3</c> and <c>1.5E3</c> is <c>1500</c>; what is no number stays as it is.</summary>
    public static string Plain(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var digits = 0;
        var plain = true;
        foreach (var c in stored)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            plain &= char.IsAsciiDigit(c) || c is '.' or '-';
        }

        if (plain && digits <= 15)
        {
            return stored;
        }

        return double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) is < 1e28 and (0 or > 1e-12)
            && decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : stored;
    }
}
