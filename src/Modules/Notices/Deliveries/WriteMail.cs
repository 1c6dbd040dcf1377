using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using MimeKit;
using MimeKit.Text;
using Saima.Modules.Notices.Channels;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>Mails, as plain text and as simple HTML without pictures, scripts or anything from elsewhere.</summary>
public static class WriteMail
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="stop">Page that ends mail to the address, shown and known to mail programs. It asks once more: programs that look through mails open every link.</param>
    public static MimeMessage Digest(Digest digest, Uri stop, Uri settings)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(stop);
        var language = digest.Language;
        var (text, html) = (new StringBuilder(), new StringBuilder("<ul>"));
        foreach (var line in digest.Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"· {line.Title}\n  {line.When}\n  {line.Link}\n\n");
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Html.Encode(line.Link!.AbsoluteUri)}\">{Html.Encode(line.Title)}</a><br>{Html.Encode(line.When)}</li>");
        }

        html.Append("</ul>");
        if (digest.Count > digest.Lines.Count)
        {
            var more = MessageWords.More(digest.Count - digest.Lines.Count).In(language);
            text.Append(more).Append("\n\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(more)}</p>");
        }

        var why = MessageWords.Why.In(language);
        text.Append(CultureInfo.InvariantCulture, $"{MessageWords.Open.In(language)}：{digest.Inbox}\n\n--\n{why}\n{MessageWords.Settings.In(language)}：{settings}\n{MessageWords.Stop.In(language)}：{stop}\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Link(digest.Inbox!, MessageWords.Open.In(language))}</p><hr><p><small>{Html.Encode(why)} {Link(settings, MessageWords.Settings.In(language))} · {Link(stop, MessageWords.Stop.In(language))}</small></p>");
        var message = New(language, digest.Title, text.ToString(), html.ToString());
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop.AbsoluteUri}>");
        return message;
    }

    public static MimeMessage Confirm(CultureInfo language, Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var text = MessageWords.ConfirmText.In(language);
        return New(language, MessageWords.ConfirmTitle.In(language), $"{text}\n\n{link}\n", $"<p>{Html.Encode(text)}</p><p>{Link(link, link.AbsoluteUri)}</p>");
    }

    /// <summary>Addresses it; the same delivery has the same number at every attempt.</summary>
    public static void Address(MimeMessage message, MailServer server, MailboxAddress to, Delivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(delivery);
        message.From.Add(server.From!);
        message.To.Add(to);
        message.Date = now;
        message.MessageId = $"{delivery.Id:N}@{server.From!.Domain}";
    }

    private static MimeMessage New(CultureInfo language, string subject, string text, string html)
    {
        var message = new MimeMessage { Subject = subject };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, language.Name);
        message.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = text },
            new TextPart(TextFormat.Html) { Text = $"<!DOCTYPE html><html lang=\"{language.Name}\"><meta charset=\"utf-8\"><title>{Html.Encode(subject)}</title><body><h1>{Html.Encode(subject)}</h1>{html}</body></html>" },
        };
        return message;
    }

    private static string Link(Uri address, string title) => $"<a href=\"{Html.Encode(address.AbsoluteUri)}\">{Html.Encode(title)}</a>";
}
