using System.Reflection;
using System.Text.RegularExpressions;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports.Uploads;

/// <summary>A mapping that can be taken again.</summary>
/// <param name="Shipped">It came with the platform.</param>
public sealed record ShelvedMapping(string Name, bool Shipped, Phrase Source);

/// <summary>映射架: the mappings that came with the platform, and those that were saved in the folder <c>mappings</c> below the data folder.</summary>
public sealed partial class MappingShelf(UploadShelf uploads)
{
    private const string Resource = "mappings/";

    private string Folder => Path.Combine(uploads.Data, "mappings");

    public IReadOnlyList<ShelvedMapping> All() =>
    [
        .. Saved().Select(name => new ShelvedMapping(name, false, Read(name).Value?.Source ?? new(name, name))),
        .. ShippedNames().Where(name => !Saved().Contains(name)).Select(name => new ShelvedMapping(name, true, Read(name).Value?.Source ?? new(name, name))),
    ];

    public Outcome<Mapping> Read(string name)
    {
        if (IsName(name) && File.Exists(Path.Combine(Folder, name + ".json")))
        {
            return MappingFile.Read(Path.Combine(Folder, name + ".json"));
        }

        using var shipped = ShippedNames().Contains(name) ? Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource + name + ".json") : null;
        if (shipped is null)
        {
            return UploadRefusals.MappingMissing;
        }

        using var text = new StreamReader(shipped);
        return MappingFile.Parse(text.ReadToEnd(), name + ".json");
    }

    /// <summary>Keeps a mapping for the next time; one of the same name is replaced.</summary>
    public Outcome<string> Save(string name, Mapping mapping)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (!IsName(name))
        {
            return UploadRefusals.BadName;
        }

        Directory.CreateDirectory(Folder);
        UploadShelf.WriteText(Path.Combine(Folder, name + ".json"), MappingFile.Write(mapping));
        return name;
    }

    private static bool IsName(string name) => name.Length <= 40 && Names().IsMatch(name);

    private static IReadOnlyList<string> ShippedNames() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)).Select(name => name[Resource.Length..^".json".Length]).Order(StringComparer.Ordinal)];

    private IReadOnlyList<string> Saved() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Where(IsName).Order(StringComparer.Ordinal)]
        : [];

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd} _\-]*\z")]
    private static partial Regex Names();
}
