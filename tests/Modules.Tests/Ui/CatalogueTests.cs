using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Saima.Testing;
using Saima.Ui;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Ui;

public sealed class CatalogueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Components of the design system; a page is no part of another.</summary>
    private static IReadOnlyList<Type> Components { get; } =
    [
        .. typeof(SaimaPage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract && type.GetCustomAttributes(typeof(RouteAttribute), false).Length == 0 && type.Name != "_Imports"),
    ];

    [Fact]
    public async Task Every_component_of_the_design_system_is_drawn_in_the_catalogue()
    {
        Components.Count.ShouldBeGreaterThan(30);
        (await NotDrawn("/ui")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_does_not_draw_a_component_is_told_which() => (await NotDrawn("/rules/none")).ShouldContain("DataTable`1");

    [Theory]
    [InlineData("zh-Hans", "组件目录", "Components")]
    [InlineData("zh-Hant", "組件目錄", "Components")]
    [InlineData("en", "Components", "示例")]
    public async Task The_catalogue_speaks_the_language_of_the_visitor(string language, string says, string not)
    {
        await using var database = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(database);
        var text = SampleBoard.Text(await site.Client.GetStringAsync($"/ui?lang={language}", Cancel));
        text.ShouldContain(says);
        text.ShouldNotContain(not);
    }

    [Fact]
    public async Task A_chosen_theme_stays_and_is_never_for_paper()
    {
        await using var database = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(database);
        (await site.Client.GetStringAsync("/ui", Cancel)).ShouldContain("dark.css\" media=\"screen and (prefers-color-scheme: dark)\"");
        using var chosen = await site.Client.GetAsync("/ui?theme=dark", Cancel);
        chosen.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("theme=dark;", StringComparison.Ordinal));
        (await chosen.Content.ReadAsStringAsync(Cancel)).ShouldContain("dark.css\" media=\"screen\"");
        using var later = new HttpRequestMessage(HttpMethod.Get, "/ui") { Headers = { { "Cookie", "theme=light" } } };
        using var light = await site.Client.SendAsync(later, Cancel);
        var html = await light.Content.ReadAsStringAsync(Cancel);
        html.ShouldNotContain("dark.css");
        html.ShouldContain("<meta name=\"color-scheme\" content=\"light\"");
        (await site.Client.GetStringAsync("/ui?theme=pink", Cancel)).ShouldContain("content=\"light dark\"");
    }

    private static async Task<IReadOnlyList<string>> NotDrawn(string address)
    {
        var seen = new Seen();
        await using var database = TestDatabase.Create("sqlite");
        await using var site = await Site.Start(database, builder => builder.Services.AddSingleton<IComponentActivator>(seen));
        using var answer = await site.Client.GetAsync(address, Cancel);
        _ = await answer.Content.ReadAsStringAsync(Cancel);
        return [.. Components.Where(component => !seen.Types.ContainsKey(component)).Select(component => component.Name)];
    }

    /// <summary>Notes which components are made.</summary>
    private sealed class Seen : IComponentActivator
    {
        public ConcurrentDictionary<Type, bool> Types { get; } = new();

        public IComponent CreateInstance(Type componentType)
        {
            Types[componentType.IsGenericType ? componentType.GetGenericTypeDefinition() : componentType] = true;
            return (IComponent)Activator.CreateInstance(componentType)!;
        }
    }
}
