using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Review;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Tests.Races.Life;
using Saima.Projects.Packages;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Objections;

/// <summary>Round 1 of the sample district, brought along its life by its own moves; somebody scores, others judge.</summary>
internal sealed class RoundInLife(TestDatabase data, DateTimeOffset now) : IAsyncDisposable
{
    public const int Season = 2023;
    public const int Round = 1;

    public static readonly Actor Scorer = Office("s", "评分人");
    public static readonly Actor Decider = Office("d", "裁决人");
    public static readonly Actor Publisher = Office("p", "公布人");
    private static readonly RoundGate[] Gates = [new ObjectionGate(), new ReviewGate()];

    public TestDatabase Data => data;

    public FakeTimeProvider Time { get; } = new(now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Actor Office(string id, string name) => new(id, name, [new(Role.ProjectOffice, null)]);

    public static Actor Reporter(string unit) => new("r" + unit, "填报员" + unit, [new(Role.Reporter, new HashSet<string> { unit })]);

    /// <param name="now">Empty for a day in January 2024.</param>
    public static async Task<RoundInLife> InObjection(string kind, DateTimeOffset? now = null)
    {
        var round = new RoundInLife(TestDatabase.Create(kind), now ?? new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero));
        var sample = PackageReader.Read(SampleDistrict.Folder, cancel: Cancel).Package!;
        (await ImportPackage.Run(round.Data.Open(), round.Time, sample, null, "sample", "tester", cancel: Cancel)).Refusal.ShouldBeNull();
        await Walk.Calendar(round.Data);
        foreach (var move in new[] { RoundMove.Open, RoundMove.Lock, RoundMove.Verify, RoundMove.Score, RoundMove.Air })
        {
            (await round.Move(move, Scorer)).Refusal.ShouldBeNull(move.ToString());
        }

        return round;
    }

    /// <summary>The window is over and the round under review.</summary>
    public async Task ToReview()
    {
        Time.Advance(TimeSpan.FromDays(20));
        (await Move(RoundMove.CloseObjections, Scorer)).Refusal.ShouldBeNull();
    }

    public async Task<Outcome<RoundMoved>> Move(RoundMove move, Actor actor, string? reason = null)
    {
        if (move == RoundMove.Publish)
        {
            await SampleDistrict.Classify(data, Season, Round);
        }

        var life = await RoundLives.Find(data.Open(), Season, Round, Cancel);
        return await MoveRound.Run(data.Open(), Time, Gates, actor, new(Season, Round, move, life.Revision, reason), Cancel);
    }

    public Task<Outcome<SettledRound>> Rescore(Actor actor) => RescoreRound.Run(data.Open(), Time, Gates, actor, Season, Round, Cancel);

    public Task<SettledRound> Edition() => RoundArchive.Latest(data.Open(), Season, Round, Cancel)!;

    /// <summary>Projects with a bad flag whose year to date at the cut-off can be contested.</summary>
    public async Task<IReadOnlyList<StandingRow>> Contestable()
    {
        var edition = await Edition();
        var rows = await data.Open().Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == edition.Id && row.Deviation < 0 && row.AnnualPlan > 0).OrderBy(row => row.Deviation).ToListAsync(Cancel);
        var reported = await data.Open().Set<ReportFact>().Where(fact => fact.Season == Season && fact.Month == 202302 && fact.SupersededBy == null).Select(fact => fact.Project).ToListAsync(Cancel);
        return [.. rows.Where(row => reported.Contains(row.Project))];
    }

    public Task<Outcome<Objection>> Submit(StandingRow row, string item, string? claimed, Actor? by = null) =>
        SubmitObjection.Run(data.Open(), Time, by ?? Reporter(row.Unit), new(Season, Round, row.Project, item, claimed, "票据齐全，漏计一笔。", []), Cancel);

    public Task<Outcome<Objection>> Step(Objection objection, ObjectionAction action, Actor actor, string? reason = null) =>
        MoveObjection.Run(data.Open(), Time, actor, new(objection.Number, objection.Revision, action, reason), Cancel);

    public Task<Outcome<Objection>> Decide(Objection objection, ObjectionOutcome outcome, Actor actor, string? corrects = null, string? to = null) =>
        DecideObjection.Run(data.Open(), Time, actor, new(objection.Number, objection.Revision, outcome, "核对了票据。", corrects, to), Cancel);

    /// <summary>An objection that is upheld and corrected.</summary>
    public async Task<Objection> Upheld(StandingRow row, string claimed = "999999")
    {
        var objection = (await Submit(row, "reports:2023-02:ytd", claimed)).Value.ShouldNotBeNull();
        objection = (await Step(objection, ObjectionAction.Receive, Decider)).Value.ShouldNotBeNull();
        objection = (await Decide(objection, ObjectionOutcome.Upheld, Decider, objection.Item, objection.Claimed)).Value.ShouldNotBeNull();
        return (await CorrectRegister.Run(data.Open(), Time, Decider, objection.Number, Cancel)).Value.ShouldNotBeNull();
    }

    public ValueTask DisposeAsync() => data.DisposeAsync();
}
