using System.Globalization;

namespace Saima.Ui.Figures;

/// <summary>Figures as every page writes them.</summary>
public static class Written
{
    /// <summary>For what is not known.</summary>
    public const string Undefined = "—";

    /// <summary>元 in 万元, exact, with groups of three.</summary>
    public static string TenThousands(long yuan) => (yuan / 10_000m).ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Undefined;
}
