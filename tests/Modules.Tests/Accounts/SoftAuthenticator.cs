using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Saima.Modules.Tests.Accounts;

/// <summary>An authenticator in memory: makes one passkey (ES256, attestation "none") and signs with it, or does so wrongly where a test wants it.</summary>
internal sealed class SoftAuthenticator : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte Attested = 0x40;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _user = "";

    public string Origin { get; set; } = "https://saima.example";

    public string Domain { get; set; } = "saima.example";

    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(32);

    public uint Count { get; set; }

    /// <summary>Whether the finger or the PIN was asked for.</summary>
    public bool Verifies { get; set; } = true;

    public bool CrossOrigin { get; set; }

    public void Dispose() => _key.Dispose();

    /// <summary>What a browser sends after it made a passkey.</summary>
    public string Make(string options, string? challenge = null)
    {
        var asked = JsonNode.Parse(options)!;
        _user = (string)asked["user"]!["id"]!;
        var client = Client("webauthn.create", challenge ?? (string)asked["challenge"]!);
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(Attested), .. new byte[16], (byte)(Id.Length >> 8), (byte)Id.Length, .. Id, .. key];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Answer(new() { ["clientDataJSON"] = Base64Url.EncodeToString(client), ["attestationObject"] = Base64Url.EncodeToString(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>What a browser sends after somebody signed in.</summary>
    /// <param name="user">Whose passkey it is said to be; empty for the right one.</param>
    public string Use(JsonElement options, string? challenge = null, string? user = null)
    {
        Count++;
        var client = Client("webauthn.get", challenge ?? options.GetProperty("challenge").GetString()!);
        var data = Data(0);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return Answer(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = user is null ? _user : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(user)),
        });
    }

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(Id),
        ["rawId"] = Base64Url.EncodeToString(Id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] Client(string type, string challenge) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["type"] = type, ["challenge"] = challenge, ["origin"] = Origin, ["crossOrigin"] = CrossOrigin }.ToJsonString());

    private byte[] Data(byte also)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(Present | (Verifies ? Verified : 0) | also), .. count];
    }
}
