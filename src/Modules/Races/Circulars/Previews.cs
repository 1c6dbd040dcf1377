using Saima.Kernel.Documents;

namespace Saima.Modules.Races.Circulars;

/// <summary>Word files of the previews looked at last, so that one can be opened as a file before the template is kept; they are gone when the program stops.</summary>
public sealed class Previews
{
    private const int Kept = 16;
    private readonly Lock one = new();
    private readonly List<(string Id, string Name, byte[] Bytes)> files = [];

    public string Keep(string name, byte[] bytes)
    {
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32];
        lock (one)
        {
            files.RemoveAll(file => file.Id == id);
            files.Add((id, name, bytes));
            if (files.Count > Kept)
            {
                files.RemoveAt(0);
            }
        }

        return id;
    }

    public (string Name, byte[] Bytes)? Find(string id)
    {
        lock (one)
        {
            return files.Find(file => file.Id == id) is { Bytes: not null } found ? (found.Name, found.Bytes) : null;
        }
    }

    public static string ContentType(string name) => name.EndsWith(".pptx", StringComparison.Ordinal) ? DeckWriter.ContentType : WordWriter.ContentType;
}
