using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Ui;

namespace Saima.Projects.Reporting;

/// <summary>What is wrong with a row of the sheet while it is typed: the answers that submitting would give, field by field. Changes nothing.</summary>
internal static class FilingCheck
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/reports/check.json", Answer).WithMetadata(new DeskAttribute(Role.Reporter));

    private static async Task<IResult> Answer(HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var typed = http.Request.Query;
        if (!int.TryParse(typed["_season"], CultureInfo.InvariantCulture, out var season) || !Month.TryParse(typed["_month"], out var month) || month.Year != season)
        {
            return Results.NotFound();
        }

        var row = (await FilingGrounds.Read(db, season, month, null, cancel, [typed["_project"].ToString()])).SingleOrDefault();
        if (row is null || !http.Actor()!.Holds(Role.Reporter, row.Unit))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var texts = ReadFiling.Fields.ToDictionary(field => field, field => typed[field].ToString());
        if (ReadFiling.IsBlank(texts))
        {
            return Results.Json(new Dictionary<string, string>());
        }

        var reading = new ReadFiling(row.Ground, texts, "", 1);
        reading.Run();
        var culture = CultureInfo.CurrentUICulture;
        return Results.Json(reading.Problems.GroupBy(problem => problem.Column!).ToDictionary(field => field.Key, field => Said(field.MinBy(problem => problem.Severity == Severity.Error ? 0 : 1)!, culture)));
    }

    private static string Said(Problem problem, CultureInfo culture) => $"{problem.Message.In(culture)} {problem.Remedy.In(culture)}";
}
