using Saima.Kernel.Refusals;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Publications;

/// <summary>Use case: settles a round from a package on disk into a bundle on disk.</summary>
public static class SettleFile
{
    public static Outcome<SettledFile> Run(SettleRequest request, IProgress<BundleProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is not { Season: >= 1900 and <= 2199, Round: >= 1 and <= 6, Edition: >= 1, Threads: >= 1 and <= 1024 })
        {
            return PublicationRefusals.BadFrame;
        }

        if (request.Edition > 1 != request.Supersedes is not null)
        {
            return PublicationRefusals.EditionWithoutSuperseded;
        }

        if (new[] { request.Package, request.Rules, request.Previous, request.Supersedes }.Any(input => input is not null && SamePath(input, request.Out)))
        {
            return PublicationRefusals.OutIsInput(request.Out);
        }

        var rules = RuleSetFile.Read(request.Rules);
        if (rules.Refusal is { } badRules)
        {
            return badRules;
        }

        var order = new BundleOrder(request.Season, request.Round, rules.Value!, Edition: request.Edition, Threads: request.Threads);
        if (Superseded(request) is var superseded && superseded.Refusal is { } badEdition)
        {
            return badEdition;
        }

        if (Previous(request, order, progress, cancel) is var previous && previous.Refusal is { } badPrevious)
        {
            return badPrevious;
        }

        progress?.Report(new("data"));
        var reading = PackageReader.Read(request.Package, new ReadingOptions(request.Threads), null, cancel);
        if (reading.Package is not { } package)
        {
            return PublicationRefusals.PackageRefused(reading.Problems);
        }

        order = order with { Previous = previous.Value!.Results, Supersedes = superseded.Value!.Sha256 };
        try
        {
            var built = WholeFile.Write(request.Out, file => BuildBundle.Run(package, order, file, progress, cancel));
            return new SettledFile(built, order, package, [.. reading.Warnings], request.Out);
        }
        catch (BundleTooLargeException)
        {
            return PublicationRefusals.TooLarge;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return PublicationRefusals.CannotWrite(request.Out);
        }
    }

    private static Outcome<Corrected> Superseded(SettleRequest request)
    {
        if (request.Supersedes is null)
        {
            return new Corrected(null);
        }

        var opened = Bundle.Open(request.Supersedes);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        using var bundle = opened.Value!;
        var (season, round, edition) = (request.Season, request.Round, request.Edition - 1);
        return bundle.Manifest is var found && found.Season == season && found.Round == round && found.Edition == edition
            ? new Corrected(bundle.Sha256)
            : PublicationRefusals.WrongSuperseded(found, season, round, edition);
    }

    /// <summary>A result may only build on one that can be reproduced.</summary>
    private static Outcome<Before> Previous(
        SettleRequest request, BundleOrder order, IProgress<BundleProgress>? progress, CancellationToken cancel)
    {
        if (request.Previous is null)
        {
            return new Before(null);
        }

        var opened = Bundle.Open(request.Previous);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        using var bundle = opened.Value!;
        var (season, round) = order.Before;
        if (bundle.Manifest.Season != season || bundle.Manifest.Round != round)
        {
            return PublicationRefusals.WrongPrevious(bundle.Manifest, season, round);
        }

        progress?.Report(new("previous"));
        if (VerifyBundle.Run(bundle, null, request.Threads, null, cancel).First is { } difference)
        {
            return PublicationRefusals.PreviousDiffers(bundle.Name, difference.What);
        }

        var results = bundle.Results();
        return results.Refusal is { } unread ? unread : new Before(results.Value);
    }

    private static bool SamePath(string left, string right) => string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), StringComparison.Ordinal);

    private sealed record Corrected(string? Sha256);

    private sealed record Before(PreviousResults? Results);
}
