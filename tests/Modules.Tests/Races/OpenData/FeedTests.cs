using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.OpenData;

public sealed class FeedTests(SampleBoard board)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_feed_has_what_atom_requires_and_an_entry_for_each_publication(string kind)
    {
        var site = await board.On(kind);
        using var answer = await site.Anonymous.GetAsync("/feed.atom", Cancel);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        var feed = XDocument.Parse(text).Root!;
        feed.Name.ShouldBe(Atom + "feed");
        foreach (var one in feed.Elements(Atom + "entry").Prepend(feed))
        {
            one.Elements(Atom + "id").Single().Value.ShouldStartWith("tag:127.0.0.1,2023:saima/");
            one.Elements(Atom + "title").Single().Value.ShouldNotBeNullOrWhiteSpace();
            DateTimeOffset.TryParse(one.Elements(Atom + "updated").Single().Value, System.Globalization.CultureInfo.InvariantCulture, out _).ShouldBeTrue();
            one.Elements(Atom + "link").ShouldContain(link => link.Attribute("rel")!.Value == "alternate");
        }

        feed.Elements(Atom + "author").Single().Element(Atom + "name")!.Value.ShouldNotBeNullOrWhiteSpace();
        feed.Elements(Atom + "link").ShouldContain(link => link.Attribute("rel")!.Value == "self");
        feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).ShouldBeUnique();
        feed.Elements(Atom + "entry").Count().ShouldBe(6);
        using var xml = XmlReader.Create(new StringReader(text));
        var read = SyndicationFeed.Load(xml);
        foreach (var link in read.Items.SelectMany(item => item.Links))
        {
            (await site.Anonymous.GetAsync(link.Uri, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK, link.Uri.AbsoluteUri);
        }

        WebUtility.HtmlDecode(await site.Anonymous.GetStringAsync("/seasons/2023/rounds/6", Cancel)).ShouldContain("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed.atom\"");
    }

    [Theory]
    [InlineData("/feed.atom")]
    [InlineData("/open/oc4ids.json")]
    [InlineData("/api/rounds")]
    [InlineData("/api/rounds/2023/6/standings?lane=start")]
    [InlineData("/seasons/2023/rounds/6/datapackage.zip")]
    public async Task Whoever_has_it_is_told_that_it_has_not_changed(string address)
    {
        var site = await board.On("sqlite");
        using var first = await site.Anonymous.GetAsync(address, Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var same = await site.Anonymous.SendAsync(again, Cancel);
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await same.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
    }
}
