using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Testing;

/// <summary>A form as a browser holds it: its fields, its cookie, its address.</summary>
public sealed partial class PostedForm
{
    private readonly Site _site;
    private readonly string _address;
    private readonly string _cookie;
    private readonly Dictionary<string, string> _fields;

    private PostedForm(Site site, string address, string cookie, Dictionary<string, string> fields) => (_site, _address, _cookie, _fields) = (site, address, cookie, fields);

    public string this[string name] => _fields[name];

    /// <param name="handler">Name of the form; empty for the first that is posted.</param>
    public static async Task<PostedForm> Open(Site site, string address, string? handler = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var answer = await site.Client.GetAsync(address);
        var cookie = string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(one => one.Split(';')[0]) : []);
        return new(site, address, cookie, Read(await answer.Content.ReadAsStringAsync(), handler));
    }

    /// <summary>The form of a page that answered to this one.</summary>
    public PostedForm With(string html, string? handler = null) => new(_site, _address, _cookie, Read(html, handler));

    public async Task<HttpResponseMessage> Send(params (string Name, string Value)[] typed)
    {
        foreach (var (name, value) in typed)
        {
            _fields[name] = value;
        }

        return await Post(new FormUrlEncodedContent(_fields));
    }

    /// <summary>Sends the form with a file in one of its fields.</summary>
    public async Task<HttpResponseMessage> SendFile(string field, string fileName, byte[] bytes, params (string Name, string Value)[] typed)
    {
        foreach (var (name, value) in typed)
        {
            _fields[name] = value;
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _fields.Where(one => one.Key != field))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(bytes), field, fileName);
        return await Post(content);
    }

    private async Task<HttpResponseMessage> Post(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.Add("Cookie", _cookie);
        return await _site.Client.SendAsync(request);
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
