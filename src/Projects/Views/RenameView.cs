using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Views;

/// <summary>Gives a view another name: a new row that says which it replaces.</summary>
public static class RenameView
{
    public static async Task<Outcome<SavedView>> Run(SaimaDb db, TimeProvider time, long id, string name, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await ViewTrail.Begin(db, cancel);
        if (await db.Set<SavedView>().SingleOrDefaultAsync(view => view.Id == id && view.EndedAt == null, cancel) is not { } before)
        {
            return ViewRefusals.Gone;
        }

        var view = new SavedView { Name = ViewRefusals.Tidy(name), Query = before.Query, By = ViewRefusals.Tidy(by), At = time.GetUtcNow(), ReplacesId = before.Id };
        if (await ViewRefusals.Check(db, view, before, cancel) is { } refusal)
        {
            return refusal;
        }

        if (view.Name == before.Name)
        {
            return before;
        }

        before.EndedAt = view.At;
        await db.SaveChangesAsync(cancel);
        db.Add(view);
        await db.SaveChangesAsync(cancel);
        await ViewTrail.Write(db, "projects.view-rename", view.At, view.By, before, view, cancel);
        await transaction.CommitAsync(cancel);
        return view;
    }
}
