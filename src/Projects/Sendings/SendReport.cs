using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Projects.Reporting;

namespace Saima.Projects.Sendings;

/// <summary>A project's report as a device sends it, perhaps not for the first time.</summary>
/// <param name="Seen">Revision of the report over which it was typed, 0 for none.</param>
public sealed record ReportSending(Guid Key, int Season, Month Month, string Project, int Seen, IReadOnlyDictionary<string, string> Texts);

/// <summary>What stands there now where a report moved on while another was typed over it.</summary>
/// <param name="Open">Whether it can be submitted over.</param>
public sealed record MovedReport(int Seen, Phrase State, bool Open, IReadOnlyDictionary<string, string> Texts);

/// <summary>Submits a report that a device sends: once, however often it comes.</summary>
public static class SendReport
{
    public static Task<Outcome<FilingsSubmitted>> Run(SaimaDb db, TimeProvider time, Actor actor, ReportSending order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var texts = new SortedDictionary<string, string>(order.Texts.ToDictionary(), StringComparer.Ordinal);
        return SubmitFilings.Run(db, time, actor, new(order.Season, order.Month, "", [new(order.Project, 1, order.Seen, order.Texts)])
        {
            Sending = Sending.Of(order.Key, new { order.Season, month = order.Month.ToString(), order.Project, order.Seen, texts }),
        }, cancel);
    }

    /// <summary>The report as it stands, for whoever has to decide between it and what was typed.</summary>
    /// <returns>Empty where it has not moved, or for somebody who may not see it.</returns>
    public static async Task<MovedReport?> Moved(SaimaDb db, Actor actor, ReportSending order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        var row = (await FilingGrounds.Read(db, order.Season, order.Month, null, cancel, [order.Project])).SingleOrDefault();
        return row?.Filing is { } filing && filing.Revision != order.Seen && actor.Holds(Role.Reporter, row.Unit)
            ? new(filing.Revision, FilingWords.State(filing.State), FilingMachine.Next(filing.State, FilingAction.Submit) is not null, TypedRow.TextsOf(FilingContent.Of(filing)))
            : null;
    }
}
