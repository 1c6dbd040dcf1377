using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Saima.Engines.Transparency;
using Saima.Kernel.Data;
using Saima.Modules.Races.Log;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Races;

/// <summary>A citizen drops a bundle and sees the check done in the browser.</summary>
public sealed class LogDropTests(Visitors visitors, SampleBoard board) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-drop-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("zh", 1440, true)]
    [InlineData("zh", 390, false)]
    public async Task A_bundle_is_checked_in_the_browser_and_what_is_wrong_is_named(string language, int width, bool own)
    {
        var site = await board.On("sqlite");
        var page = await visitors.Visit(site, new(language, Width: width, SignedIn: false));
        if (!own)
        {
            // As at an address without https: the browser has no hashes and no signatures of its own.
            await page.AddInitScriptAsync("Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined })");
        }

        List<string> broken = [], sent = [];
        page.Console += (_, said) => broken.AddRange(said.Type == "error" ? [said.Text] : []);
        page.PageError += (_, fault) => broken.Add(fault);
        page.Request += (_, request) => sent.AddRange(request.Method == "GET" ? [] : [request.Url]);
        var good = await Download(site, 6);
        await page.GotoAsync("/log/verify");
        await Drop(page, good, "核对通过");
        await Shows(page, "file", "通过", "contents", "通过", "checkpoint", "通过", "grew", "已记住", "entry", "通过", "inclusion", "通过");
        await Assertions.Expect(page.GetByText("第 5 条")).ToHaveCountAsync(1);
        await Clean(page, width);
        await Shot(page, $"good-{width}");

        // Again: now there is a past to compare with.
        await Drop(page, good, "核对通过");
        await Assertions.Expect(page.GetByText("由以前见过的 6 条增长而来")).ToHaveCountAsync(1);

        var bytes = await File.ReadAllBytesAsync(good, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        var tampered = Path.Combine(folder.FullName, "tampered.zip");
        await File.WriteAllBytesAsync(tampered, bytes, Cancel);
        await Drop(page, tampered, "核对不通过");
        await Shows(page, "contents", "不通过", "entry", "没有做");
        await Assertions.Expect(page.GetByText("与清单不符")).ToHaveCountAsync(1);
        await Shot(page, $"tampered-{width}");

        var other = Path.Combine(folder.FullName, "other.zip");
        (await CliRun.Here("race", "settle", SampleDistrict.Folder, "--season", "2023", "--round", "2", "--out", other)).Status.ShouldBe(0);
        await Drop(page, other, "核对不通过");
        await Shows(page, "contents", "通过", "grew", "通过", "entry", "不通过", "inclusion", "没有做");
        await Assertions.Expect(page.GetByText("日志里没有这个指纹")).ToHaveCountAsync(1);

        await Drop(page, Path.Combine(SampleDistrict.Folder, "units.csv"), "核对不通过");
        await Assertions.Expect(page.GetByText("这不是结果包")).ToHaveCountAsync(1);

        // A log with another past, signed with the real key, and one that lost its end.
        await page.RouteAsync("**/log/checkpoint", route => Answer(route, site, 6, new byte[32]));
        await Drop(page, good, "核对不通过");
        await Assertions.Expect(page.GetByText("日志分叉：以前见过的前 6 条")).ToHaveCountAsync(1);
        await page.UnrouteAsync("**/log/checkpoint");
        await page.RouteAsync("**/log/checkpoint", route => Answer(route, site, 4, new byte[32]));
        await Drop(page, good, "核对不通过");
        await Assertions.Expect(page.GetByText("日志被截短：现有 4 条，以前见过 6 条")).ToHaveCountAsync(1);
        await page.UnrouteAsync("**/log/checkpoint");

        // A key that is not the log's.
        await page.GetByText("更严格地核对").ClickAsync();
        await page.Locator("#log-key").FillAsync(new VerifierKey("somebody", new byte[32]).ToString());
        await Drop(page, good, "核对不通过");
        await Assertions.Expect(page.GetByText("不是已知的公钥签的")).ToHaveCountAsync(1);
        await page.Locator("#log-key").FillAsync((await site.Anonymous.GetStringAsync("/log/vkey", Cancel)).Trim());
        await Drop(page, good, "核对通过");

        broken.ShouldBeEmpty();
        sent.ShouldBeEmpty();
        foreach (var (code, title) in new[] { ("en", "Publication log"), ("zh-Hant", "公開日誌"), ("zh-Hans", "公开日志") })
        {
            await page.GotoAsync("/log?lang=" + code);
            (await page.Locator("h1").TextContentAsync()).ShouldBe(title);
            await Clean(page, width);
        }

        await Shot(page, $"log-{width}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_exported_folder_checks_a_bundle_from_any_static_web_server()
    {
        var site = await board.On("sqlite");
        await site.Anonymous.GetStringAsync("/log/checkpoint", Cancel);
        var log = Path.Combine(folder.FullName, "log");
        var run = await CliRun.Here("log", "export", "--to", log, "--db", (await board.Database("sqlite")).Db);
        run.Status.ShouldBe(0, run.Output + run.Error);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var plain = builder.Build();
        using var files = new PhysicalFileProvider(log);
        plain.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/somewhere/below", ServeUnknownFileTypes = true });
        await plain.StartAsync(Cancel);
        var root = plain.Urls.Single() + "/somewhere/below/";
        var page = await visitors.Visit(site, new(SignedIn: false));
        List<string> broken = [];
        page.Console += (_, said) => broken.AddRange(said.Type == "error" ? [said.Text] : []);
        foreach (var (file, verdict) in new[] { ("verify.html", "核对通过"), ("verify.zh-Hant.html", "核對通過"), ("verify.en.html", "Checked: this is what was published") })
        {
            await page.GotoAsync(root + file);
            await Drop(page, await Download(site, 3), verdict);
        }

        await Clean(page, 1280);
        await Shot(page, "static");
        broken.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static Task Shot(IPage page, string name) => Environment.GetEnvironmentVariable("SAIMA_SHOTS") is { Length: > 0 } folder
        ? page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"log-{name}.png"), FullPage = true })
        : Task.CompletedTask;

    private static async Task Answer(IRoute route, Site site, long size, byte[] head)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<LogKeys>();
        var key = (await keys.Signing(scope.ServiceProvider.GetRequiredService<SaimaDb>(), default))[^1];
        var said = new Checkpoint(VerifierKey.Parse(key.Public)!.Name, size, head);
        await route.FulfillAsync(new() { Body = new SignedNote(said.Text, [keys.Sign(key, said.Text)!]).ToString(), ContentType = "text/plain; charset=utf-8" });
    }

    private async Task<string> Download(Site site, int round)
    {
        var file = Path.Combine(folder.FullName, $"r{round}.zip");
        await File.WriteAllBytesAsync(file, await site.Anonymous.GetByteArrayAsync($"/seasons/2023/rounds/{round}/bundle.zip", Cancel), Cancel);
        return file;
    }

    private static async Task Drop(IPage page, string file, string verdict)
    {
        await page.Locator("[data-bundle]").SetInputFilesAsync(Array.Empty<string>());
        await page.EvaluateAsync("document.querySelector('[data-verdict]').hidden = true");
        await page.Locator("[data-bundle]").SetInputFilesAsync(file);
        await page.Locator("[data-verdict]").WaitForAsync();
        (await page.Locator("[data-finding]").TextContentAsync()).ShouldStartWith(verdict);
    }

    private static async Task Shows(IPage page, params string[] steps)
    {
        foreach (var pair in steps.Chunk(2))
        {
            (await page.Locator($"[data-step={pair[0]}] .state").TextContentAsync()).ShouldBe(pair[1], pair[0]);
        }
    }

    private static async Task Clean(IPage page, int width)
    {
        (await Axe.Faults(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
    }
}
