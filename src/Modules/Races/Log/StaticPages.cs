using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Saima.Modules.Races.Log;

/// <summary>The page that checks a bundle, as files that need no server of ours: three languages, its scripts and its style.</summary>
internal static class StaticPages
{
    private static readonly string[] Scripts = ["verify.js", "bundle.js", "tree.js", "hashes.js", "static.css"];
    private static readonly string[] Library = ["ed25519.js", "sha2.js", "_md.js", "_u64.js", "utils.js"];

    public static IReadOnlyList<(string File, string Code, string Name)> Languages { get; } =
        [("verify.html", "zh-Hans", "简体"), ("verify.zh-Hant.html", "zh-Hant", "繁體"), ("verify.en.html", "en", "English")];

    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> Write(IServiceProvider services, CancellationToken cancel)
    {
        List<(string, byte[])> files = [];
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var before = CultureInfo.CurrentUICulture;
        foreach (var (file, code, _) in Languages)
        {
            var html = await renderer.Dispatcher.InvokeAsync(async () =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(code);
                return (await renderer.RenderComponentAsync<StaticVerifyPage>()).ToHtmlString();
            });
            files.Add((file, Encoding.UTF8.GetBytes(html)));
        }

        CultureInfo.CurrentUICulture = before;
        files.AddRange(Scripts.Select(name => ($"assets/Saima.Modules.Races/log/{name}", Resource("log/" + name))));
        files.AddRange(Library.Select(name => ($"assets/Saima.Ui/lib/noble/{name}", Resource("noble/" + name))));
        cancel.ThrowIfCancellationRequested();
        return files;
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(StaticPages).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
