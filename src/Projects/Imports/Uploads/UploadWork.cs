using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Saima.Projects.Imports.Uploads;

/// <summary>How far the work on an upload is.</summary>
/// <param name="Stage"><c>waiting</c>, <c>read</c>, <c>compare</c> or <c>write</c>.</param>
/// <param name="Total">Rows in all, where that is known.</param>
public sealed record WorkProgress(string Stage, long Rows, long? Total);

/// <summary>The long work that goes on behind the import desk: one on each upload, each of which can be followed and cancelled.</summary>
public sealed class UploadWork(IServiceScopeFactory scopes, ILogger<UploadWork> logger) : IAsyncDisposable
{
    private const int AtOnce = 2;

    private readonly ConcurrentDictionary<Guid, Running> running = new();
    private readonly ConcurrentDictionary<int, Upload> writing = new();
    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>Empty if nothing is being done on it.</summary>
    public WorkProgress? Of(Guid upload) => running.TryGetValue(upload, out var work) ? work.Progress : null;

    /// <summary>Begins; false if something is being done on it already.</summary>
    /// <param name="work">With services of its own; it ends by itself and saves what it found.</param>
    /// <param name="ended">Always called in the end, even if the work was cancelled before its turn came.</param>
    public bool Begin(Guid upload, Func<IServiceProvider, IProgress<WorkProgress>, CancellationToken, Task> work, Action? ended = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        var begun = new Running();
        if (!running.TryAdd(upload, begun))
        {
            begun.Dispose();
            return false;
        }

        begun.Task = Task.Run(() => Run(upload, begun, work, ended));
        return true;
    }

    /// <summary>Claims the books of a season for one import; gives the one that has them.</summary>
    public Upload? Claim(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var holder = writing.GetOrAdd(upload.Season, upload);
        return holder.Id == upload.Id ? null : holder;
    }

    public void Release(Upload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (writing.TryGetValue(upload.Season, out var holder) && holder.Id == upload.Id)
        {
            writing.TryRemove(new(upload.Season, holder));
        }
    }

    /// <summary>Stops the work and waits until it has let go of everything.</summary>
    public async Task Cancel(Guid upload)
    {
        if (running.TryGetValue(upload, out var work))
        {
            await work.Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var work in running.Values)
        {
            await work.Cancel();
        }

        places.Dispose();
    }

    private async Task Run(Guid upload, Running begun, Func<IServiceProvider, IProgress<WorkProgress>, CancellationToken, Task> work, Action? ended)
    {
        try
        {
            await places.WaitAsync(begun.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider, begun, begun.Token);
            }
            finally
            {
                places.Release();
            }
        }
        catch (Exception) when (begun.Token.IsCancellationRequested)
        {
            // Whoever cancelled finds out what was written, and says so on the page.
        }
        catch (Exception fault)
        {
            // The page shows that the work was interrupted and can be started again; why is for the operator.
            WorkLog.Failed(logger, upload, fault);
        }
        finally
        {
            ended?.Invoke();
            running.TryRemove(upload, out _);
            begun.End();
        }
    }

    private sealed class Running : IProgress<WorkProgress>, IDisposable
    {
        private readonly CancellationTokenSource source = new();
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task? Task { get; set; }

        public WorkProgress Progress { get; private set; } = new("waiting", 0, null);

        public CancellationToken Token => source.Token;

        public void Report(WorkProgress value) => Progress = value;

        public async Task Cancel()
        {
            if (!ended.Task.IsCompleted)
            {
                await source.CancelAsync();
            }

            await ended.Task;
        }

        public void End() => ended.TrySetResult();

        public void Dispose() => source.Dispose();
    }
}

/// <summary>What the operator is told.</summary>
internal static partial class WorkLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The work on upload {Upload} failed.")]
    public static partial void Failed(ILogger logger, Guid upload, Exception fault);
}
