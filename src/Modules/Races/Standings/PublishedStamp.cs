using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Modules.Races.Circulars;

namespace Saima.Modules.Races.Standings;

/// <summary>
/// How many editions are published and circulars issued: neither is ever taken back, so the number says whether anything is new.
/// The database is asked at most five times a second, however many visitors there are.
/// </summary>
public sealed class PublishedStamp(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim one = new(1, 1);
    private Reading? last;

    public ValueTask<int> Read(CancellationToken cancel) =>
        Volatile.Read(ref last) is { } known && time.GetElapsedTime(known.At) < Fresh ? ValueTask.FromResult(known.Editions) : new(Ask(cancel));

    /// <summary>What this process has published itself is seen by the next visitor.</summary>
    public void Forget() => Volatile.Write(ref last, null);

    public void Dispose() => one.Dispose();

    private async Task<int> Ask(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (last is { } known && time.GetElapsedTime(known.At) < Fresh)
            {
                return known.Editions;
            }

            // Taken before the question: what is published while it is asked is seen the next time.
            var at = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            var editions = await db.Set<SettledRound>().Where(round => round.PublishedAt != null).Select(round => round.Id)
                .Concat(db.Set<Circular>().Where(circular => circular.IssuedAt != null).Select(circular => circular.Id)).CountAsync(cancel);
            Volatile.Write(ref last, new(editions, at));
            return editions;
        }
        finally
        {
            one.Release();
        }
    }

    private sealed record Reading(int Editions, long At);
}
