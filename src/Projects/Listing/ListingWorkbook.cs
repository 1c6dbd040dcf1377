using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Ui;

namespace Saima.Projects.Listing;

/// <summary>The filtered list as a workbook, all pages of it.</summary>
public static class ListingWorkbook
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/projects/{season:int}.xlsx", Answer).WithMetadata(new DeskAttribute { Units = true }, new ForProgramsAttribute(ForProgramsAttribute.Register), new RecordedAttribute(RecordLook.Exported, "projects/{season}"));
    }

    private static async Task<IResult> Answer(int season, HttpContext http, SaimaDb db, Listings listings, CancellationToken cancel)
    {
        if (!(await Listings.Seasons(db, cancel)).Contains(season))
        {
            return Results.NotFound();
        }

        var filter = ListingFilter.From(http.Request.Query, listings.Facets.Select(facet => facet.Key));
        var readings = await listings.Readings(db, season, cancel);
        var rows = (await listings.Of(db, season, cancel)).Find(filter, readings);
        using var content = new MemoryStream();
        Write(rows, listings.Facets, readings, content);
        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FormattableString.Invariant($"saima-projects-{season}.xlsx"));
    }

    internal static void Write(IReadOnlyList<ListedProject> rows, IReadOnlyList<ProjectFacet> facets, IReadOnlyDictionary<string, FacetReading> readings, Stream into)
    {
        var wan = Say(new("（万元）", " (10,000 yuan)"));
        SheetColumn[] headings =
        [
            new(Say(new("项目编号", "Id")), 14), new(Say(new("项目名称", "Name")), 40), new(Say(ListingWords.Code), 28), new(Say(ListingWords.Unit), 22), new(Say(ListingWords.Town), 14), new(Say(ListingWords.Class), 12),
            new(Say(ListingWords.Total) + wan, 18), new(Say(ListingWords.Plan) + wan, 18), new(Say(new("计划开工", "Planned start")), 13), new(Say(new("实际开工", "Started on")), 13),
            new(Say(new("计划竣工", "Planned completion")), 13), new(Say(new("实际竣工", "Completed on")), 13), .. facets.Select(facet => new SheetColumn(Say(facet.Title), 14)),
        ];
        using var workbook = new WorkbookWriter(into);
        workbook.BeginSheet(Say(ListingWords.Desk), headings);
        foreach (var row in rows)
        {
            workbook.BeginRow();
            foreach (var text in new[] { row.Project, row.Name, row.Code, row.UnitName, row.Town, Say(ListingWords.ClassOf(row.Class)) })
            {
                Cell(workbook, text);
            }

            workbook.Money(row.TotalInvestment);
            workbook.Money(row.AnnualPlan);
            foreach (var day in new[] { row.PlannedStart, row.StartedOn, row.PlannedCompletion, row.CompletedOn })
            {
                if (day is { } known)
                {
                    workbook.Date(known.DayNumber);
                }
                else
                {
                    workbook.Blank();
                }
            }

            foreach (var facet in facets)
            {
                Cell(workbook, readings[facet.Key].ByProject.TryGetValue(row.Project, out var code) && readings[facet.Key].Values.FirstOrDefault(value => value.Code == code) is { } value ? Say(value.Title) : null);
            }

            workbook.EndRow();
        }
    }

    private static void Cell(WorkbookWriter workbook, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            workbook.Blank();
        }
        else
        {
            workbook.Text(text);
        }
    }

    private static string Say(Phrase phrase) => phrase.In(System.Globalization.CultureInfo.CurrentUICulture);
}
