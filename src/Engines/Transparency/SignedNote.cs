using System.Buffers.Binary;
using System.Text;

namespace Saima.Engines.Transparency;

/// <summary>Checks a signature; the engine itself knows no signing.</summary>
/// <param name="publicKey">Ed25519, 32 bytes.</param>
/// <param name="text">What is said to be signed.</param>
/// <param name="signature">64 bytes.</param>
public delegate bool SignatureCheck(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);

/// <summary>One signature under a note.</summary>
/// <param name="Name">Of the key; without blanks and <c>+</c>.</param>
/// <param name="KeyId">Of the key.</param>
/// <param name="Signature">As the key's algorithm makes it.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature);

/// <summary>A text signed by one or more keys. Source: C2SP signed-note.</summary>
/// <param name="Text">What is signed; ends in a newline.</param>
/// <param name="Signatures">At least one.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Characters of the longest note that is read.</summary>
    public const int Longest = 100_000;

    private const string Dash = "— ";

    /// <summary>Reads a note; nothing if it is not one.</summary>
    /// <param name="note">The whole text with its signature lines.</param>
    public static SignedNote? Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (note.Length > Longest || split < 0 || !note.EndsWith('\n') || split + 2 == note.Length || note.Any(character => character < ' ' && character != '\n'))
        {
            return null;
        }

        List<NoteSignature> signatures = [];
        foreach (var line in note[(split + 2)..^1].Split('\n'))
        {
            if (Signature(line) is not { } signature)
            {
                return null;
            }

            signatures.Add(signature);
        }

        return new(note[..(split + 1)], signatures);
    }

    /// <summary>The note as it is kept and sent.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var bytes = new byte[4 + signature.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
            signature.Signature.CopyTo(bytes, 4);
            note.Append(Dash).Append(signature.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>The known keys by which the note is signed. Signatures of unknown keys are passed over; one of a known key that is wrong makes the whole note worthless.</summary>
    /// <param name="known">Keys that are trusted.</param>
    /// <param name="check">Checks one signature.</param>
    /// <returns>Empty if the note must not be believed.</returns>
    public IReadOnlyList<VerifierKey> SignedBy(IReadOnlyList<VerifierKey> known, SignatureCheck check)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(check);
        var text = Encoding.UTF8.GetBytes(Text);
        List<VerifierKey> signed = [];
        foreach (var signature in Signatures)
        {
            if (known.FirstOrDefault(key => key.Name == signature.Name && key.KeyId == signature.KeyId) is not { } key)
            {
                continue;
            }

            if (!check(key.PublicKey, text, signature.Signature))
            {
                return [];
            }

            signed.Add(key);
        }

        return signed;
    }

    private static NoteSignature? Signature(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var base64] || !VerifierKey.IsName(name))
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) && written > 4
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..written])
            : null;
    }
}
