using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>What verifying a bundle gave.</summary>
/// <param name="First">The first difference; empty if every byte is reproduced.</param>
/// <param name="Notes">What does not make it differ and people should know.</param>
/// <param name="Recomputed">What was recomputed, where it could be.</param>
public sealed record Verification(Difference? First, IReadOnlyList<Phrase> Notes, Recomputed? Recomputed)
{
    public bool Reproduced => First is null;
}

/// <summary>A round settled again from its bundle.</summary>
public sealed record Recomputed(DataPackage Package, BundleOrder Order, BuiltBundle Built);

/// <summary>Use case: settles a round again from the data and rules of its bundle and nothing else, and compares every byte.</summary>
public static class VerifyBundle
{
    /// <param name="bundle">The bundle.</param>
    /// <param name="previous">The previous round's bundle, to check that this one builds on it; empty leaves that out.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="progress">Told of every entry.</param>
    /// <param name="cancel">Stops the work.</param>
    public static Verification Run(
        Bundle bundle, Bundle? previous = null, int threads = 1, IProgress<BundleProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        List<Phrase> notes = [];
        if (bundle.Manifest.Engine != BundleFormat.Engine)
        {
            notes.Add(new($"结果包由 {bundle.Manifest.Engine} 算出，本程序为 {BundleFormat.Engine}", $"The bundle was made by {bundle.Manifest.Engine}; this program is {BundleFormat.Engine}"));
        }

        if (Inputs(bundle) is { } altered)
        {
            return new(altered, notes, null);
        }

        if (BundleInputs.Order(bundle, threads, out var unreadable) is not { } order)
        {
            return new(unreadable, notes, null);
        }

        progress?.Report(new("data"));
        var reading = BundleInputs.Data(bundle, threads, cancel);
        if (reading.Package is null)
        {
            var fault = reading.Errors.First();
            return new(Difference.Unreadable(fault.File, fault.Row, fault.Column, fault.Value, fault.Message), notes, null);
        }

        using var file = TemporaryFile();
        var built = BuildBundle.Run(reading.Package, order, file, progress, cancel);
        using var expected = OpenBundle.Read(file.SafeFileHandle, bundle.Name).Value ?? throw new InvalidOperationException("A bundle just written does not open.");
        progress?.Report(new("compare"));
        var first = Results(expected, bundle) ?? (previous is null ? null : Chain(bundle, previous));
        return new(first, notes, new(reading.Package, order, built));
    }

    /// <summary>The inputs are what the manifest says they are.</summary>
    private static Difference? Inputs(Bundle bundle)
    {
        foreach (var name in BundleFormat.Names.Where(name => name.StartsWith("data/", StringComparison.Ordinal) || name == BundleFormat.Rules))
        {
            var stated = bundle.Manifest.Entries.FirstOrDefault(entry => entry.Name == name);
            var found = bundle.Entries.FirstOrDefault(entry => entry.Name == name);
            if (stated is null || found is null)
            {
                if (stated is not null || (found is null && name != BundleFormat.Previous))
                {
                    return Difference.Missing(name);
                }

                if (found is not null)
                {
                    return Difference.Extra(name);
                }

                continue;
            }

            if (bundle.Hash(found) is var actual && actual != stated.Sha256)
            {
                return Difference.Hash(name, stated.Sha256, actual);
            }
        }

        return null;
    }

    /// <summary>Causes before consequences: the manifest, which hashes everything else, comes last.</summary>
    private static Difference? Results(Bundle expected, Bundle found) =>
        BundleFormat.Names.OrderBy(name => name == BundleFormat.Manifest)
            .Select(name => CompareEntries.Inside(expected, found, name))
            .FirstOrDefault(difference => difference is not null)
        ?? CompareEntries.Around(expected, found);

    private static Difference? Chain(Bundle bundle, Bundle previous)
    {
        if (bundle.Manifest.Previous is not { } named)
        {
            return Difference.Chain(new("结果包写明未给出上一轮", "The bundle says that no previous round was given"), previous.Sha256, null);
        }

        if (named != previous.Reference)
        {
            return Difference.Chain(
                new(
                    $"结果包所依据的上一轮不是这一个：写明 {named.Sha256}，给出的是 {previous.Sha256}",
                    $"The bundle builds on another previous bundle: it names {named.Sha256}, given is {previous.Sha256}"),
                previous.Sha256, named.Sha256);
        }

        using var stated = bundle.Read(BundleFormat.Previous);
        using var bytes = new MemoryStream();
        previous.Results().Value?.Write(bytes);
        var (actual, expected) = (stated is null ? "" : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stated)), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())));
        return actual == expected ? null : Difference.Hash(BundleFormat.Previous, expected, actual);
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), $"saima-verify-{Guid.NewGuid():N}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
}
