using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>What <c>race settle</c> is asked: paths of files, and which edition of which round.</summary>
/// <param name="Rules">Rule-set document; empty for the published example.</param>
/// <param name="Previous">Bundle of the round before.</param>
/// <param name="Supersedes">Bundle of the edition that is corrected.</param>
public sealed record SettleRequest(
    string Package, int Season, int Round, string? Rules, string? Previous, int Edition, string? Supersedes, string Out, int Threads);

/// <summary>A round settled to a file.</summary>
public sealed record SettledFile(BuiltBundle Built, BundleOrder Order, DataPackage Package, IReadOnlyList<Problem> Warnings, string Out);
