using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Seasons;
using Saima.Modules.Races.Standings;
using Saima.Ui;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Cohorts;

/// <summary>A comparison of cohorts as a workbook in the language of the reader: a sheet for each list, whole.</summary>
public static class CohortWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/rounds/{season:int}/{round:int}/cohort.xlsx", OfDesk).WithMetadata(new DeskAttribute(), new RecordedAttribute(RecordLook.Exported));
        endpoints.MapGet("/seasons/{season:int}/rounds/{round:int}/cohort.xlsx", Published).WithMetadata(new PublicAttribute(), new RecordedAttribute(RecordLook.Exported));
    }

    private static async Task<IResult> OfDesk(int season, int round, SaimaDb db, CancellationToken cancel)
    {
        if (await RoundCohorts.Compare(db, season, round, cancel) is not { } comparison)
        {
            return Results.NotFound();
        }

        var rules = await RoundBasis.RulesOf(db, await RoundLives.Find(db, season, round, cancel), await Calendars.Round(db, season, round, cancel), cancel);
        return Answer(comparison, rules.Rules, season, round);
    }

    private static async Task<IResult> Published(int season, int round, SaimaDb db, TimeProvider time, KnownRounds known, CancellationToken cancel)
    {
        var rounds = await PublishedRounds.Read(db, time, cancel);
        return rounds.Find(season, round) is { } head
            ? Answer(await RoundCohorts.Compare(db, rounds.Before(season, round)?.Id, head.Id, cancel), (await known.Rules(db, head, cancel)).Rules, season, round)
            : Results.StatusCode(rounds.FindWithdrawn(season, round) is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
    }

    private static IResult Answer(CohortComparison comparison, RuleSet rules, int season, int round)
    {
        using var content = new MemoryStream();
        Write(comparison, rules, content);
        return Results.Bytes(content.ToArray(), Type, string.Create(CultureInfo.InvariantCulture, $"saima-{season}-r{round}-cohort.xlsx"));
    }

    public static void Write(CohortComparison comparison, RuleSet rules, Stream into)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var workbook = new WorkbookWriter(into);
        foreach (var which in CohortLists.All)
        {
            workbook.BeginSheet(In(CohortWords.Show(which)),
            [
                new(In(BoardWords.ProjectId), 12), new(In(BoardWords.Project), 44),
                .. new[] { CohortWords.Then, CohortWords.Now }.SelectMany(side => new[] { BoardWords.Unit, BoardWords.Lane, BoardWords.Flag }.Select(column => new SheetColumn($"{In(side)} {In(column)}", 16))),
                new(In(CohortWords.Why), 60),
            ]);
            foreach (var change in CohortLists.Of(comparison, which))
            {
                workbook.BeginRow();
                workbook.Text(change.Either.Project);
                workbook.Text(change.Either.Name);
                Side(workbook, rules, change.Before);
                Side(workbook, rules, change.Now);
                workbook.Text(Unranked.Say(rules, change.Now?.Why ?? ""));
                workbook.EndRow();
            }
        }
    }

    private static void Side(WorkbookWriter workbook, RuleSet rules, CohortRow? row)
    {
        foreach (var text in row is null ? ["", "", ""] : new[] { row.UnitName, RuleWording.Lane(rules, row.Lane), row.Flag is { } flag ? In(FlagWords.Of(Numbers.Code(flag))) : "" })
        {
            workbook.Text(text);
        }
    }

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
