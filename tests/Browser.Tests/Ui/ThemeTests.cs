using Microsoft.Playwright;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Ui;

public sealed class ThemeTests(Visitors visitors, SampleBoard board)
{
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData(false, "深色", "rgb(15, 22, 32)")]
    [InlineData(true, "浅色", "rgb(244, 246, 249)")]
    public async Task Whoever_chooses_light_or_dark_gets_it_whatever_the_system_wishes_and_keeps_it(bool dark, string choice, string background)
    {
        var page = await visitors.Visit(await board.On("sqlite"), new(Dark: dark));
        await page.GotoAsync("/");
        (await page.EvaluateAsync<string>(Background)).ShouldNotBe(background);
        await page.Locator("summary", new() { HasText = "外观" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = choice }).ClickAsync();
        // A click is over before the page it leads to has its style; the page's policy forbids a function to wait by.
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", background);
        (await page.EvaluateAsync<string>(Background)).ShouldBe(background);
        await page.GotoAsync("/rules");
        (await page.EvaluateAsync<string>(Background)).ShouldBe(background);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.EvaluateAsync<string>(Background)).ShouldBe("rgb(255, 255, 255)");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync("/?theme=auto");
        (await page.EvaluateAsync<string>(Background)).ShouldNotBe(background);
        await page.Context.CloseAsync();
    }
}
