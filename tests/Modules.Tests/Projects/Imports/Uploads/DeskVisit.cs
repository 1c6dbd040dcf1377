using System.Net;
using System.Text;
using System.Text.Json;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports.Uploads;

/// <summary>Somebody at the import desk.</summary>
internal sealed class DeskVisit(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Drops a file and waits until it was read.</summary>
    /// <returns>Address of the upload.</returns>
    public async Task<string> Drop(string name, byte[] bytes, int season = 2023)
    {
        var form = await PostedForm.Open(site, "/import", "drop");
        var answer = await form.SendFile("file", name, bytes, ("season", season.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)));
        var address = answer.Headers.Location!.PathAndQuery;
        await Rest(address);
        return address;
    }

    public Task<string> DropText(string name, string text, int season = 2023) => Drop(name, Encoding.UTF8.GetBytes(text), season);

    /// <summary>Tries to drop a file that is turned away at the door.</summary>
    public async Task<string> TurnedAway(string name, byte[] bytes, string season = "2023")
    {
        var answer = await (await PostedForm.Open(site, "/import", "drop")).SendFile("file", name, bytes, ("season", season));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Waits until nothing is being done on an upload.</summary>
    public async Task Rest(string address)
    {
        for (var look = 0; look < 600; look++)
        {
            using var answer = await site.Client.GetAsync(address + "/progress.json", Cancel);
            if (answer.StatusCode == HttpStatusCode.NotFound || !JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("working").GetBoolean())
            {
                return;
            }

            await Task.Delay(50, Cancel);
        }

        throw new TimeoutException(address);
    }

    /// <summary>What the page says, without its tags.</summary>
    public async Task<string> Text(string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));

    public Task<PostedForm> Form(string address, string name) => PostedForm.Open(site, address, name);

    /// <summary>Sends one of the forms of an upload and waits.</summary>
    public async Task Send(string address, string form, params (string Name, string Value)[] typed)
    {
        var answer = await (await Form(address, form)).Send(typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)));
        await Rest(address);
    }

    public Task Import(string address) => Send(address, "import", ("by", "王五"), ("reason", "建账"));
}
