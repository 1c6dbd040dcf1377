using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Register;

public sealed class RegisterImportTests
{
    private static readonly FakeTimeProvider Time = new(new(2023, 5, 1, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Facts_that_are_handed_in_twice_change_nothing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var first = await Import(data, Plans((1, 100), (2, 200)));
        var second = await Import(data, Plans((1, 100), (2, 200)));

        first.Added.ShouldBe(2);
        second.NothingNew.ShouldBeTrue();
        second.Rows.ShouldBe(2);
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_correction_is_a_new_version_that_names_what_it_replaces(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Import(data, Plans((1, 100), (2, 200)));
        var correction = await Import(data, Plans((1, 150), (2, 200), (3, 300)));

        (correction.Added, correction.Corrected).ShouldBe((1, 1));
        var plans = await data.Open().Set<PlanFact>().OrderBy(plan => plan.Id).ToListAsync(Cancel);
        plans.Select(plan => (plan.Month, plan.Planned, plan.Version, plan.SupersededBy)).ShouldBe(
            [(202301, 100, 1, correction.ChangeId), (202302, 200, 1, null), (202301, 150, 2, null), (202303, 300, 1, null)], ignoreOrder: true);
        plans.Single(plan => plan.Version == 2).ReplacesId.ShouldBe(plans.Single(plan => plan.Planned == 100).Id);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Facts_that_a_later_import_does_not_mention_stay(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Import(data, Plans((1, 100), (2, 200)));
        await Import(data, Plans((2, 250)));

        (await Current(data)).ShouldBe([(202301, 100), (202302, 250)]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_undo_brings_back_earlier_versions_and_withdraws_what_was_added(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Import(data, Plans((1, 100), (2, 200)));
        var correction = await Import(data, Plans((1, 150), (3, 300)));
        var undo = (await UndoChange.Run(data.Open(), Time, correction.ChangeId!.Value, "tester", "wrong file", Cancel)).Value!;

        (undo.Restored, undo.Withdrawn).ShouldBe((1, 1));
        (await Current(data)).ShouldBe([(202301, 100), (202302, 200)]);
        (await data.Open().Set<PlanFact>().CountAsync(Cancel)).ShouldBe(6);

        (await UndoChange.Run(data.Open(), Time, undo.ChangeId, "tester", "was right after all", Cancel)).Refusal.ShouldBeNull();
        (await Current(data)).ShouldBe([(202301, 150), (202302, 200), (202303, 300)]);

        await Import(data, Plans((3, 300), (4, 400)));
        (await Current(data)).Count.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_that_was_corrected_since_cannot_be_undone_on_its_own(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var first = await Import(data, Plans((1, 100)));
        await Import(data, Plans((1, 150)));

        var outcome = await UndoChange.Run(data.Open(), Time, first.ChangeId!.Value, "tester", "wrong file", Cancel);
        outcome.Refusal!.Code.ShouldBe("CHANGED_SINCE");
        outcome.Refusal.Message.En.ShouldContain("corrected since by change 2");
        (await UndoChange.Run(data.Open(), Time, 77, "tester", "wrong file", Cancel)).Refusal!.Code.ShouldBe("NO_SUCH_CHANGE");
        (await UndoChange.Run(data.Open(), Time, first.ChangeId!.Value, "tester", " ", Cancel)).Refusal!.Code.ShouldBe("REASON_MISSING");
        (await Current(data)).ShouldBe([(202301, 150)]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Hundred_thousand_rows_come_in_with_progress(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var told = new List<RegisterProgress>();
        var imported = await Import(data, Many(100_000), new Told(told));

        imported.Added.ShouldBe(100_000);
        told.Count.ShouldBeGreaterThan(20);
        told.Select(step => step.Done).ShouldBeInOrder();
        told[^1].Done.ShouldBe(100_000);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_cancelled_import_leaves_nothing_behind(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        using var cancel = new CancellationTokenSource();
        var stop = new StopAt(50_000, cancel);
        await Should.ThrowAsync<OperationCanceledException>(() => ImportFacts.Run(data.Open(), Time, new(2023, "p.zip", "tester"), [Many(100_000)], stop, cancel.Token));

        (await data.Open().Set<PlanFact>().CountAsync(Cancel)).ShouldBe(0);
        (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(0);
        (await Import(data, Plans((1, 100)))).Added.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_imports_at_once_come_one_after_the_other(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            at => Task.Run(() => Import(data, Plans((1, 100 + (at % 2)), (2, 200))))));

        imports.Sum(import => import.Added).ShouldBe(2);
        var versions = await data.Open().Set<PlanFact>().Where(plan => plan.Month == 202301).OrderBy(plan => plan.Version).ToListAsync(Cancel);
        versions.Count.ShouldBe(1 + (int)imports.Sum(import => import.Corrected));
        versions.Count(version => version.SupersededBy is null).ShouldBe(1);
        versions.Select(version => version.Version).ShouldBe(Enumerable.Range(1, versions.Count));
    }

    private static Task<Imported> Import(TestDatabase data, FactRows rows, IProgress<RegisterProgress>? progress = null) =>
        ImportFacts.Run(data.Open(), Time, new(2023, "p.zip", "tester"), [rows], progress, Cancel);

    private static FactRows Plans(params (int Month, long Planned)[] plans) =>
        new(FactTable.Plans, plans.Length, plans.Select(plan => new object?[] { 2023L, "示例-1", 202300L + plan.Month, plan.Planned }));

    private static FactRows Many(int count) =>
        new(FactTable.Plans, count, Enumerable.Range(0, count).Select(at => new object?[] { 2023L, $"P{at / 12}", 202301L + (at % 12), 1L + at }));

    private static async Task<IReadOnlyList<(int Month, long Planned)>> Current(TestDatabase data) =>
        [.. (await data.Open().Set<PlanFact>().Where(plan => plan.SupersededBy == null && !plan.Withdrawn).OrderBy(plan => plan.Month)
            .ToListAsync(Cancel)).Select(plan => (plan.Month, plan.Planned))];

    private sealed class Told(List<RegisterProgress> told) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value) => told.Add(value);
    }

    private sealed class StopAt(long row, CancellationTokenSource cancel) : IProgress<RegisterProgress>
    {
        public void Report(RegisterProgress value)
        {
            if (value.Done >= row)
            {
                cancel.Cancel();
            }
        }
    }
}
