using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Ui;
using Saima.Ui.Maps;

namespace Saima.Web;

/// <summary>The web host: what every request passes through, and the pages and endpoints of all modules.</summary>
public static class SaimaWeb
{

    /// <summary>Assemblies with pages other than the design system's.</summary>
    public static IReadOnlyList<Assembly> PageAssemblies { get; } = [.. AllModules.List.Select(module => module.GetType().Assembly).Distinct()];

    public static void AddTo(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Outside of a published folder the files of the modules lie in their projects.
        builder.WebHost.UseStaticWebAssets();
        // Otherwise they are read anew and sent uncompressed at every request, as suits a developer.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= builder.Environment.IsDevelopment().ToString();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var services = builder.Services;
        services.AddSaima(DatabaseAddress.Choose(builder.Configuration["db"]), AllModules.List, builder.Configuration);
        services.AddSingleton(MapTiles.Of(builder.Configuration["SAIMA_TIANDITU_KEY"], builder.Configuration["SAIMA_MAP_APPROVAL"]));
        services.AddSingleton(KnownProxies.Of(builder.Configuration));
        services.AddSingleton(EmbedHosts.Of(builder.Configuration));
        services.AddRazorComponents();
        services.AddCascadingValue(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!);
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddOutputCache();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<RequestLocalizationOptions>(Localize);
    }

    public static void Use(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(AnswerHeadAsGet);
        app.Services.GetRequiredService<KnownProxies>().Use(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRouting();
        foreach (var module in AllModules.List)
        {
            module.Use(app);
        }

        app.UseMiddleware<ForgetOthers>();
        // Kept as they are sent: compressed and with their fingerprint.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseMiddleware<RememberPreferences>();
        app.UseMiddleware<PageFingerprint>();
        app.UseMiddleware<TraditionalPages>();
        app.UseMiddleware<DeskAccess>();
        app.UseMiddleware<RefuseTooLarge>();
        app.UseMiddleware<RecordLooks>();
        app.UseAntiforgery();
        app.MapStaticAssets().Add(asset => asset.Metadata.Add(new PublicAttribute()));
        app.MapGet("/health", Health.Run).WithMetadata(new PublicAttribute());
        app.MapGet("/robots.txt", () => "User-agent: *\nAllow: /\n").WithMetadata(new PublicAttribute());
        foreach (var module in AllModules.List)
        {
            module.MapEndpoints(app);
        }

        app.MapRazorComponents<App>().AddAdditionalAssemblies([typeof(SaimaPage).Assembly, .. PageAssemblies]).Add(OpenFramework);
    }

    /// <summary>Serves until it is told to stop; what keeps it from starting is one sentence and exit status 2.</summary>
    public static async Task<int> Serve(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        try
        {
            OpenDatabase.Migrate(app.Services.GetRequiredService<DatabaseAddress>(), AllModules.List);
            await app.StartAsync();
            foreach (var module in AllModules.List)
            {
                if (await module.Announce(app.Services, app.Lifetime.ApplicationStopping) is { } said)
                {
                    await Console.Out.WriteLineAsync(said.In(CultureInfo.CurrentUICulture));
                }
            }

            foreach (var fault in new[] { app.Services.GetRequiredService<KnownProxies>().Fault, app.Services.GetRequiredService<EmbedHosts>().Fault }.OfType<Phrase>())
            {
                await Console.Out.WriteLineAsync(fault.In(CultureInfo.CurrentUICulture));
            }

            await Console.Out.WriteLineAsync($"看板 The board: {string.Join(' ', app.Urls)}  （Ctrl-C 停止 to stop）");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (UnusableSettingsException fault)
        {
            return Refuse(new(fault.Refusal.Message.Zh + fault.Refusal.Remedy.Zh, $"{fault.Refusal.Message.En} {fault.Refusal.Remedy.En}"));
        }
        catch (IOException fault)
        {
            return Refuse(new($"网站启动不了：{fault.Message}", $"The site cannot start: {fault.Message}"));
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or UnauthorizedAccessException)
        {
            return Refuse(new($"数据库打不开：{fault.Message}", $"The database cannot be opened: {fault.Message}"));
        }
    }

    // What the framework itself answers is no page of ours and says nothing by itself.
    private static void OpenFramework(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.RawText?.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal) == true)
        {
            endpoint.Metadata.Add(new PublicAttribute());
        }
    }

    // Whoever asks for the head only gets what a page would answer; the server leaves the body out.
    private static Task AnswerHeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    private static int Refuse(Phrase phrase)
    {
        Console.Error.WriteLine(phrase.In(CultureInfo.CurrentUICulture));
        return 2;
    }

    private static void Localize(RequestLocalizationOptions options)
    {
        string[] languages = [.. Preferences.Languages.Select(language => language.Code)];
        options.SetDefaultCulture(languages[0]).AddSupportedCultures(languages).AddSupportedUICultures(languages);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Preferences.Language, UIQueryStringKey = Preferences.Language },
            new CustomRequestCultureProvider(http => Task.FromResult(
                http.Request.Cookies[Preferences.Language] is { } language && languages.Contains(language) ? new ProviderCultureResult(language) : null)),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
