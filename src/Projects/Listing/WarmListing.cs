using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Saima.Kernel.Data;

namespace Saima.Projects.Listing;

/// <summary>Reads the newest season's listing when the site starts, so that nobody waits for it.</summary>
public sealed class WarmListing(IServiceScopeFactory scopes, Listings listings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            if (await Listings.Seasons(db, stoppingToken) is [var season, ..])
            {
                await listings.Of(db, season, stoppingToken);
                await listings.Readings(db, season, stoppingToken);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whoever comes first reads it then, and is told what is wrong: no reason to keep the site from starting.
        }
    }
}
