using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>A package as a zip: <c>datapackage.json</c> at the top, or inside the one folder the zip holds.</summary>
internal static class PackageZip
{
    private const string Descriptor = "datapackage.json";
    private const long LargestDescriptor = 16 << 20;
    private const long KeptInMemory = 64 << 20;

    public static IReadOnlyList<TableFile> Open(string path, PackageFaults faults, CancellationToken cancel)
    {
        var file = Path.GetFileName(path);
        var tables = new List<TableFile>();
        try
        {
            using var zip = GuardedZip.Open(path);
            var descriptor = zip.Names.Where(name => name == Descriptor || (name.EndsWith("/" + Descriptor, StringComparison.Ordinal) && name.Count('/') == 1))
                .OrderBy(name => name.Length).FirstOrDefault();
            if (descriptor is null || zip.Length(descriptor) > LargestDescriptor)
            {
                faults.Add(Severity.Error, "NO_DESCRIPTOR", file, null, null, null, default,
                    new Phrase("压缩包里没有 datapackage.json。", "The zip has no datapackage.json."),
                    new Phrase("把数据包文件夹里的文件直接压缩。", "Pack the files of the package folder."));
                return tables;
            }

            var folder = descriptor[..^Descriptor.Length];
            foreach (var (table, resource) in PackageFolder.Resources(((MemorySource)Inflate(zip, descriptor, cancel)).ReadAll(), faults))
            {
                Add(tables, zip, table, folder, resource, faults, cancel);
            }

            return tables;
        }
        catch (Exception problem)
        {
            tables.ForEach(table => table.Source.Dispose());
            if (problem is not UnreadableFile unreadable)
            {
                throw;
            }

            faults.Add(unreadable.Problem);
            return [];
        }
    }

    private static void Add(
        List<TableFile> tables, GuardedZip zip, PackageTable table, string folder, string resource, PackageFaults faults, CancellationToken cancel)
    {
        var entry = folder + (resource.StartsWith("./", StringComparison.Ordinal) ? resource[2..] : resource);
        if (PackageFolder.IsOutside(resource))
        {
            PackageFolder.Outside(resource, faults);
        }
        else if (zip.Has(entry))
        {
            tables.Add(new TableFile(table, resource, null, Inflate(zip, entry, cancel)));
        }
        else
        {
            faults.Add(Severity.Error, "NO_SUCH_FILE", resource, null, null, null, default,
                new Phrase($"datapackage.json 里写的 {resource} 不在压缩包里。", $"{resource}, which datapackage.json names, is not in the zip."),
                new Phrase("补上文件，或从 datapackage.json 里去掉。", "Add the file, or take it out of datapackage.json."));
        }
    }

    /// <summary>Small tables in memory, large ones in a temporary file that is gone when it is closed.</summary>
    private static ByteSource Inflate(GuardedZip zip, string name, CancellationToken cancel)
    {
        using var from = zip.Read(name);
        if (zip.Length(name) <= KeptInMemory)
        {
            var memory = new MemoryStream((int)zip.Length(name));
            Copy(from, memory, cancel);
            return new MemorySource(memory.GetBuffer(), (int)memory.Length);
        }

        var path = Path.Combine(Path.GetTempPath(), "saima-" + Path.GetRandomFileName());
        try
        {
            using (var into = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            {
                Copy(from, into, cancel);
            }

            return new FileSource(path, deleteOnClose: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static void Copy(Stream from, Stream into, CancellationToken cancel)
    {
        var buffer = new byte[1 << 17];
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            cancel.ThrowIfCancellationRequested();
            into.Write(buffer, 0, read);
        }
    }
}
