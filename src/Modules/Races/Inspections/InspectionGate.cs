using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Inspections;

/// <summary>A round is not settled while inspections are open, deviations unsettled or cases undecided. A draw that was promised and not made is told, here and in public: whether a round is inspected is the district's rule.</summary>
internal sealed class InspectionGate : RoundGate
{
    public override RoundPhase Phase => RoundPhase.Verifying;

    public override async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        var waiting = new List<Waiting>();
        var list = InspectionLinks.List(season, round);
        if (await db.Set<RoundDraw>().AnyAsync(one => one.Season == season && one.Round == round && one.DrawnAt == null, cancel))
        {
            waiting.Add(new(InspectionPageWords.GateDraw, list, null, Blocks: false));
        }

        var open = await db.Set<Inspection>().CountAsync(one => one.Season == season && one.Round == round && one.State != InspectionState.Confirmed && one.State != InspectionState.Dropped, cancel);
        if (open > 0)
        {
            waiting.Add(new(InspectionPageWords.GateInspections(open), list, null, true));
        }

        var deviations = await db.Set<InspectionFinding>().CountAsync(
            finding => finding.Result == FindingResult.Deviation && finding.Settlement == FindingSettlement.Open
                && db.Set<Inspection>().Any(one => one.Id == finding.InspectionId && one.Season == season && one.Round == round && one.State == InspectionState.Confirmed)
                && !db.Set<InspectionFinding>().Any(later => later.InspectionId == finding.InspectionId && later.Report > finding.Report), cancel);
        if (deviations > 0)
        {
            waiting.Add(new(InspectionPageWords.GateDeviations(deviations), list + "?state=Confirmed", null, true));
        }

        var cases = await db.Set<FalsificationCase>().CountAsync(one => one.Season == season && one.Round == round && one.State != CaseState.Decided, cancel);
        if (cases > 0)
        {
            waiting.Add(new(InspectionPageWords.GateCases(cases), list, null, true));
        }

        return waiting;
    }
}
