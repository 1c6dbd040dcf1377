using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Standings;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>Publications and corrections as an Atom feed (RFC 4287). What was taken down keeps its entry, so that readers let go of what they kept, and says nothing else.</summary>
public static class PublicationFeed
{
    private const int Most = 60;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        PublicApi.Say(endpoints.MapGet(OpenLinks.Feed, Answer).WithMetadata(new PublicAttribute()).Produces<string>(200, "application/atom+xml"), OpenWords.CallFeed);
    }

    private static async Task<IResult> Answer(HttpContext http, RoundStandings standings, PublicAddress about, PublishedStamp stamp, CancellationToken cancel)
    {
        var rounds = await standings.Rounds(cancel);
        var root = about.Root(http.Request);
        if (Tagged.IsKnown(http, $"feed {root} {await stamp.Read(cancel)}"))
        {
            return Tagged.NotModified;
        }

        var entries = rounds.InForce.Concat(rounds.Replaced).Select(head => (head, gone: false)).Concat(rounds.Withdrawn.Where(head => head.Decision is not null).Select(head => (head, gone: true)))
            .OrderByDescending(entry => entry.head.PublishedAt).ThenByDescending(entry => entry.head.Id).Take(Most).Select(entry => Entry(entry.head, entry.gone, root)).ToList();
        var feed = new SyndicationFeed(entries)
        {
            Id = Tag(root, "feed"),
            Language = "zh-Hans",
            Title = new($"{OpenWords.FeedTitle.Zh} / {OpenWords.FeedTitle.En}"),
            LastUpdatedTime = entries.Select(entry => entry.LastUpdatedTime).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Generator = "Saima",
        };
        feed.Authors.Add(new() { Name = about.Publisher });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new(root, OpenLinks.Feed), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new(root, RacesLinks.Home), "text/html"));
        using var into = new MemoryStream();
        using (var xml = XmlWriter.Create(into, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            feed.GetAtom10Formatter().WriteTo(xml);
        }

        return Results.Bytes(into.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationItem Entry(RoundHead head, bool gone, Uri root)
    {
        var title = OpenWords.FeedEntry(head.Season, head.Round, head.Edition);
        var item = new SyndicationItem
        {
            Id = Tag(root, string.Create(CultureInfo.InvariantCulture, $"seasons/{head.Season}/rounds/{head.Round}/editions/{head.Edition}")),
            PublishDate = head.PublishedAt,
            LastUpdatedTime = gone ? GoneSince(head.Decision!) : head.PublishedAt,
        };
        var page = new Uri(root, RacesLinks.Round(head.Season, head.Round));
        item.Links.Add(SyndicationLink.CreateAlternateLink(page, "text/html"));
        if (gone)
        {
            item.Title = new($"{title.Zh}（{OpenWords.FeedGone.Zh}） / {title.En} ({OpenWords.FeedGone.En})");
            item.Summary = new(Both(DisclosureWords.GoneTitle));
            return item;
        }

        item.Title = new($"{title.Zh} / {title.En}");
        item.Links.Add(new(new(root, RacesLinks.Bundle(head.BundleHash)), "enclosure", $"SHA-256 {head.BundleHash}", "application/zip", 0));
        item.Content = new TextSyndicationContent(Both(OpenWords.FeedText(head)));
        return item;
    }

    /// <summary>When it ceased to be shown: the day after its notice, or the moment somebody took it down.</summary>
    private static DateTimeOffset GoneSince(Disclosure decision) => decision is { Withdrawn: null, Class: DisclosureClass.Open, PublishUntil: { } until }
        ? new(until.AddDays(1).ToDateTime(TimeOnly.MinValue), China)
        : decision.ReviewedAt ?? decision.ProposedAt;

    private static string Both(Phrase phrase) => $"{phrase.Zh} {phrase.En}";

    // RFC 4151: stable, whatever becomes of the address.
    private static string Tag(Uri root, string what) => $"tag:{root.Host},2023:saima/{what}";
}
