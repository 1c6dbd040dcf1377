using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Saima.Kernel.Data;

namespace Saima.Modules.Races.Standings;

/// <summary>Reads the newest round and the one before when the site starts, so that no visitor waits for it.</summary>
public sealed class WarmBoard(IServiceScopeFactory scopes, KnownRounds known, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var rounds = await PublishedRounds.Read(scope.ServiceProvider.GetRequiredService<SaimaDb>(), time, stoppingToken);
            foreach (var round in rounds.InForce.Take(2))
            {
                await known.Board(round).WaitAsync(stoppingToken);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whoever comes first reads it then, and is told what is wrong: no reason to keep the site from starting.
        }
    }
}
