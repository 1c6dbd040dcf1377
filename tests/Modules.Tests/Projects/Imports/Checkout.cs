using Saima.Testing;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>Files of the checkout, and real data that lies beside it on some machines.</summary>
internal static class Checkout
{
    public static string Sample(string name) => Path.Combine(Approve.Root, "samples", "mappings", name);

    /// <summary>A file under <c>shared/data</c> beside the checkout, or null where there is none.</summary>
    public static string? Shared(string name)
    {
        if (Environment.GetEnvironmentVariable("SAIMA_SHARED_DATA") is { Length: > 0 } given)
        {
            return Existing(Path.Combine(given, name));
        }

        for (var folder = new DirectoryInfo(Approve.Root).Parent; folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "data", name)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
