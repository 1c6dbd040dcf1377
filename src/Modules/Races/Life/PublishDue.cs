using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Standings;

namespace Saima.Modules.Races.Life;

/// <summary>Use case: publishes the rounds whose set time has come, in the name of who set it. Of several processes one does it; what still waits is tried again.</summary>
public static class PublishDue
{
    /// <returns>How many were published just now.</returns>
    public static async Task<int> Run(SaimaDb db, TimeProvider time, IEnumerable<RoundGate> gates, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow().ToUniversalTime();
        var due = await db.Set<RoundLife>().AsNoTracking().Where(life => life.PublishAt != null && life.PublishAt <= now && life.Phase == RoundPhase.Review).ToListAsync(cancel);
        var published = 0;
        foreach (var life in due)
        {
            // The approval was theirs when they set the time; a duty that ended since does not take it back.
            var approver = new Actor(life.ApprovedBy!, life.ApprovedByName!, [new(Role.ProjectOffice, null)]);
            published += (await MoveRound.Run(db, time, gates, approver, new(life.Season, life.Round, RoundMove.Publish, life.Revision), cancel)).Refusal is null ? 1 : 0;
        }

        return published;
    }
}

/// <summary>Looks for rounds to be published when the site starts, so that a time that passed while it was down is made good, and every half minute after.</summary>
internal sealed class PublishOnTime(IServiceScopeFactory scopes, IEnumerable<RoundGate> gates, PublishedStamp stamp, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await Look(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await PublishDue.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), time, gates, cancel) > 0)
            {
                stamp.Forget();
            }
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or DbUpdateException or InvalidOperationException)
        {
            // The round's page says that its time has passed; it is tried again in half a minute.
        }
    }
}
