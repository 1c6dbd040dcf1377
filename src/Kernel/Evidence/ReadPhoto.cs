using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Saima.Kernel.Refusals;
using SkiaSharp;

namespace Saima.Kernel.Evidence;

/// <summary>Decodes a photo whole, so that what cannot be seen is not kept as a picture, and reads time and place from it.</summary>
public static class ReadPhoto
{
    private const int ThumbnailSide = 480, ThumbnailQuality = 80;

    public static Outcome<Photo> Run(string path, string name, EvidenceFormat format, EvidenceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var codec = SKCodec.Create(path);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return EvidenceRefusals.Damaged(name, format);
        }

        var size = Fitting(codec, limits.DecodedPixels);
        if ((long)size.Width * size.Height > limits.DecodedPixels)
        {
            return EvidenceRefusals.TooManyPixels(name);
        }

        using var decoded = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            return EvidenceRefusals.Damaged(name, format);
        }

        using var small = Upright(decoded, codec.EncodedOrigin);
        using var encoded = small.Encode(SKEncodedImageFormat.Webp, ThumbnailQuality);
        var (taken, place) = Written(path);
        return new Photo(codec.Info.Width, codec.Info.Height, taken, place, PerceptualHash.Of(small), encoded.ToArray());
    }

    private static SKSizeI Fitting(SKCodec codec, long most)
    {
        var pixels = (double)codec.Info.Width * codec.Info.Height;
        return pixels <= most ? codec.Info.Size : codec.GetScaledDimensions((float)Math.Sqrt(most / pixels) * 0.99f);
    }

    private static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var scale = Math.Min(1f, (float)ThumbnailSide / Math.Max(picture.Width, picture.Height));
        var (wide, high) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        var small = turned ? new SKBitmap(high, wide) : new SKBitmap(wide, high);
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Turn(origin, wide, high));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, wide, high), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return small;
    }

    /// <summary>From the picture as stored to the picture as seen: the eight orientations of Exif 2.3, tag 274.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int wide, int high) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, wide, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, wide, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, high, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, high, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, high, -1, 0, wide, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, wide, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static (DateTime? Taken, PhotoPlace? Place) Written(string path)
    {
        try
        {
            var directories = ImageMetadataReader.ReadMetadata(path);
            var time = directories.OfType<ExifSubIfdDirectory>().Select(exif => exif.GetDescription(ExifDirectoryBase.TagDateTimeOriginal)).FirstOrDefault(text => text is not null);
            var place = directories.OfType<GpsDirectory>().Select(gps => gps.GetGeoLocation()).FirstOrDefault(found => found is { IsZero: false });
            DateTime? taken = DateTime.TryParseExact(time, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
            return (taken, place is null || Math.Abs(place.Latitude) > 90 || Math.Abs(place.Longitude) > 180 ? null : new PhotoPlace(place.Latitude, place.Longitude));
        }
        catch (Exception problem) when (problem is ImageProcessingException or IOException or MetadataException or ArgumentException)
        {
            return (null, null);
        }
    }
}
