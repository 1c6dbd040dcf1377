using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Ui;

namespace Saima.Projects.Editing;

/// <summary>What is wrong with a form while it is typed: the answers it would get on saving, field by field. Changes nothing.</summary>
internal static class EntryCheck
{
    private const string Path = "/projects/check.json";

    public static string Address(int season, string? project, string table, bool isNew)
    {
        var query = new QueryBuilder { { "_season", season.ToString(System.Globalization.CultureInfo.InvariantCulture) }, { "_table", table }, { "_new", isNew ? "1" : "0" } };
        if (project is not null)
        {
            query.Add("_project", project);
        }

        return Path + query;
    }

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, Answer).WithMetadata(new DeskAttribute(Role.Reporter, Role.Checker, Role.ProjectOffice));

    private static async Task<IResult> Answer(HttpContext http, SaimaDb db, CancellationToken cancel)
    {
        var typed = http.Request.Query;
        var table = typed["_table"] == "projects" ? PackageTable.Projects : FactKinds.Find(typed["_table"]);
        if (table is null || !int.TryParse(typed["_season"], out var season))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var units = await db.Set<UnitFact>().Where(unit => unit.Season == season && unit.SupersededBy == null && !unit.Withdrawn).Select(unit => unit.Code).ToHashSetAsync(cancel);
        var project = typed["_project"].ToString() is { Length: > 0 } named ? named : null;
        var entry = ReadEntry.Of(table, season, project, typed.ToDictionary(field => field.Key, field => field.Value.ToString()), units, out var cells);
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        var said = entry.Problems.GroupBy(problem => problem.Column!).ToDictionary(group => group.Key, group => $"{group.First().Message.In(culture)} {group.First().Remedy.In(culture)}");
        var facts = FactTable.OfPackage.Single(one => one.Title == table.Name);
        var key = table.Columns[table.Column(table.Key[^1])].Name;
        if (typed["_new"] == "1" && !said.ContainsKey(key) && await FactLookup.Current(db, facts, cells, cancel) is not null)
        {
            var taken = EditRefusals.FactTaken(table == PackageTable.Projects ? new("项目", "project") : FactKinds.Title(table), key, typed[key].ToString()).Problems[0];
            said[key] = $"{taken.Message.In(culture)} {taken.Remedy.In(culture)}";
        }

        return Results.Json(said);
    }
}
