using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Modules.Races.Circulars;
using Saima.Modules.Races.Disclosures;
using Saima.Modules.Races.Objections;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Standings;

/// <summary>
/// Says whether anything the public sees may be other than before: how many editions are published, how many decisions about showing them are in the book, how many steps of objections were taken and circulars issued, and which
/// day it is, because a notice ends with its day. None of them is ever taken back.
/// The database is asked at most five times a second, however many visitors there are.
/// </summary>
public sealed class PublishedStamp(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim one = new(1, 1);
    private Reading? last;

    public async ValueTask<string> Read(CancellationToken cancel)
    {
        var known = Volatile.Read(ref last) is { } kept && time.GetElapsedTime(kept.At) < Fresh ? kept : await Ask(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{known.Editions}/{known.Decisions}/{Written.DayOf(time.GetUtcNow()):yyyy-MM-dd}");
    }

    /// <summary>What this process has published or decided itself is seen by the next visitor.</summary>
    public void Forget() => Volatile.Write(ref last, null);

    public void Dispose() => one.Dispose();

    private async Task<Reading> Ask(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (last is { } known && time.GetElapsedTime(known.At) < Fresh)
            {
                return known;
            }

            // Taken before the question: what is published while it is asked is seen the next time.
            var at = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            var rows = await (
                from round in db.Set<SettledRound>().Where(round => round.PublishedAt != null)
                from decision in db.Set<Disclosure>().Where(kept => kept.RoundId == round.Id && kept.State == DisclosureState.Approved).DefaultIfEmpty()
                select new { round.Id, Decision = (long?)decision!.Id, Steps = db.Set<ObjectionStep>().Count() + db.Set<Circular>().Count(circular => circular.IssuedAt != null) }).ToListAsync(cancel);
            var reading = new Reading(rows.Select(row => row.Id).Distinct().Count(), rows.Count(row => row.Decision is not null) + rows.Select(row => row.Steps).FirstOrDefault(), at);
            Volatile.Write(ref last, reading);
            return reading;
        }
        finally
        {
            one.Release();
        }
    }

    private sealed record Reading(int Editions, int Decisions, long At);
}
