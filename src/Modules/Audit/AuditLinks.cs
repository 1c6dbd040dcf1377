using System.Globalization;

namespace Saima.Modules.Audit;

/// <summary>Addresses of the ledger desk.</summary>
public static class AuditLinks
{
    public const string Ledger = "/ledger";
    public const string Workbook = "/ledger.xlsx";
    public const string Csv = "/ledger.csv";
    public const string Check = "/ledger/check";

    public static string Line(long number) => string.Create(CultureInfo.InvariantCulture, $"/ledger/{number}");
}
