using System.Net;
using Saima.Engines.Transparency;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Log;

/// <summary>Where a log is read from: an address of a site, or a folder it was exported to.</summary>
internal sealed class LogPlace : IDisposable
{
    // A bundle of entries of the greatest length.
    private const long Largest = LogTile.Full * (EntryBundle.Longest + 2L);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient? client;

    private LogPlace(string name, HttpClient? client) => (Name, this.client) = (name, client);

    /// <summary>As it is told and remembered; ends in a slash.</summary>
    public string Name { get; }

    /// <param name="text">An http(s) address, of a site or of its log, or a folder.</param>
    public static Outcome<LogPlace> Of(string text)
    {
        if (Directory.Exists(text))
        {
            return new LogPlace(Path.GetFullPath(text).TrimEnd('/') + "/", null);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return LogRefusals.BadPlace(text);
        }

        var root = address.AbsolutePath == "/" ? new Uri(address, RacesLinks.Log + "/") : new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        return new LogPlace(root.ToString(), new HttpClient { BaseAddress = root, Timeout = Patience, MaxResponseContentBufferSize = Largest });
    }

    /// <summary>A file of the log; empty if there is none.</summary>
    public async Task<Outcome<byte[]?>> Read(string path, CancellationToken cancel)
    {
        try
        {
            if (client is null)
            {
                var file = Path.Combine(Name, path);
                return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel) : default(byte[]);
            }

            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
            return answer.StatusCode == HttpStatusCode.NotFound ? default(byte[])
                : answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancel)
                : LogRefusals.Unreachable(Name + path, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException || (fault is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return LogRefusals.Unreachable(Name + path, fault.Message);
        }
    }

    public void Dispose() => client?.Dispose();
}
