using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Saima.Bench.Pages;

/// <summary>What Lighthouse says of the public pages, as a phone (throttled) and on a desk; and what a first visit weighs.</summary>
internal static class Lighthouse
{
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    public static void Report(StringBuilder text, string program, string folder, Uri site, IEnumerable<string> addresses)
    {
        text.Append("\n## Weight and Lighthouse 页面重量与 Lighthouse\n\n");
        text.Append("Lighthouse 13.5, first visit with an empty cache; scores for performance / accessibility / best practices / search engines.\n\n");
        text.Append("| page | first load, KiB | requests | as a phone | on a desk |\n|---|---:|---:|---:|---:|\n");
        var (lowest, heaviest) = (100.0, 0.0);
        foreach (var address in addresses)
        {
            var (phone, kib, requests) = Run(program, folder, new Uri(site, address));
            var (desk, _, _) = Run(program, folder, new Uri(site, address), "--preset=desktop");
            (lowest, heaviest) = (Math.Min(lowest, phone.Concat(desk).Min()), Math.Max(heaviest, kib));
            text.Append(CultureInfo.InvariantCulture, $"| `{address}` | {kib:F1} | {requests} | {string.Join(" / ", phone)} | {string.Join(" / ", desk)} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nAims: every score 95 or more (lowest: {lowest}), {(lowest >= 95 ? "met 达到" : "not met 未达到")}; first load under 200 KiB (heaviest: {heaviest:F1}), {(heaviest < 200 ? "met 达到" : "not met 未达到")}.\n");
    }

    private static (IReadOnlyList<double> Scores, double KiB, int Requests) Run(string program, string folder, Uri address, params string[] more)
    {
        var file = Path.Combine(folder, "lighthouse.json");
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        start.Environment["CHROME_PATH"] = Environment.GetEnvironmentVariable("SAIMA_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        foreach (var argument in (string[])[address.ToString(), "--output=json", "--output-path=" + file, "--quiet", "--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--only-categories=" + string.Join(',', Categories), .. more])
        {
            start.ArgumentList.Add(argument);
        }

        // On a busy machine the browser is sometimes too late for it; it asks to be run again then.
        for (var patience = 3; !Try(start, out var said); patience--)
        {
            if (patience == 0)
            {
                throw new InvalidOperationException(said);
            }
        }

        using var report = JsonDocument.Parse(File.ReadAllBytes(file));
        var scores = Categories.Select(category => Math.Round(report.RootElement.GetProperty("categories").GetProperty(category).GetProperty("score").GetDouble() * 100)).ToList();
        var audits = report.RootElement.GetProperty("audits");
        return (scores, audits.GetProperty("total-byte-weight").GetProperty("numericValue").GetDouble() / 1024, audits.GetProperty("network-requests").GetProperty("details").GetProperty("items").GetArrayLength());
    }

    private static bool Try(ProcessStartInfo start, out string said)
    {
        using var process = Process.Start(start)!;
        said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
