using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Saima.Modules.Tests.Kernel.Sheets;

/// <summary>Writes zips by hand, so that they can lie.</summary>
internal sealed class ZipBytes : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly MemoryStream directory = new();
    private int count;

    /// <param name="declared">Inflated length the directory claims.</param>
    public ZipBytes Add(string name, byte[] packed, uint crc, long declared, ushort flags = 0, uint attributes = 0)
    {
        var at = (uint)bytes.Length;
        var utf8 = Encoding.UTF8.GetBytes(name);
        var size = (uint)Math.Min(declared, uint.MaxValue - 1);
        void Shared(BinaryWriter to)
        {
            to.Write((ushort)20);
            to.Write((ushort)(flags | 0x800));
            to.Write((ushort)8);
            to.Write(0x00210000);
            to.Write(crc);
            to.Write((uint)packed.Length);
            to.Write(size);
            to.Write((ushort)utf8.Length);
            to.Write((ushort)0);
        }

        var local = new BinaryWriter(bytes);
        local.Write(0x04034b50);
        Shared(local);
        local.Write(utf8);
        local.Write(packed);
        var central = new BinaryWriter(directory);
        central.Write(0x02014b50);
        central.Write((ushort)(0x300 | 20));
        Shared(central);
        central.Write((ushort)0);
        central.Write((ushort)0);
        central.Write((ushort)0);
        central.Write(attributes);
        central.Write(at);
        central.Write(utf8);
        count++;
        return this;
    }

    public ZipBytes Add(string name, string text, ushort flags = 0, uint attributes = 0)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return Add(name, Deflated(content), Crc32.HashToUInt32(content), content.Length, flags, attributes);
    }

    /// <summary>An entry of zeros that inflates to as many times ten million bytes as said.</summary>
    public ZipBytes AddBomb(string name, int tenMillions, long declared)
    {
        using var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        var zeros = new byte[10_000_000];
        deflate.Write(zeros);
        deflate.Flush();
        var first = (int)packed.Length;
        deflate.Write(zeros);
        deflate.Flush();
        var all = packed.ToArray();
        var bomb = new MemoryStream();
        bomb.Write(all.AsSpan(0, first));
        for (var i = 1; i < tenMillions; i++)
        {
            bomb.Write(all.AsSpan(first));
        }

        bomb.Write([3, 0]);
        return Add(name, bomb.ToArray(), 0, declared);
    }

    public byte[] ToArray()
    {
        var all = new MemoryStream();
        bytes.WriteTo(all);
        directory.WriteTo(all);
        var end = new BinaryWriter(all);
        end.Write(0x06054b50);
        end.Write(0);
        end.Write((ushort)count);
        end.Write((ushort)count);
        end.Write((uint)directory.Length);
        end.Write((uint)bytes.Length);
        end.Write((ushort)0);
        return all.ToArray();
    }

    public void Dispose()
    {
        bytes.Dispose();
        directory.Dispose();
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }
}
