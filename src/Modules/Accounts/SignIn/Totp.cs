using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Modules.Accounts.SignIn;

/// <summary>The six digits of an authenticator: RFC 6238 with SHA-1 and half minutes, as every authenticator has it.</summary>
public static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Step = 30;

    // A phone's clock may be off by half a minute.
    private const int Tolerated = 1;

    public static string Code(string key, long step)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The standard's own hash; the key is secret and the code lives for half a minute.
        HMACSHA1.HashData(Secret(key), counter, hash);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Step;

    /// <summary>The half minute a code belongs to; empty if it fits none, or one that was used already.</summary>
    public static long? Match(string? key, string code, DateTimeOffset now, long? last)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        long? found = null;
        for (var step = StepOf(now) - Tolerated; step <= StepOf(now) + Tolerated; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code)) && !(step <= last))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>What an authenticator reads, as a link or a picture.</summary>
    public static string Address(string key, string user) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Saima:{user}")}?secret={key}&issuer=Saima&digits=6&period={Step}";

    private static byte[] Secret(string key)
    {
        var bytes = new List<byte>(key.Length * 5 / 8);
        var (bits, held) = (0, 0);
        foreach (var letter in key)
        {
            (bits, held) = ((bits << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }

        return [.. bytes];
    }
}
