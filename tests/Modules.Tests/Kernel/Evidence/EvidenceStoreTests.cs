using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Evidence;
using Saima.Kernel.Refusals;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("saima-evidence-").FullName;
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly EvidenceStore store;

    public EvidenceStoreTests() => store = new EvidenceStore(new FolderContents(folder), Path.Combine(folder, "incoming"), clock);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "空.pdf", [], "EVIDENCE_EMPTY" },
        { "drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "EVIDENCE_MARKUP" },
        { "drawing.png", "<?xml version='1.0'?><svg onload='alert(1)'/>"u8.ToArray(), "EVIDENCE_MARKUP" },
        { "page.jpg", "  <!DOCTYPE html><html></html>"u8.ToArray(), "EVIDENCE_MARKUP" },
        { "run.pdf", [(byte)'M', (byte)'Z', .. new byte[500]], "EVIDENCE_TYPE" },
        { "run", [0x7F, (byte)'E', (byte)'L', (byte)'F', .. new byte[500]], "EVIDENCE_TYPE" },
        { "notes.txt", "只是文字"u8.ToArray(), "EVIDENCE_TYPE" },
        { "phone.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]], "EVIDENCE_HEIC" },
        { "photo.png", MadeEvidence.Picture(), "EVIDENCE_MISMATCH" },
        { "photo", MadeEvidence.Picture(), "EVIDENCE_MISMATCH" },
        { "photo.jpg", MadeEvidence.Pdf(), "EVIDENCE_MISMATCH" },
        { "cut.jpg", MadeEvidence.Picture()[..4000], "EVIDENCE_DAMAGED" },
        { "cut.png", MadeEvidence.Picture(SKEncodedImageFormat.Png)[..^6], "EVIDENCE_DAMAGED" },
        { "cut.webp", MadeEvidence.Picture(SKEncodedImageFormat.Webp)[..^60], "EVIDENCE_DAMAGED" },
        { "cut.pdf", MadeEvidence.Pdf()[..^8], "EVIDENCE_DAMAGED" },
        { "zip behind.jpg", [.. MadeEvidence.Picture(), .. MadeEvidence.Zip(("a.class", new byte[9]))], "EVIDENCE_POLYGLOT" },
        { "zip behind.pdf", [.. MadeEvidence.Pdf(), .. MadeEvidence.Zip(("META-INF/MANIFEST.MF", new byte[9])), .. "\n%%EOF"u8], "EVIDENCE_POLYGLOT" },
        { "more behind.png", [.. MadeEvidence.Picture(SKEncodedImageFormat.Png), .. "more"u8], "EVIDENCE_POLYGLOT" },
        { "more behind.webp", [.. MadeEvidence.Picture(SKEncodedImageFormat.Webp), .. "more"u8], "EVIDENCE_POLYGLOT" },
        { "more behind.jpg", [.. MadeEvidence.Picture(), .. "MZ more"u8], "EVIDENCE_POLYGLOT" },
        { "script behind.jpg", [.. MadeEvidence.Picture(), .. "<SCRIPT>alert(1)</SCRIPT>"u8], "EVIDENCE_MARKUP" },
        { "page in comment.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 8, .. "<html>"u8, .. MadeEvidence.Picture()[2..]], "EVIDENCE_MARKUP" },
        { "page.pdf", MadeEvidence.Pdf("<html><script>alert(1)</script>"), "EVIDENCE_MARKUP" },
        { "behind.pdf", [.. MadeEvidence.Pdf(), .. "and more"u8], "EVIDENCE_POLYGLOT" },
        { "acts.pdf", MadeEvidence.Pdf("1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"), "EVIDENCE_PDF_ACTION" },
        { "starts.pdf", MadeEvidence.Pdf("1 0 obj<</S/Launch/F(cmd.exe)>>endobj"), "EVIDENCE_PDF_ACTION" },
        { "plain.zip", MadeEvidence.Zip(("a.txt", [1])), "EVIDENCE_TYPE" },
        { "program.docx", MadeEvidence.Word(("META-INF/MANIFEST.MF", [1])), "EVIDENCE_TYPE" },
        { "macro.docx", MadeEvidence.Word(("word/vbaProject.bin", [1])), "EVIDENCE_MACRO" },
        { "macro type.docx", MadeEvidence.Package("x.macroEnabled.main+xml"), "EVIDENCE_MACRO" },
        { "page inside.docx", MadeEvidence.Word(("word/afchunk.html", [1])), "EVIDENCE_MACRO" },
        { "bomb.docx", MadeEvidence.Word(("word/media/a.bmp", new byte[20 << 20])), "ZIP_BOMB" },
        { "leads out.docx", MadeEvidence.Word(("../../etc/passwd", [1])), "ZIP_BAD_NAME" },
        { "behind.docx", [.. MadeEvidence.Word(), .. "<script>"u8], "EVIDENCE_POLYGLOT" },
        { "before.docx", [.. "<html>"u8, .. MadeEvidence.Word()], "EVIDENCE_MARKUP" },
        { "sheet.docx", MadeEvidence.Package("spreadsheetml.sheet.main+xml"), "EVIDENCE_MISMATCH" },
    };

    public static TheoryData<string, byte[], string> Accepted => new()
    {
        { "工地.JPG", MadeEvidence.Picture(), "image/jpeg" },
        { "工地.png", MadeEvidence.Picture(SKEncodedImageFormat.Png), "image/png" },
        { "工地.webp", MadeEvidence.Picture(SKEncodedImageFormat.Webp), "image/webp" },
        { "two pictures.jpg", [.. MadeEvidence.Picture(), .. MadeEvidence.Picture(seed: 2)], "image/jpeg" },
        { "motion.jpg", [.. MadeEvidence.Picture(), 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[40]], "image/jpeg" },
        { "施工许可证.pdf", MadeEvidence.Pdf(), "application/pdf" },
        { "开工报告.docx", MadeEvidence.Word(("word/embeddings/chart.xlsx", [1])), EvidenceFormat.Word.MediaType },
        { "台账.xlsx", MadeEvidence.Package("spreadsheetml.sheet.main+xml"), EvidenceFormat.Workbook.MediaType },
        { "汇报.pptx", MadeEvidence.Package("presentationml.presentation.main+xml"), EvidenceFormat.Slides.MediaType },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_honest_photo_or_document_is_refused_in_two_languages_and_leaves_nothing(string name, byte[] content, string code)
    {
        var outcome = await Keep(name, content);

        var refusal = outcome.Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Message.Zh.ShouldContain(name);
        refusal.Message.En.ShouldContain(name);
        refusal.Remedy.Zh.ShouldNotBeEmpty();
        Files().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task What_is_accepted_is_kept_whole_under_its_hash(string name, byte[] content, string media)
    {
        var kept = (await Keep(name, content)).Value.ShouldNotBeNull();

        kept.Format.MediaType.ShouldBe(media);
        kept.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        kept.Length.ShouldBe(content.Length);
        (kept.Photo is not null).ShouldBe(kept.Format.IsPhoto);
        await using var stream = (await store.Open(kept.Hash, TestContext.Current.CancellationToken)).Value.ShouldNotBeNull();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
        memory.ToArray().ShouldBe(content);
        (await store.IsWhole(kept.Hash, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_after_as_much_as_is_allowed_and_nothing_is_kept()
    {
        var endless = new Endless("%PDF-1.7\n"u8.ToArray(), 2L << 30);

        var outcome = await store.Keep(endless, "big.pdf", null, EvidenceLimits.Default, TestContext.Current.CancellationToken);

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_TOO_LARGE");
        endless.Position.ShouldBeLessThan(EvidenceLimits.Default.DocumentBytes + (1 << 20));
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stated_length_that_is_too_large_is_refused_before_a_byte_is_read()
    {
        var endless = new Endless([], 2L << 30);

        var outcome = await store.Keep(endless, "big.jpg", 2L << 30, EvidenceLimits.Default, TestContext.Current.CancellationToken);

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_TOO_LARGE");
        endless.Position.ShouldBe(0);
    }

    [Fact]
    public async Task A_photo_has_a_lower_limit_than_a_document()
    {
        var endless = new Endless([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[20]], 40L << 20);

        var outcome = await store.Keep(endless, "big.jpg", null, EvidenceLimits.Default, TestContext.Current.CancellationToken);

        outcome.Refusal.ShouldNotBeNull().Message.En.ShouldContain("20 MB");
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(() => store.Keep(new BrokenOff(), "a.jpg", null, EvidenceLimits.Default, TestContext.Current.CancellationToken));

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_upload_left_is_swept_later_and_running_uploads_are_not()
    {
        await Keep("a.pdf", MadeEvidence.Pdf());
        var left = Path.Combine(folder, "incoming", "left");
        await File.WriteAllBytesAsync(left, new byte[100], TestContext.Current.CancellationToken);

        store.Sweep().ShouldBe(0);
        clock.Advance(TimeSpan.FromHours(7));
        store.Sweep().ShouldBe(1);

        File.Exists(left).ShouldBeFalse();
        Files().Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_kept_once()
    {
        var photo = MadeEvidence.Picture();

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Keep($"{number}.jpg", photo)));

        all.Select(one => one.Value!.Hash).Distinct().Count().ShouldBe(1);
        Files().Length.ShouldBe(2, "the photo and its thumbnail");
    }

    [Fact]
    public async Task Content_changed_on_the_disk_is_noticed()
    {
        var kept = (await Keep("a.pdf", MadeEvidence.Pdf())).Value!;
        await File.AppendAllTextAsync(Path.Combine(folder, kept.Hash[..2], kept.Hash[2..]), "x", Encoding.UTF8, TestContext.Current.CancellationToken);

        (await store.IsWhole(kept.Hash, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await store.Open(kept.Hash, TestContext.Current.CancellationToken)).Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_BROKEN", "what was changed is not handed out");
        await Keep("a.pdf", MadeEvidence.Pdf());
        (await store.IsWhole(kept.Hash, TestContext.Current.CancellationToken)).ShouldBeTrue("whoever has the file still can give it again");
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Only_a_hash_opens_a_file(string hash) => (await store.Open(hash, TestContext.Current.CancellationToken)).Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_LOST");

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Outcome<KeptFile>> Keep(string name, byte[] content) =>
        await store.Keep(new MemoryStream(content), name, content.Length, EvidenceLimits.Default, TestContext.Current.CancellationToken);

    private string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
