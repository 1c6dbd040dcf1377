using System.CommandLine;
using System.Globalization;

namespace Saima.Cli;

/// <summary><c>--lang</c>: the language of sentences. Numbers and dates are written the same in every language.</summary>
internal static class Language
{
    private const string Name = "--lang";

    public static Option<string?> Option()
    {
        var option = new Option<string?>(Name) { Description = "语言 zh、zh-Hant 或 en / language", Recursive = true };
        option.AcceptOnlyFromAmong("zh", "zh-Hans", "zh-Hant", "en");
        return option;
    }

    /// <summary>Read before the command line is parsed, because what is wrong with it is said in this language.</summary>
    public static void Use(IReadOnlyList<string> args)
    {
        var wanted = Environment.GetEnvironmentVariable("SAIMA_LANG");
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at].StartsWith(Name + "=", StringComparison.Ordinal))
            {
                wanted = args[at][(Name.Length + 1)..];
            }
            else if (args[at] == Name && at + 1 < args.Count)
            {
                wanted = args[at + 1];
            }
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(wanted switch { "en" => "en", "zh-Hant" => "zh-Hant", _ => "zh-Hans" });
    }
}
