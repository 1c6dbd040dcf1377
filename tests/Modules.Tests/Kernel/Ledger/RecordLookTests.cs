using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Ledger;

public sealed class RecordLookTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_look_is_sealed_in_the_ledger_with_who_when_why_and_what(string kind)
    {
        await using var data = TestDatabase.Create(kind);

        var batch = await RecordLook.Run(data.Open(), At, "审计管理员", RecordLook.Exported, "ledger", "季度审计", """{"from":"2026-07"}""", Cancel);

        var db = data.Open();
        var entry = await db.Set<LedgerEntry>().SingleAsync(Cancel);
        (entry.By, entry.Action, entry.Subject, entry.Reason, entry.Before, entry.After).ShouldBe(("审计管理员", "export", "ledger", "季度审计", null, """{"from":"2026-07"}"""));
        entry.At.ShouldBe(At.ToUnixTimeMilliseconds());
        (await VerifyLedger.Run(db, batch.Seal, cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Twenty_looks_at_once_are_all_recorded_in_one_chain(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var looking = Enumerable.Range(0, 20).Select(number => (number, db: data.Open())).ToList();

        await Task.WhenAll(looking.Select(look => Task.Run(() => RecordLook.Run(look.db, At, $"人员{look.number}", RecordLook.Looked, "person", cancel: Cancel), Cancel)));

        var verified = await VerifyLedger.Run(data.Open(), cancel: Cancel);
        (verified.Entries, verified.Batches, verified.Fault).ShouldBe((20, 20, null));
    }

    [Fact]
    public async Task Nothing_else_is_recorded_as_a_look()
    {
        await using var data = TestDatabase.Create(TestDatabase.Kinds[0]);

        await Should.ThrowAsync<ArgumentException>(() => RecordLook.Run(data.Open(), At, "某人", "register.change", "project", cancel: Cancel));
    }
}
