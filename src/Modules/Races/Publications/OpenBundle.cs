using Microsoft.Win32.SafeHandles;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Publications;

/// <summary>
/// Use case: opens what may be a bundle. Nothing is unpacked: a bundle's entries are stored, known by name and at most fourteen, so no file can ask
/// for more memory or disk than its own size.
/// </summary>
internal static class OpenBundle
{
    public static Outcome<Bundle> Run(string path)
    {
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path);
            var outcome = Read(handle, Path.GetFileName(path));
            if (outcome.Refusal is null)
            {
                handle = null;
            }

            return outcome;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return PublicationRefusals.Unreadable(path);
        }
        finally
        {
            handle?.Dispose();
        }
    }

    internal static Outcome<Bundle> Read(SafeFileHandle handle, string name)
    {
        if (StoredZipDirectory.Find(handle) is not { } directory)
        {
            return NotOne(name, "它不是完整的 zip 文件", "it is not a whole zip file");
        }

        var entries = new List<StoredEntry>();
        for (var at = 0; at < directory.Length;)
        {
            if (StoredZipDirectory.Entry(handle, directory, ref at, out var fault) is not { } entry)
            {
                return NotOne(name, fault!.Zh, fault.En);
            }

            if (entries.Exists(other => other.Name == entry.Name))
            {
                return NotOne(name, $"{entry.Name} 出现了两次", $"{entry.Name} occurs twice");
            }

            entries.Add(entry);
        }

        // Entries that share bytes could pass for more than the file holds.
        var ordered = entries.OrderBy(entry => entry.Offset).ToList();
        if (ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Offset + pair.First.Size > pair.Second.Offset))
        {
            return NotOne(name, "条目互相重叠", "its entries overlap");
        }

        if (Content(handle, entries, BundleFormat.Manifest, ReadManifest.Largest) is not { } manifestBytes || ReadManifest.From(manifestBytes) is not { } manifest)
        {
            return NotOne(name, "没有可读的 manifest.json", "it has no readable manifest.json");
        }

        if (Content(handle, entries, BundleFormat.Rules, LocatedJson.LargestFile) is not { } rulesBytes)
        {
            return NotOne(name, "没有可读的 rules.json", "it has no readable rules.json");
        }

        var rules = RuleSetDocument.Parse(rulesBytes, BundleFormat.Rules);
        return rules.Refusal is { } refusal ? refusal : new Bundle(handle, name, entries, manifest, rules.Value!);
    }

    private static byte[]? Content(SafeFileHandle handle, List<StoredEntry> entries, string name, long largest) =>
        entries.Find(entry => entry.Name == name) is { } entry && entry.Size <= largest ? StoredZipDirectory.Bytes(handle, entry.Offset, (int)entry.Size) : null;

    private static Refusal NotOne(string name, string zh, string en) => PublicationRefusals.NotABundle(name, zh, en);
}
