using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Saima.Architecture.Tests;

/// <summary>What a compiled assembly reaches for, read from its metadata.</summary>
internal static class EnginePurity
{
    private static readonly string[] BannedTypes =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Path", "System.Console",
        "System.Random", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Net.Http.HttpClient",
    ];

    private static readonly string[] BannedMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    public static IReadOnlyList<string> Reaches(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).Where(BannedTypes.Contains))
        {
            found.Add(type);
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                var name = NameOf(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name);
                if (BannedMembers.Contains(name))
                {
                    found.Add(name);
                }
            }
        }

        return [.. found];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
    }
}
