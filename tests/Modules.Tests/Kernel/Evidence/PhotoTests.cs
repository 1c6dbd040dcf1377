using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Evidence;
using Saima.Kernel.Time;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Evidence;

public sealed class PhotoTests : IDisposable
{
    private static readonly PhotoPlace Site = new(30.0325, 120.8683);
    private readonly string folder = Directory.CreateTempSubdirectory("saima-photo-").FullName;
    private readonly EvidenceStore store;

    public PhotoTests() => store = new EvidenceStore(new FolderContents(folder), Path.Combine(folder, "incoming"), new FakeTimeProvider());

    [Fact]
    public async Task Time_and_place_are_read_and_the_thumbnail_has_neither()
    {
        var kept = await Keep(MadeEvidence.WithExif(MadeEvidence.Picture(), "2026:10:17 09:30:00", 30.0325, 120.8683));

        var photo = kept.Photo.ShouldNotBeNull();
        photo.TakenAt.ShouldBe(new DateTime(2026, 10, 17, 9, 30, 0));
        photo.Place.ShouldNotBeNull().MetresTo(Site).ShouldBeLessThan(1);
        (photo.Width, photo.Height).ShouldBe((640, 480));
        photo.Thumbnail.AsSpan().IndexOf("Exif"u8).ShouldBe(-1);
        photo.Thumbnail.AsSpan().IndexOf("EXIF"u8).ShouldBe(-1);
        await using var stored = (await store.OpenThumbnail(kept.Hash, TestContext.Current.CancellationToken)).Value.ShouldNotBeNull();
        stored.Length.ShouldBe(photo.Thumbnail.Length);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public async Task The_thumbnail_stands_upright_in_all_eight_orientations(short orientation, int right, int bottom)
    {
        using var bitmap = new SKBitmap(640, 480);
        bitmap.Erase(SKColors.Black);
        bitmap.Erase(SKColors.White, new SKRectI(0, 0, 160, 120));
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);

        var kept = await Keep(MadeEvidence.WithExif(data.ToArray(), "2026:10:17 09:30:00", 30, 120, orientation));

        using var small = SKBitmap.Decode(kept.Photo!.Thumbnail);
        (small.Width, small.Height).ShouldBe(orientation < 5 ? (480, 360) : (360, 480));
        small.GetPixel(right == 0 ? 20 : small.Width - 20, bottom == 0 ? 20 : small.Height - 20).Red.ShouldBeGreaterThan((byte)200);
        small.GetPixel(small.Width / 2, small.Height / 2).Red.ShouldBeLessThan((byte)50);
    }

    [Fact]
    public async Task A_photo_of_too_many_pixels_is_refused_before_it_is_decoded()
    {
        var png = MadeEvidence.Picture(SKEncodedImageFormat.Png, wide: 400, high: 400);

        var outcome = await store.Keep(new MemoryStream(png), "a.png", null, new EvidenceLimits { DecodedPixels = 100_000 }, TestContext.Current.CancellationToken);

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_PIXELS");
    }

    [Fact]
    public async Task A_photo_sent_on_smaller_and_coarser_looks_the_same_and_two_hundred_others_do_not()
    {
        var first = MadeEvidence.Picture();
        var looks = (await Keep(first)).Photo!.Looks;

        var again = (await Keep(MadeEvidence.Again(first, 500, 375, 40))).Photo!.Looks;

        PerceptualHash.LookAlike(looks, again).ShouldBeTrue();
        for (var seed = 2; seed <= 200; seed++)
        {
            PerceptualHash.LookAlike(looks, (await Keep(MadeEvidence.Picture(seed: seed, wide: 320, high: 240))).Photo!.Looks).ShouldBeFalse($"seed {seed}");
        }
    }

    [Fact]
    public async Task Flags_say_what_to_look_at_twice()
    {
        var photo = MadeEvidence.WithExif(MadeEvidence.Picture(), "2026:10:17 09:30:00", 30.0525, 120.8683);
        var kept = await Keep(photo);
        var coarse = await Keep(MadeEvidence.Again(photo, 400, 300, 50));

        var flags = FlagEvidence.Run(kept, new(new Month(2026, 9), Site), [new("甲", kept.Hash, kept.Photo!.Looks), new("乙", coarse.Hash, coarse.Photo!.Looks), new("丙", "ab", null)]);

        flags.Select(flag => (flag.Flag, flag.Use)).ShouldBe([(EvidenceFlag.SameFile, "甲"), (EvidenceFlag.LooksTheSame, "乙"), (EvidenceFlag.ElsewhereTaken, null), (EvidenceFlag.OtherMonth, null)]);
        flags[2].Metres!.Value.ShouldBe(2224, 5);
        FlagEvidence.Run(kept, new(new Month(2026, 10), Site), [], radiusMetres: 3_000).ShouldBeEmpty();
        FlagEvidence.Run(kept, new(null, null), []).ShouldBeEmpty();
        FlagEvidence.Run(coarse, new(new Month(2026, 9), Site), []).ShouldBeEmpty("a photo without time and place tells nothing");
    }

    [Fact]
    public async Task Flat_pictures_are_not_taken_for_one_another()
    {
        using var bitmap = new SKBitmap(100, 100);
        bitmap.Erase(SKColors.Gray);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);

        var looks = (await Keep(data.ToArray())).Photo!.Looks;

        PerceptualHash.LookAlike(looks, looks).ShouldBeFalse();
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<KeptFile> Keep(byte[] photo)
    {
        var kept = await store.Keep(new MemoryStream(photo), "photo.jpg", photo.Length, EvidenceLimits.Default, TestContext.Current.CancellationToken);
        return kept.Value.ShouldNotBeNull(kept.Refusal?.Message.En);
    }
}
