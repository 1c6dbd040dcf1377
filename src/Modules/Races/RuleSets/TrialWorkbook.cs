using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Races.Standings;
using Saima.Ui;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.RuleSets;

/// <summary>A trial as a workbook in the language of the reader; every sheet says that it is a trial.</summary>
public static class TrialWorkbook
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/rounds/rules/{hash}/trial/{season:int}/{round:int}/{edition:int}.xlsx", Answer).WithMetadata(new DeskAttribute(), new RecordedAttribute(RecordLook.Exported), new ForProgramsAttribute(ForProgramsAttribute.Rounds));
        endpoints.MapGet("/rounds/rules/{hash}.json", Document).WithMetadata(new DeskAttribute(), new ForProgramsAttribute(ForProgramsAttribute.Rounds));
    }

    private static async Task<IResult> Document(string hash, SaimaDb db, CancellationToken cancel) =>
        await RuleSetShelf.Find(db, hash, cancel) is { } rules
            ? Results.Bytes(rules.Document.Canonical, "application/json; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"{rules.Document.Code}-v{rules.Document.Version}.json"))
            : Results.NotFound();

    private static async Task<IResult> Answer(string hash, int season, int round, int edition, SaimaDb db, Trials trials, CancellationToken cancel)
    {
        var head = await db.Set<SettledRound>().AsNoTracking().SingleOrDefaultAsync(one => one.Season == season && one.Round == round && one.Edition == edition, cancel);
        if (head is null || trials.Of(hash, head.Id)?.Outcome.Value is not { } trial)
        {
            return Results.NotFound();
        }

        using var content = new MemoryStream();
        Write(trial, content);
        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", string.Create(CultureInfo.InvariantCulture, $"saima-trial-{season}-r{round}-e{edition}-{trial.Tried.Hash[..8]}.xlsx"));
    }

    public static void Write(Trial trial, Stream into)
    {
        ArgumentNullException.ThrowIfNull(trial);
        using var workbook = new WorkbookWriter(into);
        workbook.BeginSheet(In(RuleSetWords.TrialSheet),
        [
            new(In(BoardWords.ProjectId), 12), new(In(BoardWords.Project), 44), new(In(BoardWords.Unit), 20),
            .. new[] { RuleSetWords.Was, RuleSetWords.Would }.SelectMany(side => new[] { BoardWords.Flag, BoardWords.Lane, BoardWords.Rank, BoardWords.Score, BoardWords.Why }
                .Select(column => new SheetColumn($"{In(side)} {In(column)}", 14))),
        ]);
        foreach (var project in trial.Differ)
        {
            workbook.BeginRow();
            foreach (var text in new[] { project.Project, project.Name, project.Unit })
            {
                workbook.Text(text);
            }

            Place(workbook, project.Was, trial.Was);
            Place(workbook, project.Would, trial.Tried.Rules);
            workbook.EndRow();
        }

        workbook.BeginSheet(In(RuleSetWords.TrialUnits),
        [
            new(In(BoardWords.Unit), 24), new(In(BoardWords.ClassOfUnit), 12),
            .. new[] { RuleSetWords.Was, RuleSetWords.Would }.SelectMany(side => new[] { BoardWords.Rank, BoardWords.Score }.Select(column => new SheetColumn($"{In(side)} {In(column)}", 14))),
        ]);
        foreach (var unit in trial.Units)
        {
            workbook.BeginRow();
            workbook.Text(unit.Name);
            workbook.Text(In(BoardWords.Class(unit.Class)));
            Number(workbook, unit.RankWas, 0);
            Number(workbook, unit.ScoreWas, Settlement.Undefined, 1_000_000m);
            Number(workbook, unit.RankWould, 0);
            Number(workbook, unit.ScoreWould, Settlement.Undefined, 1_000_000m);
            workbook.EndRow();
        }
    }

    private static void Place(WorkbookWriter workbook, TrialPlace place, RuleSet rules)
    {
        workbook.Text(In(FlagWords.Of(Numbers.Code(place.Flag))));
        workbook.Text(RuleWording.Lane(rules, place.Lane));
        Number(workbook, place.Rank, 0);
        Number(workbook, place.Score, Settlement.Undefined, 1_000_000m);
        workbook.Text(RuleWording.Reasons(rules, place.Reasons));
    }

    private static void Number(WorkbookWriter workbook, long value, long nothing, decimal by = 1)
    {
        if (value == nothing)
        {
            workbook.Blank();
        }
        else
        {
            workbook.Number(value / by);
        }
    }

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
