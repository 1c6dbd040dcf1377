using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Accounts.Units;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.People;

/// <summary>The list of people as a workbook. Taking it out is in the ledger.</summary>
public static class PeopleWorkbook
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet(AccountsLinks.Workbook, Answer).WithMetadata(new DeskAttribute(Role.SystemAdministrator, Role.SecurityAdministrator), new RecordedAttribute(RecordLook.Exported, "people"));
    }

    private static async Task<IResult> Answer(HttpContext http, SaimaDb db, TimeProvider time, CancellationToken cancel)
    {
        var filter = PeopleFilter.From(http.Request.Query);
        var tree = await UnitTree.Read(db, cancel);
        var people = await PeopleList.Find(db, filter, tree, time.GetUtcNow(), cancel);
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            workbook.BeginSheet(Say(AccountWords.People), [new(Say(AccountWords.Name), 14), new(Say(AccountWords.User), 18), new(Say(AccountWords.Duties), 50), new(Say(AccountWords.State), 14), new(Say(AccountWords.AddedOn), 14)]);
            foreach (var (person, duties) in people)
            {
                workbook.BeginRow();
                workbook.Text(person.Name);
                workbook.Text(person.UserName!);
                workbook.Text(Say(AccountWords.DutiesOf(duties, tree)));
                workbook.Text(person.ClosedAt is not null ? Say(AccountWords.Closed) : person.LockoutEnd > time.GetUtcNow() ? Say(AccountWords.Locked) : Say(AccountWords.StateOf("open")));
                workbook.Date(Written.DayOf(person.CreatedAt).DayNumber);
                workbook.EndRow();
            }
        }

        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "saima-people.xlsx");

        static string Say(Phrase phrase) => phrase.In(System.Globalization.CultureInfo.CurrentUICulture);
    }
}
