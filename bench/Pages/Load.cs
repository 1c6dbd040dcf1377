using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Saima.Bench.Pages;

/// <summary>The public board under wrk beside a bare ASP.NET page that answers the same bytes, in turn.</summary>
internal static partial class Load
{
    private const int Times = 3;

    public static void Report(StringBuilder text, Uri site, IEnumerable<string> addresses, Action<string> say)
    {
        text.Append("\n## The public board under load 公开看板的承载\n\n");
        text.Append("`wrk -t1 -c16 -d6 --latency`, compressed answers, wrk on the same two cores; the bare page is an ASP.NET endpoint that answers the same bytes from memory. The median of three runs taken in turn.\n\n");
        text.Append("| page | KiB | Saima, requests/s | p99 | bare, requests/s | p99 | share of the bare rate |\n|---|---:|---:|---:|---:|---:|---:|\n");
        var met = true;
        foreach (var address in addresses)
        {
            say($"wrk {address}");
            var page = Answer(new Uri(site, address));
            var file = Path.GetTempFileName();
            File.WriteAllBytes(file, page);
            using var bare = SaimaProcess.Bare(file);
            var (ours, theirs) = (new List<(double Rate, double P99)>(), new List<(double Rate, double P99)>());
            for (var time = 0; time < Times; time++)
            {
                ours.Add(Wrk(new Uri(site, address)));
                theirs.Add(Wrk(new Uri(bare.Address, "/page")));
            }

            File.Delete(file);
            var (own, peer) = (ours.OrderBy(run => run.Rate).ElementAt(Times / 2), theirs.OrderBy(run => run.Rate).ElementAt(Times / 2));
            met &= own.Rate * 2 >= peer.Rate && own.P99 < 20;
            text.Append(CultureInfo.InvariantCulture, $"| `{address}` | {page.Length / 1024.0:F1} | {own.Rate:N0} | {own.P99:F1} ms | {peer.Rate:N0} | {peer.P99:F1} ms | {own.Rate / peer.Rate:P0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nAim: half the bare rate and p99 under 20 ms, {(met ? "met 达到" : "not met 未达到")}.\n");
    }

    private static byte[] Answer(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return client.GetByteArrayAsync(address).GetAwaiter().GetResult();
    }

    private static (double Rate, double P99) Wrk(Uri address)
    {
        using var process = Process.Start(new ProcessStartInfo("wrk") { RedirectStandardOutput = true, ArgumentList = { "-t1", "-c16", "-d6", "--latency", "-H", "Accept-Encoding: br", address.ToString() } })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (said.Contains("Non-2xx", StringComparison.Ordinal) || !Rates().IsMatch(said))
        {
            throw new InvalidOperationException(said);
        }

        var slow = Slow().Match(said);
        var worth = slow.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return (Number(Rates().Match(said).Groups[1].Value), Number(slow.Groups[1].Value) * worth);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rates();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slow();
}
