using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Saima.Modules.Tests.Kernel.Evidence;

/// <summary>Files made for the tests: photos with and without Exif, documents, and files that are two things at once.</summary>
internal static class MadeEvidence
{
    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg, int seed = 1, int wide = 640, int high = 480, int quality = 90)
    {
        using var bitmap = new SKBitmap(wide, high);
        using var canvas = new SKCanvas(bitmap);
        var random = new Random(seed);
        canvas.Clear(SKColors.Gray);
        for (var cell = 0; cell < 80; cell++)
        {
            using var paint = new SKPaint { Color = new SKColor((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)) };
            canvas.DrawRect(cell % 10 * wide / 10f, cell / 10 * high / 8f, wide / 10f, high / 8f, paint);
        }

        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    public static byte[] Again(byte[] picture, int wide, int high, int quality)
    {
        using var bitmap = SKBitmap.Decode(picture);
        using var small = bitmap.Resize(new SKImageInfo(wide, high), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var data = small.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    /// <summary>A JPEG with an Exif segment: orientation, time taken, and place in degrees north and east.</summary>
    public static byte[] WithExif(byte[] jpeg, string taken, double north, double east, short orientation = 1)
    {
        var tiff = new byte[400];
        "MM\0*"u8.CopyTo(tiff);
        Long(tiff, 4, 8);
        Directory(tiff, 8, (0x0112, 3, 1, orientation << 16), (0x8769, 4, 1, 100), (0x8825, 4, 1, 150));
        Directory(tiff, 100, (0x9003, 2, 20, 250));
        Directory(tiff, 150, (1, 2, 2, 'N' << 24), (2, 5, 3, 280), (3, 2, 2, 'E' << 24), (4, 5, 3, 310));
        Encoding.ASCII.GetBytes(taken + "\0").CopyTo(tiff, 250);
        Degrees(tiff, 280, north);
        Degrees(tiff, 310, east);
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((tiff.Length + 8) >> 8), (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. jpeg[2..]];
    }

    public static byte[] Pdf(string body = "1 0 obj<</Type/Catalog>>endobj") =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n{body}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Word(params (string Name, byte[] Content)[] more) => Package("wordprocessingml.document.main+xml", more);

    public static byte[] Package(string main, params (string Name, byte[] Content)[] more)
    {
        var types = $"""
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.{main}"/></Types>
            """;
        return Zip([("[Content_Types].xml", Encoding.UTF8.GetBytes(types)), ("word/document.xml", "<w/>"u8.ToArray()), .. more]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static void Directory(byte[] tiff, int at, params (int Tag, int Type, int Count, int Value)[] fields)
    {
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)fields.Length);
        for (var (field, place) = (0, at + 2); field < fields.Length; field++, place += 12)
        {
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(place), (ushort)fields[field].Tag);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(place + 2), (ushort)fields[field].Type);
            Long(tiff, place + 4, fields[field].Count);
            Long(tiff, place + 8, fields[field].Value);
        }
    }

    private static void Degrees(byte[] tiff, int at, double degrees)
    {
        Long(tiff, at, (int)Math.Round(degrees * 1_000_000));
        Long(tiff, at + 4, 1_000_000);
        Long(tiff, at + 12, 1);
        Long(tiff, at + 20, 1);
    }

    private static void Long(byte[] tiff, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at), value);
}
