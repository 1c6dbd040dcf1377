using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Views;

/// <summary>Takes a view off the list; it stays on record and can be brought back.</summary>
public static class RemoveView
{
    public static async Task<Outcome<SavedView>> Run(SaimaDb db, TimeProvider time, long id, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await ViewTrail.Begin(db, cancel);
        if (await db.Set<SavedView>().SingleOrDefaultAsync(view => view.Id == id && view.EndedAt == null, cancel) is not { } view)
        {
            return ViewRefusals.Gone;
        }

        if (ViewRefusals.Who(ViewRefusals.Tidy(by)) is { } problem)
        {
            return ViewRefusals.Faulty([problem]);
        }

        view.EndedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        await ViewTrail.Write(db, "projects.view-remove", view.EndedAt.Value, ViewRefusals.Tidy(by), view, null, cancel);
        await transaction.CommitAsync(cancel);
        return view;
    }
}
