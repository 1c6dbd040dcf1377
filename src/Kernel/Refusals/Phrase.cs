using System.Globalization;
using Saima.Kernel.Chinese;

namespace Saima.Kernel.Refusals;

/// <summary>A sentence for people, in simplified Chinese and in English; traditional Chinese is derived from the simplified.</summary>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The sentence in the language of the culture: English for <c>en</c>, traditional Chinese for <c>zh-Hant</c> and its regions, else simplified.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "en" ? En : TraditionalChinese.IsFor(culture) ? TraditionalChinese.Of(Zh) : Zh;
    }
}
