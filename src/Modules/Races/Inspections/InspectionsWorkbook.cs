using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Projects.Listing;
using Saima.Ui;

namespace Saima.Modules.Races.Inspections;

/// <summary>The inspections of a round with their findings as a workbook, as far as whoever asks may see them.</summary>
public static class InspectionsWorkbook
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/rounds/{season:int}/{round:int}/inspections.xlsx", Answer).WithMetadata(new DeskAttribute { Units = true }, new RecordedAttribute(RecordLook.Exported));
    }

    private static async Task<IResult> Answer(int season, int round, HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var listed = await ReadInspections.List(db, http.Actor()!, season, round, new(null, null, null, null), cancel);
        var ids = listed.Select(one => one.Inspection.Id).ToList();
        var findings = (await db.Set<InspectionFinding>().AsNoTracking().Where(one => ids.Contains(one.InspectionId)).OrderBy(one => one.Id).ToListAsync(cancel)).ToLookup(one => one.InspectionId);
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            workbook.BeginSheet(In(InspectionWords.Title),
            [
                new(In(InspectionWords.Project), 12), new(In(ListingWords.Project), 40), new(In(ListingWords.Unit), 20), new(In(InspectionWords.KindTitle), 14), new(In(InspectionWords.GroundTitle), 12), new(In(InspectionWords.StateTitle), 14),
                new(In(InspectionPageWords.Claim), 28), new(In(InspectionPageWords.Claimed), 16), new(In(InspectionPageWords.Found), 16), new(In(InspectionPageWords.Result), 16), new(In(InspectionPageWords.Statement), 40), new(In(InspectionPageWords.Settle), 14),
            ]);
            foreach (var one in listed)
            {
                var last = findings[one.Inspection.Id].Select(finding => finding.Report).DefaultIfEmpty().Max();
                foreach (var finding in findings[one.Inspection.Id].Where(finding => finding.Report == last).Cast<InspectionFinding?>().DefaultIfEmpty())
                {
                    Row(workbook, one, finding);
                }
            }
        }

        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", string.Create(CultureInfo.InvariantCulture, $"saima-inspections-{season}-r{round}.xlsx"));
    }

    private static void Row(WorkbookWriter workbook, ListedInspection one, InspectionFinding? finding)
    {
        workbook.BeginRow();
        foreach (var text in new[]
        {
            one.Inspection.Project, one.Inspection.Name, one.UnitName, In(InspectionWords.Kind(one.Inspection.Kind)), In(InspectionWords.Ground(one.Inspection.Ground)), In(InspectionWords.State(one.Inspection.State)),
            finding is null ? "" : In(new InspectedClaim(finding.Item, "").Title), finding?.Claimed ?? "", finding?.Found ?? "", finding is null ? "" : In(InspectionWords.Result(finding.Result)), finding?.Statement ?? "",
            finding is { Result: FindingResult.Deviation } ? In(InspectionWords.Settlement(finding.Settlement)) : "",
        })
        {
            workbook.Text(text);
        }

        workbook.EndRow();
    }

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
