using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

/// <summary>A round on its way, with a clock of its own, past the same gates as everywhere.</summary>
internal sealed class Walk(TestDatabase data, int round, IReadOnlyList<RoundGate>? gates = null, int season = 2023)
{
    public const string Scorer = "甲";
    public const string Approver = "乙";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakeTimeProvider Time { get; } = new(new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero));

    public static Actor Office(string who) => new(who, who, [new(Role.ProjectOffice, null)]);

    /// <summary>The sample district with its first rounds aired, and no life of the others.</summary>
    public static async Task Sample(TestDatabase data, int aired)
    {
        (await ImportPackage.Run(data.Open(), TimeProvider.System, PackageReader.Read(SampleDistrict.Folder, cancel: Cancel).Package!, 2023, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        for (var one = 1; one <= aired; one++)
        {
            (await AirHistory.Run(data.Open(), TimeProvider.System, new(2023, one, "tester"), RoundPhase.Archived, Cancel)).Refusal.ShouldBeNull();
        }
    }

    /// <summary>The calendar that is proposed, kept if none is.</summary>
    public static async Task Calendar(TestDatabase data, int season = 2023)
    {
        if ((await Calendars.Versions(data.Open(), season, Cancel)).Count == 0)
        {
            (await KeepCalendar.Run(data.Open(), TimeProvider.System, new(season, await Calendars.Planned(data.Open(), season, Cancel), "tester", "示例文件", 0), Cancel)).Refusal.ShouldBeNull();
        }
    }

    public Task<RoundLife> Life() => RoundLives.Find(data.Open(), season, round, Cancel);

    public async Task<Outcome<RoundMoved>> Try(RoundMove move, string who = Scorer, string? reason = null, DateTimeOffset? at = null, int? seen = null)
    {
        // What is published is classified as open and reviewed before.
        if ((move is RoundMove.Publish or RoundMove.PublishCorrection or RoundMove.Schedule) && await RoundArchive.Latest(data.Open(), season, round, Cancel) is not null)
        {
            await SampleDistrict.Classify(data, season, round);
        }

        return await MoveRound.Run(data.Open(), Time, gates ?? [], Office(who), new(season, round, move, seen ?? (await Life()).Revision, reason) { PublishAt = at }, Cancel);
    }

    public async Task<RoundMoved> Do(RoundMove move, string who = Scorer, string? reason = null, DateTimeOffset? at = null)
    {
        if (move == RoundMove.Open)
        {
            await Calendar(data, season);
        }

        var moved = await Try(move, who, reason, at);
        moved.Refusal.ShouldBeNull($"{move}: {moved.Refusal?.Message.En}");
        return moved.Value!;
    }

    /// <summary>On to a phase, waiting for what only time brings.</summary>
    public async Task<Walk> To(RoundPhase phase)
    {
        while ((await Life()).Phase is var now && now < phase)
        {
            if (now == RoundPhase.Objection)
            {
                Time.Advance(TimeSpan.FromDays(20));
            }

            var move = LifeMachine.Onward(now)!.Value;
            await Do(move, move == RoundMove.Publish ? Approver : Scorer);
        }

        return this;
    }
}
