using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Testing;

/// <summary>The sample district's site on each kind of database, started once for all tests that only read.</summary>
public sealed partial class SampleBoard : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<string, (TestDatabase Database, Site Site)> _started = [];

    public async Task<Site> On(string kind) => (await Start(kind)).Site;

    public async Task<TestDatabase> Database(string kind) => (await Start(kind)).Database;

    /// <summary>What a page says, without its tags.</summary>
    public static string Text(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Scripts().Replace(html, " "), " ")), " ");

    /// <summary>Every address a page links to on this site.</summary>
    public static IReadOnlyList<string> Links(string html) =>
        [.. Hrefs().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(href => href.StartsWith('/')).Select(href => href.Split('#')[0]).Distinct()];

    public async ValueTask DisposeAsync()
    {
        foreach (var (database, site) in _started.Values)
        {
            await site.DisposeAsync();
            await database.DisposeAsync();
        }

        _one.Dispose();
    }

    private async Task<(TestDatabase Database, Site Site)> Start(string kind)
    {
        await _one.WaitAsync();
        try
        {
            if (!_started.TryGetValue(kind, out var known))
            {
                var database = TestDatabase.Create(kind);
                await SampleDistrict.Load(database);
                _started[kind] = known = (database, await Site.Start(database));
            }

            return known;
        }
        finally
        {
            _one.Release();
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<(style|script|svg)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(" href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();
}
