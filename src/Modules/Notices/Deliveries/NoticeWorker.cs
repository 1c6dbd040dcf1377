using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Saima.Kernel.Data;
using Saima.Kernel.Tasks;
using Saima.Modules.Notices.Channels;
using Saima.Modules.Notices.Reminders;
using Saima.Ui.Figures;

namespace Saima.Modules.Notices.Deliveries;

/// <summary>Every minute: sends what is due; every half hour and on every new day: looks what everybody has to do. Of several processes on one database one does it.</summary>
public sealed class NoticeWorker(IServiceScopeFactory scopes, SendDeliveries send, MailServer server, TimeProvider time, ILogger<NoticeWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(30);
    private static readonly Action<ILogger, Exception?> Broken = LoggerMessage.Define(LogLevel.Error, new(1, "Reminders"), "提醒没有做完，一分钟后再试。 Reminders were not finished; they go on in a minute.");
    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>One turn.</summary>
    /// <returns>Whether this process had the lease.</returns>
    public async Task<bool> Turn(CancellationToken cancel)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var (services, now) = (scope.ServiceProvider, time.GetUtcNow());
            var db = services.GetRequiredService<SaimaDb>();
            if (await WorkerLease.Take(db, _name, now, cancel) is not { } lease)
            {
                return false;
            }

            if (lease.LookedAt is not { } looked || now - looked >= LookEvery || Written.DayOf(looked) != Written.DayOf(now))
            {
                await MakeReminders.Run(db, [.. services.GetServices<TaskSource>()], services.GetRequiredService<Addressees>(), server.On, now, cancel);
                await WorkerLease.Looked(db, now, cancel);
            }
        }

        // A slow robot keeps no mail waiting.
        await Task.WhenAll(send.Run(_name, DeliveryChannel.Mail, cancel), send.Run(_name, DeliveryChannel.Robot, cancel));
        return true;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WorkerLease.Leave(scope.ServiceProvider.GetRequiredService<SaimaDb>(), _name, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or OperationCanceledException)
        {
            // It runs out by itself.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await Turn(cancel);
        }
#pragma warning disable CA1031 // Whatever one turn stumbles over, the next one tries again.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Broken(log, fault);
        }
    }
}
