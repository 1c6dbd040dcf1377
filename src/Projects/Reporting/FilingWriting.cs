using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Reporting;

/// <summary>A step as it is written.</summary>
/// <param name="Content">What was submitted, as JSON.</param>
/// <param name="Before">What stood there before, as JSON.</param>
internal sealed record FilingStepOrder(FilingAction Action, Actor Actor, DateTimeOffset At, string? Reason, string? Content, string? Before);

/// <summary>Writes steps of reports: the report, its step and the ledger in one transaction. Two steps with one number cannot both be written.</summary>
internal static class FilingWriting
{
    // SQLite locks on beginning, so that what is read is still so when it is written; PostgreSQL is kept from losing a step by the number of the revision.
    public static Task<IDbContextTransaction> Begin(SaimaDb db, CancellationToken cancel) => db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);

    public static LedgerLine Step(SaimaDb db, MonthlyFiling filing, FilingMoved moved, FilingStepOrder order)
    {
        var (state, revision) = (filing.Revision == 0 ? null : filing.State.ToString(), filing.Revision);
        filing.Revision++;
        (filing.State, filing.People) = (moved.State, moved.People);
        filing.ReturnReason = order.Action switch { FilingAction.Return => order.Reason, FilingAction.Submit => filing.ReturnReason, _ => null };
        db.Add(new FilingStep
        {
            Filing = filing,
            Revision = filing.Revision,
            Action = order.Action,
            State = moved.State,
            Person = order.Actor.Id,
            By = order.Actor.Name,
            At = order.At,
            Reason = order.Reason,
            Content = order.Content,
        });
        if (revision > 0)
        {
            db.Update(filing).Property(one => one.Revision).OriginalValue = revision;
        }

        return new($"projects.report-{order.Action.ToString().ToLowerInvariant()}", $"reports/{filing.Season}/{filing.Project}/{filing.Month}", order.Reason,
            order.Before ?? (state is null ? null : $$"""{"state":"{{state}}"}"""), order.Content ?? $$"""{"state":"{{moved.State}}"}""");
    }

    /// <param name="finish">Writes what else belongs to it, the ledger too, and commits.</param>
    /// <returns>A refusal if somebody else took a step with one of the reports; nothing is written then.</returns>
    public static async Task<Refusal?> Save(SaimaDb db, List<LedgerLine> lines, Func<Task> finish, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return FilingRefusals.Moved(string.Join('、', lines.Select(line => line.Subject.Split('/')[2])));
        }

        db.ChangeTracker.Clear();
        await finish();
        return null;
    }
}
