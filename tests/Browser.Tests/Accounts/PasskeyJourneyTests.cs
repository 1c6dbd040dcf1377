using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.People;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Accounts;

public sealed class PasskeyJourneyTests(Visitors visitors)
{
    private const string Good = "Correct-horse-9";

    [Theory]
    [InlineData("sqlite", "zh", 1440)]
    [InlineData("postgres", "en", 390)]
    public async Task Somebody_adds_a_passkey_signs_in_with_it_and_removes_it(string kind, string language, int width)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        await Add(site);
        // Browsers have passkeys at names only, and this is the one every computer has.
        var root = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        var page = await visitors.Visit(site, new(language, Width: width, SignedIn: false));
        List<string> broken = [];
        page.Console += (_, said) => broken.AddRange(said.Type == "error" ? [said.Text] : []);
        var devices = await Device(page);
        await page.GotoAsync(new Uri(root, "/sign-in?return=%2Faccount").ToString());
        await Clean(page, width);
        await page.Locator("#user").FillAsync("chen.er");
        await page.Locator("#password").FillAsync(Good);
        await page.Locator("#password").PressAsync("Enter");
        await page.Locator("#passkey-name").FillAsync(language == "zh" ? "单位电脑" : "Office computer");
        await page.Locator("#passkey-name").PressAsync("Enter");
        var confirm = page.Locator("form[data-passkey-make] button");
        await confirm.WaitForAsync();
        await Clean(page, width);
        await confirm.ClickAsync();
        await page.GetByText(language == "zh" ? "已添加通行密钥" : "next time you may sign in with it").WaitForAsync();
        await Clean(page, width);

        await SignOut(page);
        await page.GotoAsync(new Uri(root, "/sign-in?return=%2Faccount").ToString());
        // In the field of the account the browser offers it by itself, and this device takes every offer.
        await page.Locator("main h1").GetByText("陈二").WaitForAsync();
        await SignOut(page);
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await page.GotoAsync(new Uri(root, "/sign-in?return=%2Faccount").ToString());
        await SignIn(page);
        await page.Locator("main h1").GetByText("陈二").WaitForAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=passkeys] tbody tr")).ToHaveCountAsync(1);

        // The device has one already; it says so itself and nothing is sent.
        await page.Locator("#passkey-name").FillAsync("2");
        await page.Locator("#passkey-name").PressAsync("Enter");
        await confirm.ClickAsync();
        await page.GetByText(language == "zh" ? "这台设备上已有一把" : "this device has one already").WaitForAsync();
        await Clean(page, width);
        await page.GotoAsync(new Uri(root, "/account").ToString());
        await page.Locator("section[aria-labelledby=passkeys] tbody form").Last.Locator("button").ClickAsync();
        await page.GetByText(language == "zh" ? "还没有通行密钥" : "No passkeys yet").WaitForAsync();

        await SignOut(page);
        await page.GotoAsync(new Uri(root, "/sign-in?return=%2Faccount").ToString());
        await SignIn(page);
        await page.GetByText(language == "zh" ? "这把通行密钥不能登录" : "This passkey cannot sign in").WaitForAsync();
        await Clean(page, width);
        await devices.DetachAsync();
        await page.Context.CloseAsync();
        broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_page_signs_in_by_password_and_shows_no_dead_button()
    {
        await using var data = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(data);
        await Add(site);
        var root = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        var page = await visitors.Visit(site, new(SignedIn: false, Scripts: false));
        await page.GotoAsync(new Uri(root, "/sign-in?return=%2Faccount").ToString());
        (await page.GetByText("用通行密钥登录").IsVisibleAsync()).ShouldBeFalse();
        await page.Locator("#user").FillAsync("chen.er");
        await page.Locator("#password").FillAsync(Good);
        await page.Locator("#password").PressAsync("Enter");
        await page.Locator("#passkey-name").FillAsync("电脑");
        await page.Locator("#passkey-name").PressAsync("Enter");
        await page.GetByText("通行密钥要浏览器的脚本和设备支持").WaitForAsync();
        (await page.GetByText("在设备上确认", new() { Exact = true }).IsVisibleAsync()).ShouldBeFalse();
        await page.Context.CloseAsync();
    }

    private static async Task<ICDPSession> Device(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return devices;
    }

    private static Task SignIn(IPage page) => page.Locator("section[data-passkey] button").ClickAsync();

    private static async Task SignOut(IPage page)
    {
        await page.Locator("main .title-bar button[type=submit]").ClickAsync();
        // What was kept on the device is cleared before the form goes.
        await page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/account", StringComparison.Ordinal));
    }

    private static async Task Clean(IPage page, int width)
    {
        (await Axe.Faults(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
    }

    private static async Task Add(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        _ = (await AddPerson.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), TimeProvider.System, "test", new("chen.er", "陈二", Good))).Value!;
    }
}
