using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Ui;
using Saima.Ui.Figures;
using Saima.Ui.Notices;

namespace Saima.Modules.Races.Circulars;

/// <summary>A template is edited as plain text, looked at on a settled round, and kept as a new version.</summary>
public sealed partial class TemplatePage
{
    private TemplateKind? kind;
    private IReadOnlyList<ShelvedTemplate> shelf = [];
    private ShelvedTemplate? shown;
    private TemplateContent? content;
    private IReadOnlyList<SettledRound> rounds = [];
    private SettledRound? chosen;
    private TemplatePreview? preview;
    private Refusal? refusal;
    private int seen;
    private string document = "";
    private string from = "";
    private string to = "";

    [Inject]
    private SaimaDb Db { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IConfiguration Configuration { get; set; } = default!;

    [Inject]
    private Previews Previews { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string Kind { get; set; } = "";

    [SupplyParameterFromQuery(Name = "version")]
    private int? VersionNumber { get; set; }

    protected override async Task OnInitializedAsync()
    {
        kind = TemplateSections.Find(Kind);
        if (kind is not { } one)
        {
            Missing();
            return;
        }

        shelf = await TemplateShelf.Read(Db, one, Cancel);
        var today = Written.DayOf(Time.GetUtcNow());
        shown = VersionNumber is { } number ? shelf.FirstOrDefault(version => version.Version == number) : shelf[0];
        if (shown is null)
        {
            Missing();
            return;
        }

        content = shown.Content;
        (seen, from) = (shelf[0].Version, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        rounds = [.. (await DeskRounds.Read(Db, null, Cancel)).OrderByDescending(round => round.Season).ThenByDescending(round => round.Round).ThenByDescending(round => round.Edition)];
        chosen = rounds.Count > 0 ? rounds[0] : null;
        if (Http.Request.Method == "GET")
        {
            await Look(one, shown);
        }
    }

    private async Task Look(TemplateKind one, ShelvedTemplate template)
    {
        if (chosen is null)
        {
            refusal = CheckTemplate.Run(one, template.Content);
            return;
        }

        var whole = await RoundArchive.Find(Db, chosen.Id, Cancel);
        var outcome = await PreviewTemplate.Run(Db, template, whole, FontSet.From(Configuration), Cancel);
        (preview, refusal) = (outcome.Value, outcome.Refusal);
    }

    private async Task Sent()
    {
        var form = await Http.Request.ReadFormAsync(Cancel);
        var one = kind!.Value;
        content = new(TemplateSections.Of(one).ToDictionary(section => section.Name, section => form[section.Name].ToString().ReplaceLineEndings("\n")));
        (document, from, to) = (form["document"].ToString(), form["from"].ToString(), form["to"].ToString());
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out seen);
        chosen = rounds.FirstOrDefault(round => round.Id.ToString(CultureInfo.InvariantCulture) == form["round"]) ?? chosen;
        if (form["act"] != "keep")
        {
            await Look(one, shown! with { Content = content });
            return;
        }

        var outcome = await KeepTemplate.Run(Db, Time, new(one, content, document, Day(from), Day(to), seen, Http.Actor()!.Name), Cancel);
        refusal = outcome.Refusal;
        if (outcome.Value is { } kept)
        {
            Flash.Say(Http, TemplateWords.Kept(kept.Version));
            Navigation.NavigateTo(RacesLinks.Template(one));
        }
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
