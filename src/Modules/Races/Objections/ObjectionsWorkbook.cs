using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Races.Standings;
using Saima.Ui;
using Saima.Ui.Figures;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Objections;

/// <summary>The objections to a round as a workbook, as far as who asks may see them.</summary>
internal static class ObjectionsWorkbook
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/rounds/{season:int}/{round:int}/objections.xlsx", Answer).WithMetadata(new DeskAttribute { Units = true }, new RecordedAttribute(RecordLook.Exported, "objections/{season}/{round}"));
    }

    private static async Task<IResult> Answer(int season, int round, HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        if (await ObjectionRound.Read(db, season, round, Written.DayOf(time.GetUtcNow()), cancel) is not { } known)
        {
            return Results.NotFound();
        }

        var rows = await ReadObjections.Round(db, http.Actor()!, season, round, cancel);
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            Phrase[] headings =
            [
                ObjectionWords.Number, BoardWords.ProjectId, BoardWords.Project, BoardWords.Unit, ObjectionWords.Item, ObjectionWords.Frozen, ObjectionWords.Claimed, ObjectionWords.Statement, ObjectionWords.StateTitle,
                DecisionWords.Reasons, DecisionWords.Corrects, DecisionWords.To, ObjectionWords.FlagBefore, ObjectionWords.FlagAfter,
            ];
            workbook.BeginSheet(In(ObjectionWords.Title), [.. headings.Select(heading => new SheetColumn(In(heading), 18))]);
            foreach (var one in rows)
            {
                Row(workbook, one, known);
            }
        }

        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FormattableString.Invariant($"saima-objections-{season}-r{round}.xlsx"));
    }

    private static void Row(WorkbookWriter workbook, ListedObjection one, ObjectionRound round)
    {
        var objection = one.Objection;
        var effect = ObjectionEffect.Of(objection);
        string[] cells =
        [
            objection.Number, objection.Project, one.Name, one.UnitName, In(ObjectionWords.ItemOf(objection.Item, round.Rules)), In(ObjectionWords.ValueOf(objection.Item, objection.Frozen)),
            In(ObjectionWords.ValueOf(objection.Item, objection.Claimed)), objection.Statement, In(ObjectionWords.Standing(objection)), objection.Reasons ?? "",
            objection.Corrects is { } corrects ? In(ObjectionWords.ItemOf(corrects, round.Rules)) : "", objection.Corrects is { } item ? In(ObjectionWords.ValueOf(item, objection.CorrectedTo)) : "",
            Flag(effect?.Before), Flag(effect?.After),
        ];
        workbook.BeginRow();
        foreach (var cell in cells)
        {
            workbook.Text(cell);
        }

        workbook.EndRow();
    }

    private static string Flag(RoundPlace? place) => place is null ? "" : In(FlagWords.Of(Numbers.Code(place.Flag)));

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
