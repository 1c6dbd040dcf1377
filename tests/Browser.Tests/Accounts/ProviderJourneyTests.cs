using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.SignIn;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Accounts;

public sealed class ProviderJourneyTests(Visitors visitors)
{
    private const string Good = "Correct-horse-9";

    [Theory]
    [InlineData("sqlite", "zh", 1280)]
    [InlineData("postgres", "en", 390)]
    public async Task Somebody_binds_the_account_at_another_site_and_signs_in_there_next_time(string kind, string language, int width)
    {
        await using var provider = await IdentityServer.Start();
        (provider.Subject, provider.ShowsPage) = ("4711", true);
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data, provider.Tell);
        await provider.Know(site);
        var id = await Add(site);
        var page = await visitors.Visit(site, new(language, Width: width, SignedIn: false));
        await page.GotoAsync("/sign-in/provider/done");
        await Clean(page, width);
        await page.GotoAsync("/sign-in?return=%2Faccount");
        await Clean(page, width);
        await page.Locator("#user").FillAsync("chen.er");
        await page.Locator("#password").FillAsync(Good);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Locator("#provider-password").FillAsync(Good);
        await page.Locator("section[aria-labelledby=provider] button").ClickAsync();
        await Clean(page, width);
        await page.Locator("section[aria-labelledby=provider] a.btn").ClickAsync();
        page.Url.ShouldStartWith(provider.Address.ToString());
        await page.GetByText("4711").ClickAsync();
        await page.GetByText(language == "zh" ? "已绑定，下次可以用它登录。" : "It is bound; next time").WaitForAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/account");
        await Clean(page, width);
        await page.Context.CloseAsync();

        var key = await Factor(site, id);
        var next = await visitors.Visit(site, new(language, Width: width, SignedIn: false));
        await next.GotoAsync("/sign-in?return=%2Faccount");
        await next.Locator("section[aria-labelledby=provider] a").ClickAsync();
        await next.GetByText("4711").ClickAsync();
        await next.Locator("#code").FillAsync(Totp.Code(key, Totp.StepOf(TimeProvider.System.GetUtcNow())));
        await next.Locator("main button[type=submit]").ClickAsync();
        await next.Locator("main h1").GetByText("陈二").WaitForAsync();
        await next.Context.CloseAsync();
    }

    private static async Task Clean(IPage page, int width)
    {
        (await Axe.Faults(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
    }

    private static async Task<Guid> Add(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return (await AddPerson.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<UserManager<Person>>(), TimeProvider.System, "test", new("chen.er", "陈二", Good))).Value!.Id;
    }

    private static async Task<string> Factor(Site site, Guid id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await users.FindByIdAsync(id.ToString()))!;
        var key = await SwitchSecondFactor.Key(users, person);
        await users.SetTwoFactorEnabledAsync(person, true);
        return key;
    }
}
