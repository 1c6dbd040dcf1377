using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Audit.Checks;

/// <summary>How far a check is.</summary>
/// <param name="Done">Lines looked at.</param>
public sealed record CheckState(bool Running, long Done, Refusal? Refusal);

/// <summary>One check at a time goes on while people wait; what it found is kept by <see cref="CheckLedger"/>.</summary>
public sealed class CheckWork(IServiceScopeFactory scopes) : IDisposable
{
    private readonly Lock one = new();
    private Going? going;

    /// <returns>What keeps it from beginning.</returns>
    public Refusal? Begin(string by, string? seal)
    {
        lock (one)
        {
            if (going is { Running: true })
            {
                return CheckRefusals.Busy;
            }

            going?.Stop.Dispose();
            var begun = going = new Going();
            _ = Task.Run(() => Work(begun, by, seal));
            return null;
        }
    }

    public CheckState? Now()
    {
        lock (one)
        {
            return going is { } now ? new(now.Running, now.Done, now.Refusal) : null;
        }
    }

    public void Stop()
    {
        lock (one)
        {
            going?.Stop.Cancel();
        }
    }

    public void Dispose() => Stop();

    private async Task Work(Going begun, string by, string? seal)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await CheckLedger.Run(services.GetRequiredService<SaimaDb>(), services.GetRequiredService<LedgerWatch>(), services.GetRequiredService<TimeProvider>(), by, seal, begun, begun.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            begun.Refusal = CheckRefusals.Stopped;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or System.Data.Common.DbException)
        {
            begun.Refusal = CheckRefusals.Failed(fault.Message);
        }
        finally
        {
            begun.Running = false;
        }
    }

    private sealed class Going : IProgress<long>
    {
        private volatile bool running = true;
        private long done;

        public CancellationTokenSource Stop { get; } = new();

        public Refusal? Refusal { get; set; }

        public bool Running
        {
            get => running;
            set => running = value;
        }

        public long Done => Interlocked.Read(ref done);

        public void Report(long value) => Interlocked.Exchange(ref done, value);
    }
}
