using System.Globalization;

namespace Saima.Kernel.Geography;

/// <summary>A name in simplified and traditional characters and in English.</summary>
public sealed record PlaceName(string Hans, string Hant, string En)
{
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "en" ? En
            : culture.Name.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) || culture.Name is "zh-TW" or "zh-HK" or "zh-MO" ? Hant
            : Hans;
    }
}
