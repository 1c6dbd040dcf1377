using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Tests.Races.Life;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Rounds;

/// <summary>What is killed without warning in the middle of its work leaves all of it or nothing, and can be done again.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Projects = 800;
    private static readonly double[] Moments = [0.4, 0.6, 0.75, 0.85, 0.95];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-killed-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public void Dispose() => folder.Delete(true);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_import_that_is_killed_is_in_the_register_whole_or_not_at_all(string kind)
    {
        var package = await Package();
        string[] Import(TestDatabase into) => ["import", package, "--season", "2023", "--by", "tester", "--db", into.Db];
        await using var calm = TestDatabase.Create(kind);
        var (span, whole) = (await Timed(Import(calm)), await Facts(calm));
        whole.ShouldBeGreaterThan(Projects * 10);

        var stopped = 0;
        foreach (var moment in Moments)
        {
            await using var data = TestDatabase.Create(kind);
            stopped += await KilledAfter(span * moment, Import(data)) ? 1 : 0;
            (await Facts(data)).ShouldBeOneOf(0, whole);
            await Sound(data);

            (await CliRun.InProcessOfItsOwn(Import(data))).Status.ShouldBe(0);
            (await Facts(data)).ShouldBe(whole);
            (await data.Open().Set<RegisterChange>().CountAsync(Cancel)).ShouldBe(1);
            await Sound(data);
        }

        stopped.ShouldBeGreaterThan(0, "no run was still at work when it was to be killed");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_settling_that_is_killed_is_kept_whole_or_not_at_all(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        (await CliRun.InProcessOfItsOwn("import", await Package(), "--season", "2023", "--by", "tester", "--db", data.Db)).Status.ShouldBe(0);
        string[] Settle(int round) => ["race", "run", "--season", "2023", "--round", round.ToString(CultureInfo.InvariantCulture), "--first", "--db", data.Db];
        await new Walk(data, 1).To(RoundPhase.Verifying);
        var span = await Timed(Settle(1));

        var stopped = 0;
        for (var round = 2; round <= 6; round++)
        {
            var walk = await new Walk(data, round).To(RoundPhase.Verifying);
            stopped += await KilledAfter(span * Moments[round - 2], Settle(round)) ? 1 : 0;
            (await walk.Life()).Phase.ShouldBe(await data.Open().Set<SettledRound>().AnyAsync(one => one.Round == round, Cancel) ? RoundPhase.Scored : RoundPhase.Verifying);
            var kept = await data.Open().Set<SettledRound>().AsNoTracking().Where(one => one.Round == round).ToListAsync(Cancel);
            kept.Count.ShouldBeInRange(0, 1);
            await Whole(data, kept);
            await Sound(data);

            (await CliRun.InProcessOfItsOwn(Settle(round))).Status.ShouldBe(0);
            await walk.To(RoundPhase.Published);
            var done = await data.Open().Set<SettledRound>().AsNoTracking().SingleAsync(one => one.Round == round, Cancel);
            done.PublishedAt.ShouldNotBeNull();
            await Whole(data, [done]);
        }

        stopped.ShouldBeGreaterThan(0, "no run was still at work when it was to be killed");
        await Sound(data);
    }

    private static async Task Whole(TestDatabase data, IEnumerable<SettledRound> rounds)
    {
        foreach (var round in rounds)
        {
            (await data.Open().Set<StandingRow>().CountAsync(row => row.RoundId == round.Id, Cancel)).ShouldBe(round.Projects);
            var bundle = await data.Open().Set<RoundBundle>().SingleAsync(one => one.RoundId == round.Id, Cancel);
            Convert.ToHexStringLower(SHA256.HashData(bundle.Bytes)).ShouldBe(round.BundleHash);
        }
    }

    private static async Task Sound(TestDatabase data)
    {
        (await CheckDatabase.Run(data.Address, AllModules.List, Cancel)).Value!.Faults.ShouldBeEmpty();
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    private static async Task<int> Facts(TestDatabase data) =>
        await data.Open().Set<ProjectFact>().CountAsync(Cancel) + await data.Open().Set<PlanFact>().CountAsync(Cancel) + await data.Open().Set<ReportFact>().CountAsync(Cancel) +
        await data.Open().Set<MilestoneFact>().CountAsync(Cancel) + await data.Open().Set<UnitFact>().CountAsync(Cancel);

    private static async Task<TimeSpan> Timed(string[] command)
    {
        var watch = Stopwatch.StartNew();
        (await CliRun.InProcessOfItsOwn(command)).Status.ShouldBe(0);
        return watch.Elapsed;
    }

    /// <returns>Whether it was still running.</returns>
    private static async Task<bool> KilledAfter(TimeSpan patience, string[] command)
    {
        using var process = CliRun.Start(command);
        await Task.Delay(patience, Cancel);
        var running = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(Cancel);
        return running;
    }

    private async Task<string> Package()
    {
        var path = Path.Combine(folder.FullName, "package.zip");
        (await CliRun.Here("sample", "--projects", $"{Projects}", "--seed", "7", "--season", "2023", "--out", path)).Status.ShouldBe(0);
        return path;
    }
}
