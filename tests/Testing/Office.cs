using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Saima.Testing;

/// <summary>LibreOffice and Poppler, as a reader would use them on a file we wrote.</summary>
public static partial class Office
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The file printed by LibreOffice.</summary>
    public static async Task<byte[]> ToPdf(byte[] file, string extension, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("saima-office-").FullName;
        await OneAtATime.WaitAsync(cancel);
        try
        {
            var path = Path.Combine(folder, "file." + extension);
            await File.WriteAllBytesAsync(path, file, cancel);
            await Run("soffice", ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", "pdf", "--outdir", folder, path], cancel);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "file.pdf"), cancel);
        }
        finally
        {
            OneAtATime.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<int> Pages(byte[] pdf, CancellationToken cancel) =>
        int.Parse(PageCount().Match(await OnFile(pdf, path => Run("pdfinfo", [path], cancel))).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    public static Task<string> Info(byte[] pdf, CancellationToken cancel) => OnFile(pdf, path => Run("pdfinfo", [path], cancel));

    /// <summary>The text of a page as it stands on it; of all pages without a number.</summary>
    public static Task<string> Text(byte[] pdf, int? page, CancellationToken cancel)
    {
        string[] which = page is { } one ? ["-f", $"{one}", "-l", $"{one}"] : [];
        return OnFile(pdf, path => Run("pdftotext", [.. which, "-layout", path, "-"], cancel));
    }

    private static async Task<string> OnFile(byte[] pdf, Func<string, Task<string>> read)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            return await read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> Run(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(cancel);
        var complained = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program}: {await complained}");
    }

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PageCount();
}
