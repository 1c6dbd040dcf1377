using NSec.Cryptography;
using Saima.Engines.Transparency;

namespace Saima.Modules.Races.Log;

/// <summary>Keys and signatures by RFC 8032.</summary>
internal static class Ed25519
{
    private static readonly SignatureAlgorithm Algorithm = SignatureAlgorithm.Ed25519;

    /// <summary>Whether a signature is right; a key that is none signs nothing.</summary>
    public static SignatureCheck Check { get; } = (publicKey, text, signature) =>
        PublicKey.TryImport(Algorithm, publicKey, KeyBlobFormat.RawPublicKey, out var key) && Algorithm.Verify(key!, text, signature);

    /// <summary>A new key: its private and its public half, 32 bytes each.</summary>
    public static (byte[] Private, byte[] Public) Make()
    {
        using var key = Key.Create(Algorithm, new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        return (key.Export(KeyBlobFormat.RawPrivateKey), key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    public static byte[] Sign(byte[] privateKey, ReadOnlySpan<byte> text)
    {
        using var key = Key.Import(Algorithm, privateKey, KeyBlobFormat.RawPrivateKey);
        return Algorithm.Sign(key, text);
    }
}
