using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Saima.Browser.Tests;

/// <summary>What axe finds on a page that somebody could not use.</summary>
internal static class Axe
{
    /// <returns>A line for each rule that is broken: which, and where.</returns>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
#pragma warning disable CS0618 // The other way opens another page for every run, for the sake of frames; there are none here.
        var result = await page.RunAxeLegacy();
#pragma warning restore CS0618
        return [.. result.Violations.Where(rule => rule.Impact is "serious" or "critical" or "moderate")
            .Select(rule => $"{new Uri(page.Url).PathAndQuery}: {rule.Id} {rule.Help}: {string.Join(" | ", rule.Nodes.Take(3).Select(node => node.Html + " " + string.Join(' ', node.Any.Select(check => check.Message))))}")];
    }
}
