using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.RuleSets;

/// <summary>How far a trial is.</summary>
/// <param name="Step">From 1 to <see cref="TryRuleSet.Steps"/>; 0 while it waits.</param>
public sealed record TrialState(bool Running, int Step, Outcome<Trial> Outcome);

/// <summary>Trials go on while people wait, two at a time; the latest results stay in memory until the program stops, and nowhere else.</summary>
public sealed class Trials(IServiceScopeFactory scopes) : IDisposable
{
    private const int AtOnce = 2;
    private const int Kept = 12;
    private readonly Lock one = new();
    private readonly List<Entry> entries = [];

    /// <summary>Begins a trial, unless it is going on or was done.</summary>
    /// <returns>What keeps it from beginning.</returns>
    public Refusal? Begin(SettledRound round, RuleSetDocument tried)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(tried);
        lock (one)
        {
            if (Find(tried.Hash, round.Id) is { } known && (known.Running || known.Outcome.Value is not null))
            {
                return null;
            }

            if (entries.Count(entry => entry.Running) >= AtOnce)
            {
                return RuleSetRefusals.Busy;
            }

            Forget(tried.Hash, round.Id);
            while (entries.Count >= Kept && entries.Find(entry => !entry.Running) is { } oldest)
            {
                entries.Remove(oldest);
            }

            var entry = new Entry(tried.Hash, round.Id);
            entries.Add(entry);
            entry.Work = Task.Run(() => Work(entry, round, tried));
            return null;
        }
    }

    /// <summary>How a trial stands; nothing if it was never begun, was stopped or is forgotten.</summary>
    public TrialState? Of(string hash, long round)
    {
        lock (one)
        {
            return Find(hash, round) is { } entry ? new(entry.Running, entry.Step, entry.Outcome) : null;
        }
    }

    public void Stop(string hash, long round)
    {
        lock (one)
        {
            Find(hash, round)?.Stop.Cancel();
            Forget(hash, round);
        }
    }

    public void Dispose()
    {
        lock (one)
        {
            entries.ForEach(entry => entry.Stop.Cancel());
        }
    }

    private async Task Work(Entry entry, SettledRound round, RuleSetDocument tried)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            entry.Outcome = await TryRuleSet.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), round, tried, entry, entry.Stop.Token);
        }
        catch (OperationCanceledException)
        {
            entry.Outcome = RuleSetRefusals.Stopped;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or System.Data.Common.DbException)
        {
            entry.Outcome = RuleSetRefusals.Failed(fault.Message);
        }
        finally
        {
            entry.Running = false;
        }
    }

    private Entry? Find(string hash, long round) => entries.Find(entry => entry.Hash == hash && entry.Round == round);

    private void Forget(string hash, long round) => entries.RemoveAll(entry => entry.Hash == hash && entry.Round == round);

    private sealed class Entry(string hash, long round) : IProgress<int>
    {
        private volatile bool running = true;
        private volatile int step;

        public string Hash { get; } = hash;

        public long Round { get; } = round;

        public CancellationTokenSource Stop { get; } = new();

        public Task? Work { get; set; }

        public Outcome<Trial> Outcome { get; set; }

        public bool Running
        {
            get => running;
            set => running = value;
        }

        public int Step => step;

        public void Report(int value) => step = value;
    }
}
