using System.Globalization;
using System.Net;
using System.Text.Json;
using Saima.Kernel.Identity;
using Saima.Projects.Sendings;
using Saima.Testing;

namespace Saima.Modules.Tests.Projects.Sendings;

/// <summary>The phone of a reporter, as its script sends.</summary>
internal sealed record Phone(Uri Site, string Person, string Cookie, string Token)
{
    private static readonly HttpClient Line = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<Phone> Of(Site site, string name, string unit)
    {
        var own = await site.SignIn(name, Role.Reporter, unit);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, SendingLinks.Token));
        request.Headers.TryAddWithoutValidation("Cookie", own);
        using var answer = await Line.SendAsync(request);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return new(site.Address, said.GetProperty("person").GetString()!, PostedForm.Cookies(answer, own), said.GetProperty("token").GetString()!);
    }

    /// <param name="before">Year to date of the month before, 10,000 yuan.</param>
    public Task<Answer> Report(Guid key, long before, long month, int seen = 0, string? person = null)
    {
        var sum = (before + month).ToString(CultureInfo.InvariantCulture);
        return Send(SendingLinks.Report, new FormUrlEncodedContent(
        [
            new("person", person ?? Person), new("key", key.ToString()), new("season", "2023"), new("month", "2023-12"), new("project", "P067"), new("seen", seen.ToString(CultureInfo.InvariantCulture)),
            new("invested", month.ToString(CultureInfo.InvariantCulture)), new("year_to_date", sum), new("building", sum), new("progress", "主体\n施工"),
        ]));
    }

    public Task<Answer> Photo(Guid key, byte[] photo, string? person = null)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("person", person ?? Person), ("key", key.ToString()), ("season", "2023"), ("month", "2023-12"), ("project", "P067") })
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(photo), "photo", "工地.jpg");
        return Send(SendingLinks.Photo, content);
    }

    private async Task<Answer> Send(string address, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Site, address)) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", Token);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Line.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonDocument.Parse(text).RootElement : default);
    }

    internal sealed record Answer(HttpStatusCode Status, JsonElement Body)
    {
        public string Text => Said("text");

        public string Code => Said("code");

        private string Said(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }
}
