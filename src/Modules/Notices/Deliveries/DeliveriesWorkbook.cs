using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Sheets;
using Saima.Modules.Notices.Reminders;
using Saima.Ui;
using Saima.Ui.Figures;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>The list of deliveries as a workbook. Taking it out is in the ledger.</summary>
public static class DeliveriesWorkbook
{
    private const int Most = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet(NoticesLinks.Workbook, Answer).WithMetadata(new DeskAttribute(Role.SystemAdministrator), new RecordedAttribute(RecordLook.Exported, "notices/deliveries"));
    }

    private static async Task<IResult> Answer(HttpContext http, SaimaDb db, Addressees addressees, CancellationToken cancel)
    {
        var (found, _) = await DeliveryList.Find(db, addressees, DeliveryFilter.From(http.Request.Query), 1, Most, cancel);
        using var content = new MemoryStream();
        using (var workbook = new WorkbookWriter(content))
        {
            workbook.BeginSheet(Say(DeliveryWords.Deliveries), [new(Say(DeliveryWords.MadeAt), 18), new(Say(DeliveryWords.To), 18), new(Say(DeliveryWords.Channel), 10), new(Say(DeliveryWords.What), 16), new(Say(DeliveryWords.State), 12), new(Say(DeliveryWords.Attempts), 8), new(Say(DeliveryWords.Next), 18), new(Say(DeliveryWords.Fault), 40)]);
            foreach (var (delivery, name, reminders) in found)
            {
                workbook.BeginRow();
                workbook.Text(Written.Moment(delivery.MadeAt));
                workbook.Text(name);
                workbook.Text(Say(DeliveryWords.ChannelOf(delivery.Channel)));
                workbook.Text(Say(DeliveryWords.WhatOf(delivery, reminders)));
                workbook.Text(Say(DeliveryWords.StateOf(delivery.State)));
                workbook.Text(delivery.Attempts.ToString(CultureInfo.InvariantCulture));
                workbook.Text(DeliveryWords.When(delivery) is { } when ? Written.Moment(when) : "");
                workbook.Text(delivery.Fault is { } fault ? $"{Say(DeliveryWords.FaultOf(fault))} {delivery.FaultCode}".Trim() : "");
                workbook.EndRow();
            }
        }

        return Results.Bytes(content.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "saima-deliveries.xlsx");

        static string Say(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
    }
}
