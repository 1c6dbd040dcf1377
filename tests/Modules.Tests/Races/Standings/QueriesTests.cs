using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Standings;

public sealed class QueriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_page_asks_the_database_a_handful_of_questions_however_long_it_is(string kind)
    {
        await using var database = TestDatabase.Create(kind);
        await SampleDistrict.Load(database);
        await using var site = await Site.Start(database);
        using var counter = new QueryCounter(database.Open().Database.GetConnectionString()!);
        foreach (var address in new[] { "/", "/seasons/2023/rounds/6", "/seasons/2023/rounds/6/lanes/start", "/seasons/2023/rounds/6/units", "/seasons/2023/rounds/6/units/S05", "/seasons/2023/rounds/6/projects/P027" })
        {
            // The first visit also reads what is then known of the round.
            await site.Anonymous.GetStringAsync(address, Cancel);
            (await Asked(address)).ShouldBeLessThanOrEqualTo(1, $"{address}, kept");
            // No page is kept of an address with a parameter that none reads.
            (await Asked(address + "?unread=1")).ShouldBeInRange(1, 5, address);
        }

        // The least of three visits: now and then the platform asks for itself whether a round is to be published.
        async Task<int> Asked(string address)
        {
            var least = int.MaxValue;
            for (var visit = 0; visit < 3; visit++)
            {
                var before = counter.Count;
                await site.Anonymous.GetStringAsync(address, Cancel);
                least = Math.Min(least, counter.Count - before);
            }

            return least;
        }
    }

    /// <summary>Counts the commands sent to one database.</summary>
    private sealed class QueryCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _connection;
        private readonly List<IDisposable> _subscriptions = [];
        private int _count;

        public QueryCounter(string connection)
        {
            _connection = connection;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => Volatile.Read(ref _count);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                _subscriptions.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuted.Name));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData data && data.Context?.Database.GetConnectionString() == _connection)
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
