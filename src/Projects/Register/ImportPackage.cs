using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Packages;
using Saima.Projects.Plans;

namespace Saima.Projects.Register;

/// <summary>Writes a data package into the books of its season in one transaction.</summary>
public static class ImportPackage
{
    /// <param name="season">The season; empty to take the one year in which the package's plans and reports lie.</param>
    /// <param name="source">Name of the file or folder.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="also">Facts that no package holds and that belong to the same change.</param>
    public static async Task<Outcome<Imported>> Run(
        SaimaDb db, TimeProvider time, DataPackage package, int? season, string source, string by, string? reason = null,
        IProgress<RegisterProgress>? progress = null, FactRows? also = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (season is null)
        {
            var years = PackageFacts.Years(package);
            if (years.Count != 1)
            {
                return RegisterRefusals.SeasonAmbiguous(years);
            }

            season = years[0];
        }

        IReadOnlyList<FactRows> facts = also is null ? PackageFacts.Of(package, season.Value) : [.. PackageFacts.Of(package, season.Value), also];
        return await KeepBaseline.Import(db, time, new(season.Value, source, by, reason), facts, progress, cancel);
    }
}
