using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Testing;

/// <summary>A form as a browser holds it: its fields, its cookie, its address.</summary>
public sealed partial class PostedForm
{
    private const string Token = "__RequestVerificationToken";

    private readonly Site _site;
    private readonly string _address;
    private string _cookie;
    private readonly Dictionary<string, string> _fields;

    private PostedForm(Site site, string address, string cookie, Dictionary<string, string> fields) => (_site, _address, _cookie, _fields) = (site, address, cookie, fields);

    public string this[string name] => _fields[name];

    /// <param name="handler">Name of the form; empty for the first that is posted.</param>
    /// <param name="cookie">Cookies of who opens it; empty for somebody of the project office.</param>
    public static async Task<PostedForm> Open(Site site, string address, string? handler = null, string? cookie = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        var own = cookie ?? site.Cookie;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Cookie", own);
        using var answer = await site.Anonymous.SendAsync(request);
        return new(site, address, Cookies(answer, own), Read(await answer.Content.ReadAsStringAsync(), handler));
    }

    /// <summary>The cookies of a browser after an answer.</summary>
    public static string Cookies(HttpResponseMessage answer, string before)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(before);
        var kept = before.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(one => one.Split('=')[0]);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(one => one.Split(';')[0]) : [])
        {
            kept[cookie.Split('=')[0]] = cookie;
        }

        return string.Join("; ", kept.Values);
    }

    /// <summary>The form of a page that answered to this one.</summary>
    public PostedForm With(string html, string? handler = null) => new(_site, _address, _cookie, Read(html, handler));

    /// <param name="typed">What is typed into the fields; <c>by</c> is no field but who sends it, somebody of the project office.</param>
    public async Task<HttpResponseMessage> Send(params (string Name, string Value)[] typed)
    {
        await Type(typed);

        return await Post(new FormUrlEncodedContent(_fields));
    }

    /// <summary>The same form, sent by somebody else.</summary>
    public PostedForm As(string cookie) => new(_site, _address, cookie, _fields);

    /// <summary>The same form, sent to another process of the same platform.</summary>
    public PostedForm At(Uri site) => new(_site, new Uri(site, _address).ToString(), _cookie, _fields);

    /// <summary>Sends the form with a file in one of its fields.</summary>
    public async Task<HttpResponseMessage> SendFile(string field, string fileName, byte[] bytes, params (string Name, string Value)[] typed)
    {
        await Type(typed);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _fields.Where(one => one.Key != field))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(bytes), field, fileName);
        return await Post(content);
    }

    private async Task Type((string Name, string Value)[] typed)
    {
        foreach (var (name, value) in typed.Where(one => one.Name != "by"))
        {
            _fields[name] = value;
        }

        if (typed.FirstOrDefault(one => one.Name == "by").Value is { Length: > 0 } who)
        {
            // Another person has the same form with a token of their own.
            var own = await _site.SignIn(who);
            using var request = new HttpRequestMessage(HttpMethod.Get, _address);
            request.Headers.TryAddWithoutValidation("Cookie", own);
            using var answer = await _site.Anonymous.SendAsync(request);
            _cookie = Cookies(answer, own);
            _fields[Token] = Read(await answer.Content.ReadAsStringAsync(), null)[Token];
        }
    }

    /// <summary>Sends the form to another address than the one it was opened at, as a browser would not.</summary>
    public async Task<HttpResponseMessage> SendTo(string address, params (string Name, string Value)[] typed)
    {
        await Type(typed);
        return await Post(new FormUrlEncodedContent(_fields), address);
    }

    private async Task<HttpResponseMessage> Post(HttpContent content, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address ?? _address) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", _cookie);
        return await _site.Anonymous.SendAsync(request);
    }

    private static Dictionary<string, string> Read(string html, string? handler)
    {
        var form = Forms().Matches(html).Select(match => match.Value)
            .First(one => one.Contains("method=\"post\"", StringComparison.Ordinal) && (handler is null || one.Contains($"value=\"{handler}\"", StringComparison.Ordinal)));
        var fields = new Dictionary<string, string>();
        foreach (var input in Inputs().Matches(form).Select(match => match.Value).Where(input => !input.Contains("type=\"checkbox\"", StringComparison.Ordinal)))
        {
            fields[Attribute(input, "name")] = Attribute(input, "value");
        }

        foreach (Match select in Selects().Matches(form))
        {
            fields[select.Groups[1].Value] = Chosen().Match(select.Value) is { Success: true } chosen ? chosen.Groups[1].Value : "";
        }

        return fields;
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select[^>]* name=\"([^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();
}
