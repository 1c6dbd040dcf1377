using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Saima.Kernel.Data;

namespace Saima.Modules.Audit.Checks;

/// <summary>Looks along the ledger when the site starts and every ten minutes after.</summary>
public sealed class WatchAlong(IServiceScopeFactory scopes, LedgerWatch watch, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

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
            await watch.Look(scope.ServiceProvider.GetRequiredService<SaimaDb>(), cancel: cancel);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException)
        {
            // The page looks itself and says what is wrong.
        }
    }
}
