using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.OpenData;

/// <summary>What the operator says of the data that are handed out: where they are to be had, who publishes them and under what licence.</summary>
/// <param name="Site">Of <c>SAIMA_PUBLIC_URL</c>; empty for the address a visitor used.</param>
/// <param name="Publisher">Of <c>SAIMA_PUBLISHER</c>.</param>
/// <param name="Licence">Of <c>SAIMA_DATA_LICENCE</c>, an address.</param>
/// <param name="Prefix">Of <c>SAIMA_OC4IDS_PREFIX</c>, as the standard registers it for a publisher.</param>
public sealed record PublicAddress(Uri? Site, string Publisher, string Licence, string Prefix)
{
    private const string UsualPublisher = "赛马平台 Saima";
    private const string UsualLicence = "https://creativecommons.org/licenses/by/4.0/";
    private const string UsualPrefix = "oc4ids-example";

    public static PublicAddress Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new(
            Uri.TryCreate(configuration["SAIMA_PUBLIC_URL"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null,
            Set("SAIMA_PUBLISHER", UsualPublisher), Set("SAIMA_DATA_LICENCE", UsualLicence), Set("SAIMA_OC4IDS_PREFIX", UsualPrefix));

        string Set(string name, string usual) => configuration[name] is { Length: > 0 } value ? value : usual;
    }

    /// <summary>An address of this site, in full.</summary>
    public string Full(HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Uri(Root(request), path).AbsoluteUri;
    }

    public Uri Root(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Site ?? new Uri($"{request.Scheme}://{request.Host}");
    }
}

/// <summary>How an answer of data is kept by whoever has it: its tag names the editions it was made of.</summary>
internal static class Tagged
{
    public static Microsoft.Net.Http.Headers.EntityTagHeaderValue Tag(string text) =>
        new($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..32]}\"");

    /// <summary>Says how the answer is kept, and whether whoever asks has it already.</summary>
    public static bool IsKnown(HttpContext http, string text)
    {
        http.Response.Headers.CacheControl = "public, no-cache";
        var tag = Tag(text);
        http.Response.GetTypedHeaders().ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Tag == tag.Tag);
    }

    public static IResult NotModified => Results.StatusCode(StatusCodes.Status304NotModified);

    /// <summary>Why there is nothing under an address of data.</summary>
    public static IResult Missing(bool gone) => gone
        ? Results.Problem(Gone.En, statusCode: StatusCodes.Status410Gone, title: "Gone", extensions: Said(Gone))
        : Results.Problem(Unknown.En, statusCode: StatusCodes.Status404NotFound, title: "Not Found", extensions: Said(Unknown));

    public static IResult Wrong(Phrase what) => Results.Problem(what.En, statusCode: StatusCodes.Status400BadRequest, title: "Bad Request", extensions: Said(what));

    private static Phrase Gone { get; } = new("公示期已满或者已经撤下，不再提供。", "Its notice has ended or it was taken down; it is not shown any longer.");

    private static Phrase Unknown { get; } = new("没有公布过这项内容。", "Nothing of that kind was published.");

    private static Dictionary<string, object?> Said(Phrase phrase) => new() { ["detailZh"] = phrase.Zh };
}
