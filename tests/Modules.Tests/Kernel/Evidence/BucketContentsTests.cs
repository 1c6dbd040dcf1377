using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Evidence;
using Saima.Kernel.Refusals;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Evidence;

/// <summary>Evidence in a bucket of a real S3-compatible server.</summary>
public sealed class BucketContentsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("saima-bucket-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_accepted_lies_in_the_bucket_under_its_hash_with_its_thumbnail_and_nothing_stays_on_this_machine()
    {
        var settings = await S3Server.Shared.Bucket();
        using var bucket = new BucketContents(settings, Incoming);
        using var store = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());
        var photo = MadeEvidence.Picture();

        var kept = (await Keep(store, "工地.jpg", photo)).Value.ShouldNotBeNull();

        (await Keys(bucket)).ShouldBe([ContentKey.Of(kept.Hash)!, ContentKey.OfThumbnail(kept.Hash)!], ignoreOrder: true);
        (await Read(await store.Open(kept.Hash, Cancel))).ShouldBe(photo);
        (await Read(await store.OpenThumbnail(kept.Hash, Cancel))).ShouldBe(kept.Photo!.Thumbnail);
        (await store.IsWhole(kept.Hash, Cancel)).ShouldBeTrue();
        Left().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("page.jpg", "<!DOCTYPE html><html></html>")]
    public async Task What_is_refused_never_reaches_the_bucket(string name, string content)
    {
        using var bucket = new BucketContents(await S3Server.Shared.Bucket(), Incoming);
        using var store = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());

        (await Keep(store, name, System.Text.Encoding.UTF8.GetBytes(content))).Refusal.ShouldNotBeNull();

        (await Keys(bucket)).ShouldBeEmpty();
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_kept_once_and_all_are_told_that_it_is_kept()
    {
        using var bucket = new BucketContents(await S3Server.Shared.Bucket(), Incoming);
        using var store = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());
        var photo = MadeEvidence.Picture();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Keep(store, $"{number}.jpg", photo)));

        all.ShouldAllBe(one => one.Refusal == null);
        (await Keys(bucket)).Count.ShouldBe(2, "the photo and its thumbnail");
        (await store.IsWhole(all[0].Value!.Hash, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Content_changed_in_the_bucket_is_noticed_not_handed_out_and_mended_by_whoever_gives_it_again()
    {
        var settings = await S3Server.Shared.Bucket();
        using var bucket = new BucketContents(settings, Incoming);
        using var store = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());
        var kept = (await Keep(store, "a.pdf", MadeEvidence.Pdf())).Value!;
        using var client = S3Server.Client(settings);
        await client.PutObjectAsync(new() { BucketName = settings.Bucket, Key = ContentKey.Of(kept.Hash), ContentBody = "forged", UseChunkEncoding = false }, Cancel);

        (await store.IsWhole(kept.Hash, Cancel)).ShouldBeFalse();
        (await store.Open(kept.Hash, Cancel)).Refusal!.Code.ShouldBe("EVIDENCE_BROKEN");
        await Keep(store, "a.pdf", MadeEvidence.Pdf());
        (await store.IsWhole(kept.Hash, Cancel)).ShouldBeTrue();
        Left().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nobody listens")]
    [InlineData("nobody answers")]
    [InlineData("no such bucket")]
    [InlineData("wrong secret")]
    public async Task A_store_that_cannot_be_reached_is_said_within_its_time_and_nothing_is_kept(string how)
    {
        var settings = await S3Server.Shared.Bucket() with { Patience = TimeSpan.FromSeconds(8) };
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        if (how == "nobody listens")
        {
            silent.Stop();
        }

        settings = how switch
        {
            "nobody listens" or "nobody answers" => settings with { Endpoint = new($"http://127.0.0.1:{port}") },
            "no such bucket" => settings with { Bucket = "none-of-this-name" },
            _ => settings with { Secret = "wrong" },
        };
        using var bucket = new BucketContents(settings, Incoming);
        using var store = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());
        var began = DateTimeOffset.UtcNow;

        (await Keep(store, "a.pdf", MadeEvidence.Pdf())).Refusal.ShouldNotBeNull().Code.ShouldBe("EVIDENCE_AWAY");

        (DateTimeOffset.UtcNow - began).ShouldBeLessThan(TimeSpan.FromSeconds(25));
        (await store.Open(new('0', 64), Cancel)).Refusal!.Code.ShouldBe("EVIDENCE_AWAY", "what cannot be said is not said to be gone");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_to_the_bucket_that_breaks_off_leaves_nothing_there()
    {
        var settings = await S3Server.Shared.Bucket();
        using var hurried = new BucketContents(settings with { Patience = TimeSpan.FromMilliseconds(40) }, Incoming);
        using var store = new EvidenceStore(hurried, Incoming, new FakeTimeProvider());
        using var bucket = new BucketContents(settings, Incoming);
        var refused = 0;
        foreach (var size in Enumerable.Range(1, 6))
        {
            var content = MadeEvidence.Pdf(new string('x', size * 4_000_000));
            refused += (await Keep(store, "a.pdf", content)).Refusal is null ? 0 : 1;
        }

        refused.ShouldBeGreaterThan(0, "the store was faster than it is allowed to be");
        await foreach (var key in bucket.Keys(Cancel))
        {
            using var whole = new EvidenceStore(bucket, Incoming, new FakeTimeProvider());
            (await whole.IsWhole(ContentKey.HashOf(key)!, Cancel)).ShouldBeTrue("there is never half a file under a hash");
        }
    }

    [Fact]
    public async Task Contents_move_to_the_bucket_and_back_checked_and_go_on_where_they_broke_off()
    {
        var settings = await S3Server.Shared.Bucket();
        using var bucket = new BucketContents(settings, Incoming);
        var disk = new FolderContents(Path.Combine(folder, "disk"));
        using var store = new EvidenceStore(disk, Incoming, new FakeTimeProvider());
        var kept = new List<KeptFile>();
        foreach (var seed in Enumerable.Range(1, 5))
        {
            kept.Add((await Keep(store, "a.jpg", MadeEvidence.Picture(seed: seed))).Value!);
        }

        var forged = Path.Combine(folder, "disk", ContentKey.Of(kept[2].Hash)!);
        await File.AppendAllTextAsync(forged, "x", Cancel);
        using var brief = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var moving = MoveContents.Run(disk, bucket, Incoming, brief.Token);
        while ((await Keys(bucket)).Count < 2)
        {
            await Task.Delay(20, Cancel);
        }

        await brief.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(moving);

        var first = await MoveContents.Run(disk, bucket, Incoming, Cancel);
        first.Broken.ShouldBe([ContentKey.Of(kept[2].Hash)!]);
        (first.Moved + first.Already, first.Already).ShouldSatisfyAllConditions(counts => counts.Item1.ShouldBe(9), counts => counts.Already.ShouldBeGreaterThanOrEqualTo(2, "what had arrived is not sent again"));
        (await MoveContents.Run(disk, bucket, Incoming, Cancel)).Moved.ShouldBe(0);

        var back = new FolderContents(Path.Combine(folder, "back"));
        (await MoveContents.Run(bucket, back, Incoming, Cancel)).Moved.ShouldBe(9);
        using var there = new EvidenceStore(back, Incoming, new FakeTimeProvider());
        foreach (var one in kept.Where(one => one != kept[2]))
        {
            (await there.IsWhole(one.Hash, Cancel)).ShouldBeTrue();
            (await Read(await there.OpenThumbnail(one.Hash, Cancel))).ShouldBe(one.Photo!.Thumbnail);
        }

        Left().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "", "", "", null)]
    [InlineData("https://s3.example", "evidence", "k", "s", "")]
    [InlineData("http://127.0.0.1:9000", "evidence", "k", "s", "")]
    [InlineData("http://s3.example", "evidence", "k", "s", "S3_NOT_HTTPS")]
    [InlineData("https://s3.example", "", "k", "s", "S3_NOT_WHOLE")]
    [InlineData("", "evidence", "k", "s", "S3_NOT_WHOLE")]
    public void Half_a_setting_is_refused_and_never_means_the_disk(string endpoint, string bucket, string key, string secret, string? expected)
    {
        var read = BucketSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["SAIMA_S3_ENDPOINT"] = endpoint, ["SAIMA_S3_BUCKET"] = bucket, ["SAIMA_S3_KEY"] = key, ["SAIMA_S3_SECRET"] = secret }).Build());

        (read.Refusal?.Code ?? (read.Value is null ? null : "")).ShouldBe(expected);
    }

    private string Incoming => Path.Combine(folder, "incoming");

    private string[] Left() => Directory.Exists(Incoming) ? Directory.GetFiles(Incoming) : [];

    private static Task<Outcome<KeptFile>> Keep(EvidenceStore store, string name, byte[] content) => store.Keep(new MemoryStream(content), name, content.Length, EvidenceLimits.Default, Cancel);

    private static async Task<List<string>> Keys(BucketContents bucket) => await bucket.Keys(Cancel).ToListAsync(Cancel);

    private static async Task<byte[]> Read(Outcome<Stream> opened)
    {
        await using var content = opened.Value.ShouldNotBeNull();
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, Cancel);
        return memory.ToArray();
    }
}
