using System.Globalization;
using Saima.Kernel.Chinese;
using Saima.Kernel.Refusals;

namespace Saima.Ui.Figures;

/// <summary>Figures as every page writes them, in the manner of the language it is read in.</summary>
public static class Written
{
    /// <summary>For what is not known.</summary>
    public const string Undefined = "—";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>What <see cref="Amount"/> counts in.</summary>
    public static Phrase AmountUnit { get; } = new("万元", "million yuan");

    /// <summary>元, exact, with groups of three: in 万元 for Chinese, in millions for English.</summary>
    public static string Amount(long yuan) =>
        (English ? (yuan / 1_000_000m).ToString("#,0.######", CultureInfo.InvariantCulture) : (yuan / 10_000m).ToString("#,0.####", CultureInfo.InvariantCulture)).Replace('-', '−');

    /// <summary>How many 元 one of <see cref="AmountUnit"/> is.</summary>
    public static long AmountWorth => English ? 1_000_000 : 10_000;

    /// <summary>A day in a table: 2023-10-31, 31 Oct 2023.</summary>
    public static string Day(DateOnly? day) => day?.ToString(English ? "d MMM yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Undefined;

    /// <summary>A day in a sentence: 2023年10月31日, 31 October 2023.</summary>
    public static Phrase LongDay(DateOnly day) => new(day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A moment by the clock of China, to the minute.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToOffset(China).ToString(English ? "d MMM yyyy, HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day it was in China.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(China).DateTime);

    /// <summary>What people wrote, in the characters of the reader: for what a script shows; pages are converted as they are sent.</summary>
    public static string Name(string text) => TraditionalChinese.IsFor(CultureInfo.CurrentUICulture) ? TraditionalChinese.Of(text) : text;

    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
