using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Projects.Listing;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Projects.Maps;

/// <summary>A project on the map.</summary>
/// <param name="Mark">Code of its flag.</param>
public sealed record MapPoint(double Lon, double Lat, string Name, string? Mark, string Href);

/// <summary>Projects too close to one another to be told apart at this zoom.</summary>
public sealed record MapCrowd(double Lon, double Lat, int Count);

/// <summary>What is in sight.</summary>
/// <param name="Box">West, south, east, north.</param>
public sealed record Sight((double West, double South, double East, double North)? Box, double Zoom);

/// <summary>What a map shows of the projects that fit a filter: single ones, and crowds where they are dense.</summary>
public sealed record MapPoints(IReadOnlyList<MapPoint> Points, IReadOnlyList<MapCrowd> Crowds)
{
    private const int CellPixels = 56;
    private const int FinestZoom = 16;
    private const int MostSingle = 2000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/projects/{season:int}/map.json", Answer).WithMetadata(new DeskAttribute { Units = true }, new ForProgramsAttribute(ForProgramsAttribute.Register));
    }

    public static MapPoints Of(FoundProjects found, IReadOnlyList<ProjectFacet> facets, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(sight);
        var seen = found.All.Where(project => project.At is { } at && (sight.Box is not { } box
            || (at.Longitude >= box.West && at.Longitude <= box.East && at.Latitude >= box.South && at.Latitude <= box.North))).ToList();
        // A cell has about the same size on the screen at every zoom.
        var cell = 360d / (256d * Math.Pow(2, sight.Zoom)) * CellPixels;
        var cells = seen.GroupBy(project => sight.Zoom >= FinestZoom && seen.Count <= MostSingle ? (project.At!.Value.Lon, project.At.Value.Lat)
            : ((long)Math.Floor(project.At!.Value.Longitude / cell), (long)Math.Floor(project.At.Value.Latitude / cell)));
        var points = new List<MapPoint>();
        var crowds = new List<MapCrowd>();
        foreach (var group in cells)
        {
            if (group.Take(2).Count() == 1)
            {
                var project = group.First();
                points.Add(new(project.At!.Value.Longitude, project.At.Value.Latitude, Written.Name(project.Name), found.FlagOf(facets, project.Project), ProjectsLinks.Project(found.Listing.Season, project.Project)));
            }
            else
            {
                crowds.Add(new(group.Average(project => project.At!.Value.Longitude), group.Average(project => project.At!.Value.Latitude), group.Count()));
            }
        }

        return new(points, crowds);
    }

    private static async Task<IResult> Answer(int season, double? west, double? south, double? east, double? north, double? zoom, HttpContext http, SaimaDb db, Listings listings, CancellationToken cancel)
    {
        if (await FoundProjects.Read(db, listings, http, season, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        (double, double, double, double)? box = west is { } w && south is { } s && east is { } e && north is { } n ? (w, s, e, n) : null;
        return Results.Json(Of(found, listings.Facets, new(box, zoom is >= 0 and <= 18 ? zoom.Value : 4)));
    }
}
