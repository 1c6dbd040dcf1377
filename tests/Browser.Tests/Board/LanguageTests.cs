using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Saima.Kernel.Chinese;
using Saima.Kernel.Identity;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Browser.Tests.Board;

/// <summary>No page mixes languages: what is not a name or a text of the register is said in the language that was asked for.</summary>
public sealed partial class LanguageTests(Visitors visitors, SampleBoard board)
{
    /// <summary>Names of things that are called so in every language.</summary>
    private static readonly HashSet<string> International = new(StringComparer.OrdinalIgnoreCase)
    {
        "saima", "SHA", "Excel", "Word", "PowerPoint", "PDF", "JPEG", "PNG", "WebP", "CSV", "JSON", "WPS", "zip", "AP", "TI", "PC", "YTD", "D", "CR", "OVR", "MS", "SLIP", "ES", "SPI", "SV", "IEAC", "PD", "t", "EN", "MB", "MiB", "GB", "UTF", "GPS", "Lipke", "TOTP", "PIN", "http", "https", "localhost",
    };

    private const string Texts =
        """
        () => {
          const texts = [document.title];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const element = walk.currentNode.parentElement;
            if (!element.closest('script, style, noscript, code, pre, textarea, [translate=no]')) texts.push(walk.currentNode.textContent);
          }
          for (const element of document.querySelectorAll('[title], [aria-label], [placeholder], [alt], [data-label]'))
            if (!element.closest('code, pre, [translate=no]'))
              for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'data-label']) if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
          for (const element of document.querySelectorAll('noscript'))
            texts.push(new DOMParser().parseFromString(element.textContent, 'text/html').body.textContent);
          return texts.map(text => text.trim()).filter(text => text.length > 0);
        }
        """;

    // What people wrote into the register, into the rules and into the search, the longest first so that none is left of it, and the command of ours.
    private static readonly IReadOnlyList<string> Written =
        [.. new[] { "Saima 示例 / Saima example", "示例〔2023〕1号", "SAIMA-2M-EXAMPLE", "shangyu-2023", "· sample ·", "sample 于", "sample 於", "saima race verify", "sample", "nobody", "Authorization: Bearer", "test", "测试项目办", "示例区（虚构）" }.Concat(RoundInUse.Texts).Concat(Enum.GetNames<Role>().Select(role => "测试" + role)).Concat(RuleSetDocument.Default.Rules.FlagRows.Select(row => row.Code)).Concat(Directory.EnumerateFiles(Path.Combine(Approve.Root, "samples", "shangyu-2023"), "*.csv").SelectMany(File.ReadLines).SelectMany(line => line.Split(','))
            .Select(cell => cell.Trim('"')).Where(cell => Han().IsMatch(cell) || Latin().IsMatch(cell)).Distinct().OrderByDescending(cell => cell.Length))];

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    [InlineData("en")]
    public async Task No_page_mixes_languages(string language)
    {
        var mixed = new List<string>();
        foreach (var (role, addresses) in EveryPage.ByRole)
        {
            await Read(await visitors.Visit(await board.On("sqlite"), new(Role: role)), addresses, language, mixed);
        }

        mixed.ShouldBeEmpty();
    }

    /// <summary>Adds what mixes languages on pages, and leaves.</summary>
    internal static async Task Read(IPage page, IReadOnlyList<string> addresses, string language, List<string> mixed)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
            var texts = await page.EvaluateAsync<string[]>(Texts);
            texts.Length.ShouldBeGreaterThan(10);
            mixed.AddRange(texts.Where(text => Mixes(text, language)).Distinct().Select(text => $"{address}: {text}"));
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public void A_mixed_text_is_found()
    {
        Mixes("Annual plan 年度计划", "en").ShouldBeTrue();
        Mixes("年度计划 Annual", "zh-Hans").ShouldBeTrue();
        Mixes("年度计划", "zh-Hant").ShouldBeTrue();
        Mixes("年度計劃 AP", "zh-Hant").ShouldBeFalse();
        Mixes("指纹（SHA-256）", "zh-Hans").ShouldBeFalse();
    }

    private static bool Mixes(string text, string language)
    {
        if (language == "zh-Hant" && TraditionalChinese.Of(text) != text)
        {
            return true;
        }

        foreach (var written in Written)
        {
            text = text.Replace(language == "zh-Hant" ? TraditionalChinese.Of(written) : written, "", StringComparison.Ordinal);
        }

        return language == "en" ? Han().IsMatch(text) : Latin().Matches(text).Any(word => !International.Contains(word.Value));
    }

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex(@"(?<![\w.-])[A-Za-z]+(?![\w.-])")]
    private static partial Regex Latin();
}
