using Microsoft.Extensions.Hosting;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Removes uploads that nobody came back to, at the start and every hour.</summary>
public sealed class UploadExpiry(UploadShelf shelf, UploadWork work, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var hours = new PeriodicTimer(TimeSpan.FromHours(1), time);
        try
        {
            do
            {
                shelf.RemoveOld(id => work.Of(id) is not null);
            }
            while (await hours.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }
}
