using System.Text.Json;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>A package as a folder: <c>datapackage.json</c> and the files it names, none of them outside.</summary>
internal static class PackageFolder
{
    private const string Descriptor = "datapackage.json";

    public static IReadOnlyList<TableFile> Open(string folder, PackageFaults faults)
    {
        var descriptor = Path.Combine(folder, Descriptor);
        if (!File.Exists(descriptor))
        {
            faults.Add(Severity.Error, "NO_DESCRIPTOR", Descriptor, null, null, null, default,
                new Phrase("文件夹里没有 datapackage.json。", "The folder has no datapackage.json."),
                new Phrase("数据包要有 datapackage.json 说明各表的文件名；可以从示例抄一份。", "A data package needs a datapackage.json that names its files; copy the sample's."));
            return [];
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var files = new List<TableFile>();
        foreach (var (table, path) in Resources(File.ReadAllBytes(descriptor), faults))
        {
            if (IsOutside(path) || LeadsAway(root, path))
            {
                Outside(path, faults);
                continue;
            }

            var full = Path.Combine(root, path);
            if (!File.Exists(full))
            {
                faults.Add(Severity.Error, "NO_SUCH_FILE", path, null, null, null, default,
                    new Phrase($"datapackage.json 里写的 {path} 不存在。", $"{path}, which datapackage.json names, does not exist."),
                    new Phrase("补上文件，或从 datapackage.json 里去掉。", "Add the file, or take it out of datapackage.json."));
            }
            else
            {
                files.Add(new TableFile(table, path, null, new FileSource(full)));
            }
        }

        return files;
    }

    public static bool IsOutside(string path) =>
        path.Length is 0 or > 1_000 || Path.IsPathRooted(path) || path.Contains(':') || path.Contains('\0') || path.Split('/', '\\').Contains("..");

    /// <summary>A symbolic link on the way could lead anywhere.</summary>
    private static bool LeadsAway(string root, string path)
    {
        var at = root;
        foreach (var part in path.Split('/', '\\', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    public static void Outside(string path, PackageFaults faults) => faults.Add(
        Severity.Error, "PATH_OUTSIDE", Descriptor, null, null, "path", System.Text.Encoding.UTF8.GetBytes(path),
        new Phrase("文件路径指到数据包之外。", "The path leads out of the package."), new Phrase("只写数据包里的相对路径。", "Use a relative path inside the package."));

    /// <summary>The known tables that a descriptor names, each with its path.</summary>
    public static IReadOnlyList<(PackageTable Table, string Path)> Resources(ReadOnlyMemory<byte> json, PackageFaults faults)
    {
        var found = new List<(PackageTable, string)>();
        try
        {
            if (json.Span.StartsWith("\uFEFF"u8))
            {
                json = json[3..];
            }

            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("resources", out var resources)
                || resources.ValueKind != JsonValueKind.Array)
            {
                Bad(null, "没有 resources 列表。", "There is no list of resources.", faults);
                return [];
            }

            foreach (var resource in resources.EnumerateArray())
            {
                Resource(resource, found, faults);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            Bad(
                (problem as JsonException)?.LineNumber + 1, "不是合格的 JSON。", "This is not well-formed JSON.", faults);
        }

        return found;
    }

    private static void Resource(JsonElement resource, List<(PackageTable Table, string Path)> found, PackageFaults faults)
    {
        var name = Text(resource, "name");
        var path = Text(resource, "path");
        var table = PackageTable.All.FirstOrDefault(known => known.Name == name);
        if (name is null || path is null)
        {
            Bad(null, "resources 里有一项缺少 name 或 path。", "A resource lacks name or path.", faults);
        }
        else if (table is null)
        {
            faults.Add(Severity.Warning, "UNKNOWN_TABLE", Descriptor, null, null, "name", System.Text.Encoding.UTF8.GetBytes(name),
                new Phrase("规范里没有这张表，已忽略。", "The specification has no such table; it is ignored."),
                new Phrase("可写：" + string.Join("、", PackageTable.All.Select(t => t.Name)), "Tables: " + string.Join(", ", PackageTable.All.Select(t => t.Name))));
        }
        else if (found.Exists(other => other.Table == table))
        {
            Bad(null, $"表 {name} 出现两次。", $"The table {name} occurs twice.", faults);
        }
        else
        {
            found.Add((table, path));
        }
    }

    private static string? Text(JsonElement element, string property)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1)
        {
            value = value[0];
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static void Bad(long? line, string zh, string en, PackageFaults faults) => faults.Add(
        Severity.Error, "BAD_DESCRIPTOR", Descriptor, null, line, null, default,
        new Phrase(zh, en), new Phrase("照示例改正 datapackage.json。", "Correct datapackage.json after the sample's."));
}
