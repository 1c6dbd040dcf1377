using System.Globalization;

namespace Saima.Modules.Races.Inspections;

/// <summary>How the ledger names what inspections are about.</summary>
internal static class InspectionLedger
{
    public static string Subject(int season, int round) => string.Create(CultureInfo.InvariantCulture, $"races/{season}/{round}");

    public static string Subject(Inspection one) => string.Create(CultureInfo.InvariantCulture, $"inspections/{one.Season}/{one.Round}/{one.Project}");

    public static string Subject(FalsificationCase one) => string.Create(CultureInfo.InvariantCulture, $"cases/{one.Season}/{one.Round}/{one.Project}/{one.Id}");
}
