using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Kernel.Time;
using Saima.Projects.Deadlines;
using Saima.Projects.Register;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Projects.Reporting;

/// <summary>Reports as workbooks: all of a month to look at, and a unit's sheet to fill in.</summary>
public static class ReportsWorkbook
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/reports/{season:int}/{month}.xlsx", Overview).WithMetadata(new DeskAttribute { Units = true }, new RecordedAttribute(RecordLook.Exported, "reports/{season}/{month}"));
        endpoints.MapGet("/reports/{season:int}/{month}/{unit}/sheet.xlsx", Sheet).WithMetadata(new DeskAttribute(Role.Reporter), new RecordedAttribute(RecordLook.Exported, "reports/{season}/{month}/{unit}"));
    }

    private static async Task<IResult> Overview(int season, string month, HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        if (!Month.TryParse(month, out var of) || of.Year != season)
        {
            return Results.NotFound();
        }

        var (actor, now) = (http.Actor()!, time.GetUtcNow());
        var window = (await FilingCalendars.Read(db, season, cancel)).Of(of);
        var rows = (await FilingGrounds.Read(db, season, of, null, cancel)).Where(row => FilingOverview.Sees(actor, row.Unit)).ToList();
        var names = await db.Set<UnitFact>().AsNoTracking().Where(fact => fact.Season == season && fact.SupersededBy == null && !fact.Withdrawn).ToDictionaryAsync(fact => fact.Code, fact => fact.Name, cancel);
        return Book(FilingWords.TitleOf(of), FormattableString.Invariant($"saima-reports-{month}.xlsx"), [new("单位", "unit"), FilingWords.ProjectId, new("项目名称", "project"), FilingWords.StateTitle, FilingWords.Late, .. ReadFiling.Fields.Select(FilingWords.Field), FilingWords.Statistical], workbook =>
        {
            foreach (var row in rows)
            {
                workbook.BeginRow();
                Text(workbook, names.GetValueOrDefault(row.Unit, row.Unit));
                Text(workbook, row.Ground.Project);
                Text(workbook, row.Ground.Name);
                Text(workbook, Say(FilingWords.State(row.StateOn(Written.DayOf(now), window))));
                Text(workbook, row.Filing?.Late == true ? Say(new("是", "yes")) : "");
                Content(workbook, row.Filing is { } filing ? FilingContent.Of(filing) : null);
                Money(workbook, row.Statistic);
                workbook.EndRow();
            }
        });
    }

    private static async Task<IResult> Sheet(int season, string month, string unit, HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        if (!Month.TryParse(month, out var of) || of.Year != season || !http.Actor()!.Holds(Role.Reporter, unit))
        {
            return Results.NotFound();
        }

        var today = Written.DayOf(time.GetUtcNow());
        var window = (await FilingCalendars.Read(db, season, cancel)).Of(of);
        var rows = (await FilingGrounds.Read(db, season, of, [unit], cancel)).Where(row => TypedRow.IsOpen(row, today, window));
        return Book(FilingWords.TitleOf(of), FormattableString.Invariant($"saima-sheet-{month}-{unit}.xlsx"), [.. ReadSheet.Headings.Select(heading => heading.Title), new("项目名称", "project")], workbook =>
        {
            foreach (var row in rows)
            {
                workbook.BeginRow();
                Text(workbook, row.Ground.Project);
                Text(workbook, month);
                var typed = TypedRow.Of(row);
                if (row.Filing is { } filing)
                {
                    Content(workbook, FilingContent.Of(filing));
                }
                else
                {
                    foreach (var field in ReadFiling.Fields)
                    {
                        // A workbook has nothing to click on.
                        Text(workbook, typed.LastMonth(field));
                    }
                }

                Text(workbook, row.Ground.Name);
                workbook.EndRow();
            }
        });
    }

    private static void Content(WorkbookWriter workbook, FilingContent? content)
    {
        foreach (var yuan in new[] { content?.Invested, content?.YearToDate, content?.Building, content?.Installation, content?.Equipment, content?.Other })
        {
            Money(workbook, yuan);
        }

        foreach (var text in new[] { content?.Progress, content?.Milestones, content?.Problems, content?.NextSteps, content?.Correction })
        {
            Text(workbook, text);
        }
    }

    private static void Money(WorkbookWriter workbook, long? yuan)
    {
        if (yuan is { } amount)
        {
            workbook.Money(amount);
        }
        else
        {
            workbook.Blank();
        }
    }

    private static void Text(WorkbookWriter workbook, string? text)
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

    private static IResult Book(Phrase title, string file, IReadOnlyList<Phrase> headings, Action<WorkbookWriter> rows)
    {
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            workbook.BeginSheet(Say(title), [.. headings.Select(heading => new SheetColumn(Say(heading), 16))]);
            rows(workbook);
        }

        return Results.Bytes(content.ToArray(), Type, file);
    }

    private static string Say(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
