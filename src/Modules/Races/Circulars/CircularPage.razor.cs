using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using Saima.Ui;
using Saima.Ui.Figures;
using Saima.Ui.Notices;
using Saima.Ui.Papers;

namespace Saima.Modules.Races.Circulars;

/// <summary>The circular of a round: drafted, issued, looked at.</summary>
public sealed partial class CircularPage
{
    private SettledRound? head;
    private IReadOnlyList<CircularHead> circulars = [];
    private CircularHead? issued;
    private Paper? paper;
    private Deck? deck;
    private Refusal? refusal;

    [Inject]
    private SaimaDb Db { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ChromiumPrint Print { get; set; } = default!;

    [Inject]
    private PublishedStamp Published { get; set; } = default!;

    [Inject]
    private IConfiguration Configuration { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public int Season { get; set; }

    [Parameter]
    public int Round { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await RoundArchive.Latest(Db, Season, Round, Cancel) is not { } latest)
        {
            Missing();
            return;
        }

        circulars = await CircularShelf.Read(Db, Season, Round, Cancel);
        issued = circulars.FirstOrDefault(one => one.Edition == latest.Edition && one.IssuedAt is not null);
        var figures = await EditionFigures.Read(Db, latest, Cancel);
        var today = Written.DayOf(Time.GetUtcNow());
        await Compose(figures, today);
        head = latest;
    }

    /// <summary>What was issued is shown as it was issued; before that, what the template in force makes of the edition.</summary>
    private async Task Compose(EditionFigures figures, DateOnly today)
    {
        if (issued is not null)
        {
            paper = CircularShelf.PaperOf((await CircularShelf.IssuedOf(Db, figures.Head.Id, Cancel))!);
        }
        else
        {
            var composed = ComposeCircular.Run(figures, await TemplateShelf.InForce(Db, TemplateKind.Circular, today, Cancel), null);
            (paper, refusal) = (composed.Value, composed.Refusal);
        }

        var made = ComposeDeck.Run(figures, await TemplateShelf.InForce(Db, TemplateKind.Deck, today, Cancel));
        (deck, refusal) = (made.Value, refusal ?? made.Refusal);
    }

    private string File(string name) => RacesLinks.EditionFile(Season, Round, head!.Edition, name);

    private async Task DraftIt()
    {
        if (Http.Actor() is not { } actor || !actor.Holds(Role.ProjectOffice))
        {
            refusal = Refuse(CircularRefusals.NotYours);
            return;
        }

        var outcome = await DraftCircular.Run(Db, Time, Season, Round, actor, Cancel);
        Answer(outcome.Refusal, CircularWords.Drafted);
    }

    private async Task IssueIt(long id)
    {
        var form = await Http.Request.ReadFormAsync(Cancel);
        DateOnly? day = DateOnly.TryParseExact(form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        var outcome = await IssueCircular.Run(Db, Time, new(id, form["number"].ToString(), day, Http.Actor()!), FontSet.From(Configuration), Print, Cancel);
        Published.Forget();
        Answer(outcome.Refusal, CircularWords.IssuedNow(outcome.Value?.Number ?? ""));
    }

    private void Answer(Refusal? no, Phrase yes)
    {
        refusal = no;
        if (no is null)
        {
            Flash.Say(Http, yes);
            Navigation.NavigateTo(RacesLinks.Circular(Season, Round));
        }
    }
}
