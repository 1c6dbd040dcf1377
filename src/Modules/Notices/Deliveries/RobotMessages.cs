using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Saima.Modules.Notices.Channels;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>What each kind of robot is told, and how it is signed.</summary>
public static class RobotMessages
{
    /// <summary>Before the secret of a generic webhook, which is base64 (Standard Webhooks).</summary>
    public const string SecretPrefix = "whsec_";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="id">Of the delivery: the same at every attempt.</param>
    public static HttpRequestMessage Write(RobotKind kind, Uri address, string? secret, Digest digest, Guid id, DateTimeOffset now) => kind switch
    {
        RobotKind.DingTalk => Post(Signed(address, secret, now), new { msgtype = "markdown", markdown = new { title = digest.Title, text = Markdown(digest) } }),
        RobotKind.WeCom => Post(address, new { msgtype = "markdown", markdown = new { content = Markdown(digest) } }),
        RobotKind.Feishu => Post(address, Feishu(digest, secret, now)),
        _ => Generic(address, secret!, digest, id, now),
    };

    /// <summary>Base64 of HMAC-SHA256.</summary>
    public static string Sign(byte[] key, string text) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    // Signed over number, second and body; with those in the heads nobody can send it again later or change it.
    private static HttpRequestMessage Generic(Uri address, string secret, Digest digest, Guid id, DateTimeOffset now)
    {
        var (number, second) = (id.ToString("N"), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var body = JsonSerializer.Serialize(
            new { type = "reminder", timestamp = now.UtcDateTime.ToString("o", CultureInfo.InvariantCulture), data = new { title = digest.Title, count = digest.Count, url = digest.Inbox, tasks = digest.Lines.Select(line => new { title = line.Title, when = line.When, url = line.Link }) } }, Json);
        var request = Post(address, body);
        request.Headers.Add("webhook-id", number);
        request.Headers.Add("webhook-timestamp", second);
        request.Headers.Add("webhook-signature", "v1," + Sign(Convert.FromBase64String(secret[SecretPrefix.Length..]), $"{number}.{second}.{body}"));
        return request;
    }

    // The key is the secret, the text is time and secret; both stand in the address.
    private static Uri Signed(Uri address, string? secret, DateTimeOffset now)
    {
        if (secret is null)
        {
            return address;
        }

        var moment = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Uri.EscapeDataString(Sign(Encoding.UTF8.GetBytes(secret), $"{moment}\n{secret}"));
        return new UriBuilder(address) { Query = $"{address.Query.TrimStart('?')}&timestamp={moment}&sign={sign}".TrimStart('&') }.Uri;
    }

    // The key is time and secret, the text is empty.
    private static Dictionary<string, object> Feishu(Digest digest, string? secret, DateTimeOffset now)
    {
        var lines = digest.Lines.Select(line => new object[]
        {
            line.Link is null ? new { tag = "text", text = line.Title } : new { tag = "a", text = line.Title, href = line.Link.AbsoluteUri },
            new { tag = "text", text = $"　{line.When}" },
        }).Concat(Ends(digest).Select(end => new object[] { end.Link is null ? new { tag = "text", text = end.Text } : new { tag = "a", text = end.Text, href = end.Link.AbsoluteUri } }));
        var message = new Dictionary<string, object>
        {
            ["msg_type"] = "post",
            ["content"] = new { post = new Dictionary<string, object> { [digest.Language.TwoLetterISOLanguageName == "en" ? "en_us" : "zh_cn"] = new { title = digest.Title, content = lines } } },
        };
        if (secret is not null)
        {
            var second = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            (message["timestamp"], message["sign"]) = (second, Sign(Encoding.UTF8.GetBytes($"{second}\n{secret}"), ""));
        }

        return message;
    }

    private static string Markdown(Digest digest)
    {
        var text = new StringBuilder($"**{Plain(digest.Title)}**\n\n");
        foreach (var line in digest.Lines)
        {
            text.Append("- ").Append(Linked(line.Title, line.Link)).Append('　').Append(Plain(line.When)).Append('\n');
        }

        foreach (var (end, link) in Ends(digest))
        {
            text.Append('\n').Append(Linked(end, link)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Text, Uri? Link)> Ends(Digest digest)
    {
        if (digest.Count > digest.Lines.Count)
        {
            yield return (MessageWords.More(digest.Count - digest.Lines.Count).In(digest.Language), null);
        }

        if (digest.Inbox is not null)
        {
            yield return (MessageWords.Open.In(digest.Language), digest.Inbox);
        }
    }

    private static string Linked(string text, Uri? link) => link is null ? Plain(text) : $"[{Plain(text)}]({link.AbsoluteUri})";

    // What would be read as a sign of the format stands in its wide form.
    private static string Plain(string text) => text.Replace('[', '［').Replace(']', '］').Replace('<', '＜').Replace('>', '＞').Replace('*', '＊').Replace('`', '｀').Replace('\n', ' ');

    private static HttpRequestMessage Post(Uri address, object message) => Post(address, JsonSerializer.Serialize(message, Json));

    private static HttpRequestMessage Post(Uri address, string body)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        return new(HttpMethod.Post, address) { Content = content };
    }
}
