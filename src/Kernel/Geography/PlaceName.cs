using System.Globalization;
using Saima.Kernel.Chinese;

namespace Saima.Kernel.Geography;

/// <summary>A name in simplified and traditional characters and in English.</summary>
public sealed record PlaceName(string Hans, string Hant, string En)
{
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "en" ? En
            : TraditionalChinese.IsFor(culture) ? Hant
            : Hans;
    }
}
