using Microsoft.EntityFrameworkCore;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Projects.Imports;
using Saima.Projects.Register;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class ImportIntoRegisterTests : IAsyncLifetime
{
    private static readonly ImportOrder Order = new(2023, "台账.xlsx", "示例用户");
    private readonly string place = Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}.db");

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(place);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_register_goes_in_as_one_change_and_a_second_time_changes_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = Open();
        var reading = Register.Read(Register.Sheet());
        var first = await ImportIntoRegister.Run(db, TimeProvider.System, reading, Order, null, cancel);
        first.Value!.Added.ShouldBe(reading.Tables.Sum(table => table.Rows.Count));
        (await db.Set<ProjectFact>().Select(fact => fact.TotalInvestment).ToListAsync(cancel)).Order().ShouldBe([6_000_000, 80_000_000, 120_005_000]);
        var again = await ImportIntoRegister.Run(db, TimeProvider.System, Register.Read(Register.Sheet()), Order, null, cancel);
        again.Value!.NothingNew.ShouldBeTrue();
        (await db.Set<RegisterChange>().CountAsync(cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task One_bad_cell_keeps_the_whole_register_out()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = Open();
        var reading = Register.Read(Register.Sheet("4|示4|示例丁||续建|示例镇||多少|1|||||||||||||||"));
        var outcome = await ImportIntoRegister.Run(db, TimeProvider.System, reading, Order, null, cancel);
        outcome.Refusal.ShouldNotBeNull().Problems.ShouldHaveSingleItem().Row.ShouldBe(9);
        (await db.Set<ProjectFact>().CountAsync(cancel)).ShouldBe(0);
        (await db.Set<RegisterChange>().CountAsync(cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_import_of_many_rows_leaves_nothing_behind()
    {
        await using var db = Open();
        var rows = Enumerable.Range(10, 5_000).Select(number => $"{number}|示{number}|示例{number}||续建|示例镇||1|1|1|||||||||||||||").ToArray();
        var reading = Register.Read(Register.Sheet(rows));
        using var stop = new CancellationTokenSource();
        var progress = new StopAfter(stop, 4_000);
        await Should.ThrowAsync<OperationCanceledException>(() => ImportIntoRegister.Run(db, TimeProvider.System, reading, Order, progress, stop.Token));
        await using var after = Open();
        (await after.Set<ProjectFact>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await after.Set<RegisterChange>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private SaimaDb Open() => new(new DbContextOptionsBuilder<SaimaDb>().UseSqlite($"Data Source={place};Pooling=False").Options, AllModules.List);

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
