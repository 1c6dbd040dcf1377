using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Ui.Papers;

/// <summary>Prints HTML of ours as PDF with a Chromium of this computer: tagged, with text that can be searched. Word and Excel do without it.</summary>
public sealed class ChromiumPrint(IConfiguration configuration) : IDisposable
{
    public const string ContentType = "application/pdf";
    private const int AtOnce = 2;
    private static readonly string[] Usual = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>The program, or nothing where there is none; SAIMA_CHROMIUM says where it is.</summary>
    public string? Program => configuration["SAIMA_CHROMIUM"] is { Length: > 0 } said ? Find(said) : Usual.Select(Find).FirstOrDefault(found => found is not null);

    public static Refusal Missing { get; } = new(
        "NO_CHROMIUM",
        new("这台服务器上没有 Chromium，不能生成 PDF；Word 和 Excel 照常可用。", "There is no Chromium on this server, so no PDF can be made; Word and Excel work all the same."),
        new("安装 chromium，或用环境变量 SAIMA_CHROMIUM 指明它的路径。", "Install chromium, or say where it is with the environment variable SAIMA_CHROMIUM."));

    public static Refusal Failed { get; } = new(
        "PRINT_FAILED",
        new("PDF 没有生成。", "The PDF was not made."),
        new("稍后再试；还是不行，请管理员查看 Chromium 能否运行。", "Try again later; if it still fails, ask the administrator whether Chromium runs."));

    public async Task<Outcome<byte[]>> Run(string html, CancellationToken cancel)
    {
        if (Program is not { } program)
        {
            return Missing;
        }

        await places.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("saima-print-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, "paper.html"), Path.Combine(folder, "paper.pdf"));
            await File.WriteAllTextAsync(source, html, cancel);
            await Print(program, folder, source, target, cancel);
            return File.Exists(target) ? await File.ReadAllBytesAsync(target, cancel) : Failed;
        }
        finally
        {
            places.Release();
            Remove(folder);
        }
    }

    public void Dispose() => places.Dispose();

    private static async Task Print(string program, string folder, string source, string target, CancellationToken cancel)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            // The file is ours and encoded; a browser run by root or in a container has no sandbox to begin with.
            "--no-sandbox", "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
        if (process is null)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static string? Find(string name) => Path.IsPathRooted(name) ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A browser that was stopped may still be letting go of its profile; the folder is the system's to clean.
        }
    }
}
