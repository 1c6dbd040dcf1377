using System.Net;
using System.Text.RegularExpressions;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

public sealed partial class VerifyPageTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_bundle_that_was_downloaded_is_reproduced_and_known(string kind)
    {
        var site = await board.On(kind);
        var bundle = await site.Anonymous.GetByteArrayAsync("/seasons/2023/rounds/6/bundle.zip", Cancel);
        var text = await Verify(site, bundle);
        text.ShouldContain("一致：每个字节都重新算出来了。");
        text.ShouldContain("2023 年第 6 轮赛马晾晒 · 第 1 版");
        text.ShouldContain("是，现行的一版");
    }

    [Fact]
    public async Task A_byte_that_was_changed_is_found_and_the_bundle_is_not_ours()
    {
        var site = await board.On("sqlite");
        var bundle = await site.Anonymous.GetByteArrayAsync("/seasons/2023/rounds/2/bundle.zip", Cancel);
        var at = bundle.AsSpan().IndexOf("2023-01"u8);
        bundle[at + 6] = (byte)'2';
        var text = await Verify(site, bundle);
        text.ShouldContain("不一致：");
        text.ShouldContain("的 SHA-256 与 manifest.json 所载不符");
        text.ShouldContain("不是：公布的结果包里没有这个指纹");
    }

    [Fact]
    public async Task Another_file_and_none_get_a_sentence_that_knows_the_name_of_the_file()
    {
        var site = await board.On("sqlite");
        var text = await Verify(site, "no zip at all"u8.ToArray());
        text.ShouldContain("不是赛马结果包");
        text.ShouldNotContain("saima-verify-");
        (await Verify(site, [])).ShouldContain("没有收到文件。");
        Directory.GetFiles(Path.GetTempPath(), "saima-verify-*.zip").ShouldBeEmpty();
    }

    private static async Task<string> Verify(Site site, byte[] file)
    {
        using var page = await site.Anonymous.GetAsync("/verify", Cancel);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        using var content = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(html))
        {
            content.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        }

        content.Add(new ByteArrayContent(file), "bundle", "我的结果包.zip");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = content };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0])));
        using var answer = await site.Anonymous.SendAsync(request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
