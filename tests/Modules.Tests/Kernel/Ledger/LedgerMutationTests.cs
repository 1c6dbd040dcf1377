using CsCheck;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Ledger;

public sealed class LedgerMutationTests
{
    private const int Batches = 6;
    private static readonly string[] Texts = ["by", "action", "subject", "reason", "before", "after", "hash"];

    // What somebody with SQL could do: one change of one entry or batch. {0} is an entry, {1} another, {2} a batch.
    private static readonly string[] Strokes =
    [
        .. Texts.Select(column => $"UPDATE kernel_ledger_entry SET \"{column}\" = coalesce(\"{column}\", '') || ' ' WHERE number = {{0}}"),
        "UPDATE kernel_ledger_entry SET at = at - 1 WHERE number = {0}",
        "UPDATE kernel_ledger_entry SET batch = batch + 1 WHERE number = {0}",
        "UPDATE kernel_ledger_entry SET reason = CASE WHEN reason IS NULL THEN '' END WHERE number = {0}",
        "UPDATE kernel_ledger_entry SET number = -number WHERE number = {0}",
        "DELETE FROM kernel_ledger_entry WHERE number = {0}",
        "INSERT INTO kernel_ledger_entry SELECT number + 1000, batch, at, \"by\", action, subject, reason, before, after, hash FROM kernel_ledger_entry WHERE number = {0}",
        "UPDATE kernel_ledger_entry SET number = -1 WHERE number = {0}; UPDATE kernel_ledger_entry SET number = {0} WHERE number = {1}; UPDATE kernel_ledger_entry SET number = {1} WHERE number = -1",
        "UPDATE kernel_ledger_entry SET after = (SELECT after FROM kernel_ledger_entry WHERE number = {1}), hash = (SELECT hash FROM kernel_ledger_entry WHERE number = {1}) WHERE number = {0}",
        "UPDATE kernel_ledger_batch SET number = number + 1000 WHERE number = {2}",
        "UPDATE kernel_ledger_batch SET first_entry = first_entry + 1 WHERE number = {2}",
        "UPDATE kernel_ledger_batch SET entries = entries - 1 WHERE number = {2}",
        "UPDATE kernel_ledger_batch SET root = previous || '0' WHERE number = {2}",
        "UPDATE kernel_ledger_batch SET previous = root WHERE number = {2}",
        "UPDATE kernel_ledger_batch SET seal = root WHERE number = {2}",
        "DELETE FROM kernel_ledger_batch WHERE number = {2}",
        "DELETE FROM kernel_ledger_batch WHERE number = {2}; DELETE FROM kernel_ledger_entry WHERE batch = {2}",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whatever_is_changed_by_SQL_is_found(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        var entries = await Fill(db);
        var head = (await VerifyLedger.Run(db, cancel: Cancel)).Head;
        await Gen.Select(Gen.Int[0, Strokes.Length - 1].Select(at => Strokes[at]), Gen.Int[1, entries], Gen.Int[1, entries - 1], Gen.Int[1, Batches]).SampleAsync(
            async (stroke, entry, further, batch) =>
            {
                var other = ((entry + further - 1) % entries) + 1;
                await using var undone = await db.Database.BeginTransactionAsync(Cancel);
                await db.Database.ExecuteSqlRawAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, stroke, entry, other, batch).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancel);
                var found = (await VerifyLedger.Run(db, head, cancel: Cancel)).Fault;
                await undone.RollbackAsync(Cancel);
                found.ShouldNotBeNull(stroke);
            },
            iter: 150,
            threads: 1);
        (await VerifyLedger.Run(db, head, cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_altered_entry_is_named(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        await Fill(db);
        await db.Database.ExecuteSqlRawAsync("UPDATE kernel_ledger_entry SET subject = 'another' WHERE number = 11", Cancel);
        (await VerifyLedger.Run(db, cancel: Cancel)).Fault!.En.ShouldBe("Entry 11 was altered.");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_writers_at_once_leave_one_chain_without_gaps(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (at, cancel) =>
        {
            await using var db = new SaimaDb(data.Address.Options().Options, Composition.AllModules.List);
            await Append(db, at, 3);
        });
        var verified = await VerifyLedger.Run(data.Open(), cancel: Cancel);
        (verified.Entries, verified.Batches, verified.Fault).ShouldBe((120, 40, null));
    }

    private static async Task<int> Fill(SaimaDb db)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            await Append(db, batch, (2 * batch) + 1);
        }

        return Batches * Batches;
    }

    private static async Task Append(SaimaDb db, int seed, int count)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var lines = Enumerable.Range(0, count).Select(at => new LedgerLine(
            "projects.correct", $"projects/{seed}/{at}", at % 2 == 0 ? "更正" : null, at % 3 == 0 ? null : $$"""{"at":{{at}}}""", $$"""{"at":{{seed + at + 1}}}"""));
        await AppendToLedger.Run(db, DateTimeOffset.UnixEpoch.AddDays(seed), "tester", lines, Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
