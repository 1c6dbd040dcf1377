using Microsoft.Playwright;
using Saima.Browser.Tests;
using Saima.Kernel.Identity;
using Saima.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Visitors))]
[assembly: AssemblyFixture(typeof(SampleBoard))]

namespace Saima.Browser.Tests;

/// <summary>People with a browser each: one Chromium, a context of its own for every visit.</summary>
public sealed class Visitors : IAsyncLifetime
{
    private const int Patience = 20_000;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        // As patient as every other step: a busy machine is no fault of the page.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = [.. Chromium.Arguments] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Somebody who visits a site; dispose the page's context after.</summary>
    public async Task<IPage> Visit(Site site, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(visit);
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            JavaScriptEnabled = visit.Scripts,
            Locale = visit.Language == "en" ? "en-GB" : "zh-CN",
            ColorScheme = visit.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = visit.Width, Height = 900 },
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(Patience);
        var cookie = !visit.SignedIn ? "" : visit is { Name: null, Role: Role.ProjectOffice } ? site.Cookie : await site.SignIn(visit.Name ?? $"测试{visit.Role}", visit.Role);
        if (cookie.Length > 0)
        {
            await context.AddCookiesAsync([new() { Name = cookie.Split('=')[0], Value = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..], Url = site.Address.ToString() }]);
        }

        return await context.NewPageAsync();
    }
}

/// <summary>How somebody visits.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Dark">Prefers dark pages.</param>
/// <param name="Width">Of the window in pixels.</param>
/// <param name="SignedIn">Else a visitor.</param>
/// <param name="Name">Signed in by this name.</param>
/// <param name="Role">Signed in with this role.</param>
/// <param name="Scripts">Whether the browser runs scripts; the pages have none, but looking into them needs it.</param>
public sealed record Visit(string Language = "zh", bool Dark = false, int Width = 1280, bool Scripts = true, bool SignedIn = true, string? Name = null, Role Role = Role.ProjectOffice);
