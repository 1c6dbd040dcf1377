using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Listing;
using Saima.Ui;

namespace Saima.Projects.Charts;

/// <summary>The figures of the charts, for the script that draws them.</summary>
public static class ChartEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/projects/{season:int}/chart/{kind:regex(^(scatter|bars)$)}.json", Answer).WithMetadata(new DeskAttribute { Units = true }, new ForProgramsAttribute(ForProgramsAttribute.Register));
    }

    private static async Task<IResult> Answer(int season, string kind, string? by, HttpContext http, SaimaDb db, Listings listings, Completions completions, CancellationToken cancel)
    {
        if (await FoundProjects.Read(db, listings, http, season, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var figures = new ProjectFigures(found, listings.Facets, await completions.Of(db, season, found.Listing.Change, cancel));
        return Results.Json(kind == "scatter" ? figures.Scatter(Say) : figures.Bars(ProjectFigures.Ways.Any(way => way.Code == by) ? by! : "unit", Say));
    }

    private static string Say(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
