using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Modules.Audit.Lines;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Audit;

/// <summary>The list on a ledger that has grown long; <c>SAIMA_LEDGER_LINES</c> makes it longer and prints what each page took.</summary>
public sealed class LongLedgerTests(ITestOutputHelper output)
{
    private static readonly int Lines = int.TryParse(Environment.GetEnvironmentVariable("SAIMA_LEDGER_LINES"), out var lines) ? lines : 60_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_page_takes_a_few_statements_and_looks_at_a_window_only_however_rare_what_is_asked_for(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await AppendToLedger.Run(db, DateTimeOffset.UnixEpoch, "多数", Enumerable.Range(1, Lines).Select(line => new LedgerLine(line % 1000 == 0 ? "rare" : "often", $"thing/{line % 5000}", line == 3 ? "一根针" : null, null, """{"score":1}""")), Cancel);
            await transaction.CommitAsync(Cancel);
        }

        await db.Database.ExecuteSqlRawAsync("""UPDATE kernel_ledger_entry SET "at" = number * 1000, "by" = CASE WHEN number % 20000 = 7 THEN '少数' ELSE "by" END""", Cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Cancel);
        var none = LineFilter.Of();
        (string Name, LineFilter Filter, int Found)[] asked =
        [
            ("newest", none, 50), ("deep", none with { Before = new(Lines / 2 * 1000L, Lines / 2) }, 50), ("back", none with { After = new(5000, 5) }, 50), ("person", LineFilter.Of(by: "多数"), 50),
            ("rare person", LineFilter.Of(by: "少数"), Math.Min(50, (Lines - 7) / 20_000 + 1)), ("act", LineFilter.Of(action: "rare"), 50), ("thing", LineFilter.Of(subject: "thing/42"), Math.Min(50, Lines / 5000)),
            ("person and rare act", LineFilter.Of("多数", "rare"), 50), ("nobody's act", LineFilter.Of("少数", "rare"), 0), ("often by rare", LineFilter.Of("少数", "often"), Math.Min(50, (Lines - 7) / 20_000 + 1)),
            ("old days", none with { From = new(1970, 1, 1), To = new(1970, 1, 1), By = "多数" }, 50), ("needle", none with { Search = "一根针" }, 0), ("needle in a person", LineFilter.Of(by: "多数") with { Search = "一根针" }, 0),
        ];
        foreach (var (name, filter, count) in asked)
        {
            var slowest = TimeSpan.Zero;
            for (var run = 0; run < 4; run++)
            {
                var clock = Stopwatch.StartNew();
                var found = await FindLines.Run(db, filter, Cancel);
                slowest = run > 0 && clock.Elapsed > slowest ? clock.Elapsed : slowest;
                found.Lines.Count.ShouldBe(count, name);
                (found.Until is not null).ShouldBe(name.StartsWith("needle", StringComparison.Ordinal), name);
            }

            output.WriteLine($"{kind} {name}: {slowest.TotalMilliseconds:0.0} ms");
        }

        // Going on where a page ended comes to the needle in the end.
        var (at, pages) = (none with { Search = "一根针" }, 0);
        FoundLines last;
        do
        {
            last = await FindLines.Run(db, at, Cancel);
            at = at with { Before = last.Older };
            pages++;
        }
        while (last.Lines.Count == 0);
        last.Lines.ShouldHaveSingleItem().Number.ShouldBe(3);
        pages.ShouldBe((Lines - 3) / FindLines.Window + 1);
    }
}
