using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Ledger;

public sealed class LedgerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public static TheoryData<string, string> Tampering
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in TestDatabase.Kinds)
            {
                data.Add(kind, """UPDATE kernel_ledger_entry SET "after" = '{"score":100}' WHERE number = 4""");
                data.Add(kind, """UPDATE kernel_ledger_entry SET "at" = "at" + 1 WHERE number = 2""");
                data.Add(kind, "DELETE FROM kernel_ledger_entry WHERE number = 5");
                data.Add(kind, "DELETE FROM kernel_ledger_entry WHERE number = 9");
                data.Add(kind, "DELETE FROM kernel_ledger_entry WHERE batch = 2; DELETE FROM kernel_ledger_batch WHERE number = 2");
                data.Add(kind, "UPDATE kernel_ledger_entry SET number = 100 WHERE number = 4; UPDATE kernel_ledger_entry SET number = 4 WHERE number = 5; UPDATE kernel_ledger_entry SET number = 5 WHERE number = 100");
                data.Add(kind, "UPDATE kernel_ledger_batch SET root = seal WHERE number = 3");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_appended_verifies(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Fill(data);
        var verified = await VerifyLedger.Run(data.Open(), cancel: Cancel);
        (verified.Entries, verified.Batches, verified.Fault).ShouldBe((9, 3, null));
        (await VerifyLedger.Run(data.Open(), verified.Head, cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task An_altered_removed_or_reordered_entry_is_found(string kind, string tampering)
    {
        await using var data = TestDatabase.Create(kind);
        await Fill(data);
        await data.Open().Database.ExecuteSqlRawAsync(tampering.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancel);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_end_that_was_cut_off_is_found_by_a_seal_written_down_earlier(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Fill(data);
        var head = (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Head;
        await data.Open().Database.ExecuteSqlRawAsync("DELETE FROM kernel_ledger_entry WHERE batch = 3; DELETE FROM kernel_ledger_batch WHERE number = 3", Cancel);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
        (await VerifyLedger.Run(data.Open(), head, cancel: Cancel)).Fault!.En.ShouldContain("cut off");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_rolled_back_is_not_in_the_ledger(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        await using (await db.Database.BeginTransactionAsync(Cancel))
        {
            await AppendToLedger.Run(db, DateTimeOffset.UnixEpoch, "tester", [new("a", "s", null, null, "{}")], Cancel);
        }

        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Entries.ShouldBe(0);
    }

    private static async Task Fill(TestDatabase data)
    {
        for (var batch = 0; batch < 3; batch++)
        {
            var db = data.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await AppendToLedger.Run(
                db, DateTimeOffset.UnixEpoch.AddDays(batch), "tester", Enumerable.Range(0, 3).Select(at => new LedgerLine("act", $"subject/{at}", null, null, $$"""{"at":{{at}}}""")), Cancel);
            await transaction.CommitAsync(Cancel);
        }
    }
}
