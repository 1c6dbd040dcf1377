using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Refusals;
using Saima.Ui;
using Saima.Ui.Figures;
using Saima.Ui.Notices;

namespace Saima.Modules.Races.Disclosures;

public partial class DisclosurePage
{
    private SettledRound? edition;
    private IReadOnlyList<Disclosure> versions = [];
    private IReadOnlyList<PersonalPlace> places = [];
    private Refusal? refusal;
    private DateOnly today;

    [Parameter]
    public int Season { get; set; }

    [Parameter]
    public int Round { get; set; }

    [Parameter]
    public int Edition { get; set; }

    private Disclosure? InForce => DisclosureMachine.InForce(versions);

    private Disclosure? Open => DisclosureMachine.Open(versions);

    private bool Shown => InForce?.Shows(today) == true;

    private bool MayReview => Http.Request.Method == "POST" || DisclosureMachine.Refuse(versions, DisclosureAct.Approve, Http.Actor()!) is null;

    private string Key => DisclosureKinds.KeyOf(edition!);

    protected override async Task OnInitializedAsync()
    {
        var found = await Db.Set<SettledRound>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == Season && one.Round == Round && one.Edition == Edition, Cancel);
        if (found is null)
        {
            Missing();
            return;
        }

        today = Written.DayOf(Time.GetUtcNow());
        versions = await DisclosureBook.Versions(Db, DisclosureKinds.Edition, DisclosureKinds.KeyOf(found), Cancel);
        places = await PersonalScan.Run(Db, found.Id, Cancel);
        // Last, because the page is drawn as soon as there is an edition.
        edition = found;
    }

    private async Task Propose()
    {
        var form = Http.Request.Form;
        if (DisclosureWords.Find(form["class"]) is not { } chosen)
        {
            refusal = DisclosureRefusals.NoSuchClass;
            return;
        }

        DateOnly? until = null;
        if (form["until"].ToString() is { Length: > 0 } written)
        {
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                refusal = DisclosureRefusals.NoSuchDay;
                return;
            }

            until = day;
        }

        Done(DisclosureAct.Propose, await ProposeDisclosure.Run(Db, Time, Http.Actor()!, DisclosureOrder.For(edition!, chosen, form["basis"].ToString(), form["document"].ToString(), until), Cancel));
    }

    private async Task Review()
    {
        var form = Http.Request.Form;
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var approves = form["verdict"] == "yes";
        Done(approves ? DisclosureAct.Approve : DisclosureAct.Refuse, await ReviewDisclosure.Run(Db, Time, Http.Actor()!, new(DisclosureKinds.Edition, Key, seen, approves, form["note"].ToString()), Cancel));
    }

    private async Task Withdraw() =>
        Done(DisclosureAct.Withdraw, await WithdrawDisclosure.Run(Db, Time, Http.Actor()!, DisclosureKinds.Edition, Key, Http.Request.Form["reason"].ToString(), Cancel));

    private void Done(DisclosureAct act, Outcome<Disclosure> outcome)
    {
        Published.Forget();
        if ((refusal = outcome.Refusal) is null)
        {
            Flash.Say(Http, DisclosureWords.Done(act));
            Navigation.NavigateTo(Http.Request.Path);
        }
    }
}
