using Saima.Kernel.Money;
using Saima.Kernel.Time;
using Saima.Modules.Races.Publications;
using Saima.Projects.Packages;
using Saima.Projects.Profile;

namespace Saima.Modules.Races.Review;

/// <summary>The S-curve of a project as the bundle under review has it, not as the register is by now.</summary>
internal static class FrozenCurve
{
    private const int Months = 12;

    public static ProgressCurve Of(Bundle bundle, StandingRow row)
    {
        var planned = new long[Months];
        var any = false;
        foreach (var (month, text) in Cells(bundle, PackageTable.Plans, "planned", row.Project))
        {
            (planned[month - 1], any) = (Yuan(text), true);
        }

        for (var month = 0; month < Months; month++)
        {
            planned[month] = any ? planned[month] + (month == 0 ? 0 : planned[month - 1]) : (long)((Int128)row.AnnualPlan * (month + 1) / Months);
        }

        var done = new long?[Months];
        foreach (var (month, text) in Cells(bundle, PackageTable.Reports, "ytd", row.Project).Where(cell => cell.Month <= 2 * bundle.Manifest.Round))
        {
            done[month - 1] = Yuan(text);
        }

        return new() { Planned = planned, Done = done, Spread = !any };
    }

    private static IEnumerable<(int Month, string Text)> Cells(Bundle bundle, PackageTable table, string column, string project)
    {
        using var entry = bundle.Read(BundleFormat.DataEntry(table.Name));
        if (entry is null)
        {
            yield break;
        }

        var scan = new CsvScan(entry);
        var (own, at, value) = (table.Column("project"), table.Column("month"), table.Column(column));
        while (scan.Next())
        {
            if (scan.Text(own) == project && Month.TryParse(scan.Text(at), out var month) && month.Year == bundle.Manifest.Season)
            {
                yield return (month.Number, scan.Text(value));
            }
        }
    }

    private static long Yuan(string text) => ReadMoney.Run(text, MoneyUnit.TenThousandYuan).Value.Amount;
}
