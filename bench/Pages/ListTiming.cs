using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Bench.Pages;

/// <summary>How long a list takes, milliseconds.</summary>
internal sealed partial record ListTiming(string Address, double First, double Median, double P95, int Bytes)
{
    /// <summary>Who opens the desks.</summary>
    public const string User = "bench";
    public const string Password = "Measured-in-2023";

    private const int Times = 40;

    /// <summary>Each address once after the start, and then forty times; words to search for are taken from the first list.</summary>
    public static IReadOnlyList<ListTiming> Measure(Uri site, IEnumerable<string> addresses)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = site };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        SignIn(client);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        // Names of generated projects hold these; a search that finds nothing would measure nothing.
        var timings = new List<ListTiming>();
        foreach (var address in addresses.Select(address => address.Replace("{word}", Uri.EscapeDataString("改造"), StringComparison.Ordinal).Replace("{initials}", "gz", StringComparison.Ordinal)))
        {
            var (first, bytes) = Once(client, address);
            var times = Enumerable.Range(0, Times).Select(_ => Once(client, address).Milliseconds).Order().ToList();
            timings.Add(new(Uri.UnescapeDataString(Bench().Replace(address, "$1").TrimEnd('?', '&')), first, times[Times / 2], times[(int)(Times * 0.95)], bytes));
        }

        return timings;
    }

    private static void SignIn(HttpClient client)
    {
        var page = client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)).GetAwaiter().GetResult();
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("user", User), new("password", Password), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var answer = client.PostAsync(new Uri("/sign-in", UriKind.Relative), form).GetAwaiter().GetResult();
        answer.EnsureSuccessStatusCode();
    }

    private static (double Milliseconds, int Bytes) Once(HttpClient client, string address)
    {
        var watch = Stopwatch.StartNew();
        using var answer = client.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
        var bytes = answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        return (watch.Elapsed.TotalMilliseconds, bytes.Length);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"([?&])bench=1&?")]
    private static partial Regex Bench();
}
