using System.Buffers.Text;
using System.Globalization;

namespace Saima.Engines.Transparency;

/// <summary>What a log says of itself at one moment: how many entries it has and the head of their tree. Source: C2SP tlog-checkpoint.</summary>
/// <param name="Origin">Which log; one line, not empty.</param>
/// <param name="Size">Entries.</param>
/// <param name="Head">Head of the tree, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Head)
{
    /// <summary>The text that is signed: origin, size and head in base64, a line each.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Head)}\n");

    /// <summary>Reads the text of a note; lines after the third are passed over. Nothing if it is no checkpoint.</summary>
    /// <param name="text">Ends in a newline.</param>
    public static Checkpoint? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var head = new byte[MerkleHash.Length];
        return lines.Length >= 4 && lines[^1].Length == 0 && lines[..^1].All(line => line.Length > 0)
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size.ToString(CultureInfo.InvariantCulture) == lines[1]
            && Base64.IsValid(lines[2]) && Convert.TryFromBase64String(lines[2], head, out var written) && written == head.Length && Convert.ToBase64String(head) == lines[2]
            ? new(lines[0], size, head)
            : null;
    }
}
