using System.Globalization;
using Microsoft.AspNetCore.Components;
using Saima.Kernel.Refusals;

namespace Saima.Ui;

/// <summary>A component that speaks the language of the request.</summary>
public abstract class SaimaComponent : ComponentBase
{
    protected static CultureInfo Culture => CultureInfo.CurrentUICulture;

    protected static bool English => Culture.TwoLetterISOLanguageName == "en";

    /// <summary>The sentence in the language of the request.</summary>
    protected static string T(Phrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.In(Culture);
    }
}
