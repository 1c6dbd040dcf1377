using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Engines.Transparency;

/// <summary>The public half of an Ed25519 key that signs notes. Source: C2SP signed-note.</summary>
/// <param name="Name">Whose it is; without blanks and <c>+</c>.</param>
/// <param name="PublicKey">32 bytes, RFC 8032.</param>
public sealed record VerifierKey(string Name, byte[] PublicKey)
{
    /// <summary>Bytes of a public key.</summary>
    public const int Length = 32;

    private const byte Ed25519 = 1;

    /// <summary>What the key is called in a signature: the first four bytes of <c>SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)</c>.</summary>
    public uint KeyId => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Ed25519, .. PublicKey]));

    /// <summary>The id as eight lower-case hexadecimal digits.</summary>
    public string KeyHex => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Reads a key as <see cref="ToString"/> writes it; nothing if it is not one or its id is not its own.</summary>
    /// <param name="text"><c>name+id+base64</c>; blanks around it are passed over.</param>
    public static VerifierKey? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Trim().Split('+', 3) is not [var name, var id, var base64] || !IsName(name))
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var written) || written != 1 + Length || bytes[0] != Ed25519)
        {
            return null;
        }

        var key = new VerifierKey(name, bytes[1..written]);
        return key.KeyHex == id ? key : null;
    }

    /// <summary>The key as people pass it on: <c>name+id+base64</c>.</summary>
    public override string ToString() => $"{Name}+{KeyHex}+{Convert.ToBase64String([Ed25519, .. PublicKey])}";

    /// <summary>Whether the same key.</summary>
    /// <param name="other">Another.</param>
    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && PublicKey.AsSpan().SequenceEqual(other.PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    internal static bool IsName(string name) => name.Length > 0 && !name.Any(character => char.IsWhiteSpace(character) || character == '+');
}
