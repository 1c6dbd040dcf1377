using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Views;

/// <summary>Keeps an address of the list under a name, for everybody.</summary>
public static class SaveView
{
    /// <param name="query">What follows the question mark, from a <see cref="Listing.ListingFilter"/>.</param>
    public static async Task<Outcome<SavedView>> Run(SaimaDb db, TimeProvider time, string name, string query, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        await using var transaction = await ViewTrail.Begin(db, cancel);
        var view = new SavedView { Name = ViewRefusals.Tidy(name), Query = query, By = ViewRefusals.Tidy(by), At = time.GetUtcNow() };
        if (await ViewRefusals.Check(db, view, null, cancel) is { } refusal)
        {
            return refusal;
        }

        db.Add(view);
        await db.SaveChangesAsync(cancel);
        await ViewTrail.Write(db, "projects.view-save", view.At, view.By, null, view, cancel);
        await transaction.CommitAsync(cancel);
        return view;
    }

    /// <summary>The views that are offered, by name.</summary>
    public static async Task<IReadOnlyList<SavedView>> All(SaimaDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<SavedView>().AsNoTracking().Where(view => view.EndedAt == null).OrderBy(view => view.Name).ToListAsync(cancel);
    }
}
