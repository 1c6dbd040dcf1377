using Microsoft.EntityFrameworkCore;
using Saima.Projects.Imports;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class ImportIntoRegisterTests
{
    private static readonly ImportOrder Order = new(2023, "台账.xlsx", "示例用户");

    public static TheoryData<string> Kinds => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_register_goes_in_as_one_change_and_a_second_time_changes_nothing(string kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        var reading = Register.Read(Register.Sheet());
        var first = await ImportIntoRegister.Run(db, TimeProvider.System, reading, Order, null, cancel);
        first.Value!.Added.ShouldBe(reading.Tables.Sum(table => table.Rows.Count));
        (await db.Set<ProjectFact>().Select(fact => fact.TotalInvestment).ToListAsync(cancel)).Order().ShouldBe([6_000_000, 80_000_000, 120_005_000]);
        var again = await ImportIntoRegister.Run(data.Open(), TimeProvider.System, Register.Read(Register.Sheet()), Order, null, cancel);
        again.Value!.NothingNew.ShouldBeTrue();
        (await db.Set<RegisterChange>().CountAsync(cancel)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task One_bad_cell_keeps_the_whole_register_out(string kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var data = TestDatabase.Create(kind);
        var db = data.Open();
        var reading = Register.Read(Register.Sheet("4|示4|示例丁||续建|示例镇||多少|1|||||||||||||||"));
        var outcome = await ImportIntoRegister.Run(db, TimeProvider.System, reading, Order, null, cancel);
        outcome.Refusal.ShouldNotBeNull().Problems.ShouldHaveSingleItem().Row.ShouldBe(9);
        (await db.Set<ProjectFact>().CountAsync(cancel)).ShouldBe(0);
        (await db.Set<RegisterChange>().CountAsync(cancel)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_cancelled_import_of_many_rows_leaves_nothing_behind(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var rows = Enumerable.Range(10, 5_000).Select(number => $"{number}|示{number}|示例{number}||续建|示例镇||1|1|1|||||||||||||||").ToArray();
        var reading = Register.Read(Register.Sheet(rows));
        using var stop = new CancellationTokenSource();
        var progress = new StopAfter(stop, 4_000);
        await Should.ThrowAsync<OperationCanceledException>(() => ImportIntoRegister.Run(data.Open(), TimeProvider.System, reading, Order, progress, stop.Token));
        var after = data.Open();
        (await after.Set<ProjectFact>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await after.Set<RegisterChange>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private sealed class StopAfter(CancellationTokenSource stop, long rows) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Rows >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
