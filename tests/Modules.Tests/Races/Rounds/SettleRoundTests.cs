using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Engines.Scoring;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Rounds;

public sealed class SettleRoundTests
{
    private static readonly FakeTimeProvider Time = new(new(2024, 1, 15, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    private static string Sample => SampleDistrict.Folder;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_sample_is_settled_through_the_register_to_the_bytes_that_its_files_give(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var loaded = (await LoadSample.Run(data.Open(), Time, Sample, cancel: Cancel)).Value!;
        (loaded.Imported, loaded.Settled).ShouldBe((true, 6));

        var package = PackageReader.Read(Sample, cancel: Cancel).Package!;
        var kept = await data.Open().Set<SettledRound>().OrderBy(round => round.Round).ToListAsync(Cancel);
        PreviousResults? previous = null;
        foreach (var round in kept)
        {
            using var bytes = new MemoryStream();
            var built = BuildBundle.Run(package, new(2023, round.Round, RuleSetDocument.Default, previous), bytes, cancel: Cancel);
            round.BundleHash.ShouldBe(built.Sha256);
            (await RoundArchive.Bytes(data.Open(), round.Id, Cancel)).ShouldBe(bytes.ToArray());
            previous = await Results(bytes);
        }

        (kept.Sum(round => round.Red), kept.Sum(round => round.Yellow), kept.Sum(round => round.Snail)).ShouldBe((275, 51, 24));
        kept.ShouldAllBe(round => round.PublishedAt != null && round.Edition == 1);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();

        var again = (await LoadSample.Run(data.Open(), Time, Sample, cancel: Cancel)).Value!;
        (again.Imported, again.Settled).ShouldBe((false, 0));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_rows_on_the_board_are_those_of_the_bundle(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        await Settle(data, 1);
        var round = (await RoundArchive.Latest(data.Open(), 2023, 1, Cancel))!;
        var rows = await data.Open().Set<StandingRow>().Where(row => row.RoundId == round.Id).OrderBy(row => row.Position).ToListAsync(Cancel);
        rows.Count.ShouldBe(round.Projects);
        rows.Count(row => row.Flag == Flag.Red).ShouldBe(round.Red);
        rows.ShouldAllBe(row => RoundRows.Points(row).Count == RuleSetDocument.Default.Rules.Measures.Count);
        rows.Select(row => RoundRows.Metrics(row).AnnualPlan).ShouldBe(rows.Select(row => row.AnnualPlan));
        rows.Select(row => RoundRows.Metrics(row).YearToDate).ShouldBe(rows.Select(row => row.YearToDate));
        (await data.Open().Set<UnitRow>().CountAsync(row => row.RoundId == round.Id, Cancel)).ShouldBeGreaterThan(20);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Settling_again_without_new_facts_changes_nothing(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        (await Settle(data, 1)).Value!.NothingNew.ShouldBeFalse();
        (await Settle(data, 1)).Value!.NothingNew.ShouldBeTrue();
        (await data.Open().Set<SettledRound>().CountAsync(Cancel)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_published_round_is_corrected_only_with_a_reason_and_by_a_new_edition(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        await Settle(data, 1);
        await SampleDistrict.Classify(data, 2023, 1);
        (await PublishRound.Run(data.Open(), Time, new(2023, 1, "tester"), null, Cancel)).Value!.NothingNew.ShouldBeFalse();
        (await PublishRound.Run(data.Open(), Time, new(2023, 1, "tester"), null, Cancel)).Value!.NothingNew.ShouldBeTrue();
        var first = (await RoundArchive.Latest(data.Open(), 2023, 1, Cancel))!;
        var project = (await data.Open().Set<StandingRow>().FirstAsync(row => row.RoundId == first.Id, Cancel)).Project;
        await ImportFacts.Run(
            data.Open(), Time, new(2023, "finding.csv", "tester"), [new(FactTable.Findings, 1, [[2023L, project, "falsification", new DateOnly(2023, 2, 3)]])], cancel: Cancel);

        (await Settle(data, 1)).Refusal!.Code.ShouldBe("REASON_NEEDED");
        (await RoundArchive.Latest(data.Open(), 2023, 1, Cancel))!.Edition.ShouldBe(1);

        var corrected = (await Settle(data, 1, "finding of 3 February")).Value!.Round;
        (corrected.Edition, corrected.SupersedesId, corrected.PublishedAt).ShouldBe((2, first.Id, null));
        (await data.Open().Set<StandingRow>().SingleAsync(row => row.RoundId == corrected.Id && row.Project == project, Cancel)).Reasons.ShouldContain("FALSIFIED");
        (await Settle(data, 1, "once more")).Value!.NothingNew.ShouldBeTrue();
        var entry = await data.Open().Set<LedgerEntry>().OrderByDescending(line => line.Number).FirstAsync(Cancel);
        entry.Reason.ShouldBe("finding of 3 February");
        entry.Before!.ShouldContain(first.BundleHash);
        entry.After!.ShouldContain(corrected.BundleHash);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_round_waits_for_the_one_before_unless_it_is_the_first_ever(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        (await Settle(data, 1)).Refusal!.Code.ShouldBe("SEASON_EMPTY");
        await Load(data);
        (await Settle(data, 2)).Refusal!.Code.ShouldBe("PREVIOUS_NOT_SETTLED");
        (await Settle(data, 7)).Refusal!.Code.ShouldBe("NO_SUCH_ROUND");
        (await PublishRound.Run(data.Open(), Time, new(2023, 2, "tester"), null, Cancel)).Refusal!.Code.ShouldBe("NOT_SETTLED");
        var first = await SettleRound.Run(data.Open(), Time, new(2023, 2, "tester", First: true), null, cancel: Cancel);
        first.Value!.Round.PreviousBundleHash.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_first_round_of_a_year_follows_the_last_of_the_year_before(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await LoadSample.Run(data.Open(), Time, Sample, cancel: Cancel);
        var folder = Directory.CreateTempSubdirectory("saima-next-");
        var next = Path.Combine(folder.FullName, "next.zip");
        (await CliRun.Here("sample", "--projects", "40", "--season", "2024", "--out", next)).Status.ShouldBe(0);
        (await ImportPackage.Run(data.Open(), Time, PackageReader.Read(next, cancel: Cancel).Package!, 2024, "next.zip", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        folder.Delete(true);

        var first = await SettleRound.Run(data.Open(), Time, new(2024, 1, "tester"), null, cancel: Cancel);
        first.Value!.Round.PreviousBundleHash.ShouldBe((await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!.BundleHash);
        var alone = await SettleRound.Run(data.Open(), Time, new(2024, 1, "tester", First: true), null, cancel: Cancel);
        alone.Value!.Round.PreviousBundleHash.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_who_settle_at_once_keep_one_edition(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await Load(data);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Settle(data, 1))));
        outcomes.ShouldAllBe(outcome => outcome.Refusal == null);
        outcomes.Count(outcome => !outcome.Value!.NothingNew).ShouldBe(1);
        (await data.Open().Set<SettledRound>().CountAsync(Cancel)).ShouldBe(1);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    private static async Task Load(TestDatabase data) =>
        (await ImportPackage.Run(data.Open(), Time, PackageReader.Read(Sample, cancel: Cancel).Package!, null, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();

    private static Task<Outcome<RoundSettled>> Settle(TestDatabase data, int round, string? reason = null) =>
        SettleRound.Run(data.Open(), Time, new(2023, round, "tester", reason), null, cancel: Cancel);

    private static async Task<PreviousResults> Results(MemoryStream bytes)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, bytes.ToArray(), Cancel);
        using var bundle = Bundle.Open(file).Value!;
        var results = bundle.Results().Value!;
        File.Delete(file);
        return results;
    }
}
