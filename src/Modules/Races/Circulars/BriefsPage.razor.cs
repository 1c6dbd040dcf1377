using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Refusals;
using Saima.Ui.Notices;

namespace Saima.Modules.Races.Circulars;

/// <summary>The briefs of an edition: one by one, or all of them made behind the page.</summary>
public sealed partial class BriefsPage
{
    private const int PageSize = 100;
    private static readonly string[] Batches = ["projects.zip", "projects.pdf", "units.zip", "units.pdf"];
    private SettledRound? head;
    private IReadOnlyList<UnitRow> units = [];
    private IReadOnlyList<StandingRow> rows = [];
    private Refusal? refusal;
    private int page = 1;
    private int pages = 1;

    [Parameter]
    public int Season { get; set; }

    [Parameter]
    public int Round { get; set; }

    [Parameter]
    public int Edition { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageNumber { get; set; }

    private string Here => RacesLinks.Briefs(Season, Round, Edition);

    protected override async Task OnInitializedAsync()
    {
        var found = await Db.Set<SettledRound>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == Season && one.Round == Round && one.Edition == Edition, Cancel);
        if (found is null)
        {
            Missing();
            return;
        }

        pages = Math.Max(1, (found.Projects + PageSize - 1) / PageSize);
        page = int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        units = await Db.Set<UnitRow>().AsNoTracking().Where(unit => unit.RoundId == found.Id).OrderBy(unit => unit.Position).ToListAsync(Cancel);
        rows = await Db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == found.Id).OrderBy(row => row.Position).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(Cancel);
        if (Http.Request.Method == "GET" && Batches.Any(what => Work.Of(found.Id, what) is { Running: true }))
        {
            // The page asks again by itself, without a script.
            Http.Response.Headers["Refresh"] = "1";
        }

        head = found;
    }

    private async Task Sent(string what)
    {
        var form = await Http.Request.ReadFormAsync(Cancel);
        if (form["act"] == "stop")
        {
            Work.Stop(head!.Id, what);
            Flash.Say(Http, CircularWords.Cancelled);
        }
        else
        {
            refusal = what.EndsWith(".pdf", StringComparison.Ordinal) && Print.Program is null ? Ui.Papers.ChromiumPrint.Missing : Work.Begin(head!, what);
        }

        if (refusal is null)
        {
            Navigation.NavigateTo(Here);
        }
    }
}
