using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races;
using Saima.Modules.Races.Inspections;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Objections;
using Saima.Testing;

namespace Saima.Browser.Tests.Board;

/// <summary>What pages of a round show that the sample's rounds, aired long ago, do not have: a draw, an inspection with a case, and an objection within its window.</summary>
internal static class RoundInUse
{
    public const string Number = "YY-2023-6-001";
    public const string Project = "P067";
    private static readonly Actor Office = new("office", "项目办甲", [new(Role.ProjectOffice, null)]);
    private static readonly Actor Second = new("second", "项目办乙", [new(Role.ProjectOffice, null)]);

    /// <summary>What people wrote.</summary>
    public static IReadOnlyList<string> Texts { get; } = ["项目办甲", "项目办乙", "群众来信", "只见地基", "照片是别处的", "票据齐全，漏计一笔。", "填报员"];

    /// <returns>The case.</returns>
    public static async Task<long> Make(TestDatabase data, Site site)
    {
        var (time, cancel) = (TimeProvider.System, CancellationToken.None);
        var life = await RoundLives.Find(data.Open(), 2023, 6, cancel);
        Done(await MoveRound.Run(data.Open(), time, site.Services.GetServices<RoundGate>(), Office, new(2023, 6, RoundMove.Refreeze, life.Revision, "核查"), cancel));
        Done(await AddInspection.Run(data.Open(), time, Office, new(2023, 6, Project, InspectionKind.Desk, "群众来信"), cancel));
        var inspection = await data.Open().Set<Inspection>().AsNoTracking().SingleAsync(cancel);
        FoundLine Found(string item) => item switch
        {
            InspectedClaim.YearToDate => new(FindingResult.Deviation, "100", "只见地基"),
            "started" => new(FindingResult.Suspicion, "", "照片是别处的"),
            _ => new(FindingResult.Consistent, null, null),
        };
        Done(await ReportInspection.Run(data.Open(), time, Office, new(inspection.Id, 0, Found, null), cancel));
        Done(await DecideInspection.Run(data.Open(), time, Second, new(inspection.Id, 1, InspectionAction.Confirm, null), cancel));
        await Rest(data, time.GetUtcNow(), cancel);
        return await data.Open().Set<FalsificationCase>().Select(one => one.Id).SingleAsync(cancel);
    }

    private static async Task Rest(TestDatabase data, DateTimeOffset now, CancellationToken cancel)
    {
        var db = data.Open();
        var edition = await db.Set<SettledRound>().AsNoTracking().SingleAsync(round => round.Season == 2023 && round.Round == 6, cancel);
        db.Add(new RoundDraw { Season = 2023, Round = 6, Secret = "00", Commitment = RoundDraw.Hash("00"), CommittedAt = now, CommittedBy = "项目办甲" });
        db.Add(new Objection
        {
            Number = Number,
            Season = 2023,
            Round = 6,
            Sequence = 1,
            Project = Project,
            Unit = "S05",
            EditionId = edition.Id,
            ScoredBy = "scorer",
            Item = "reports:2023-11:ytd",
            Claimed = "999999",
            Frozen = "1",
            Statement = "票据齐全，漏计一笔。",
            State = ObjectionState.Submitted,
            Revision = 1,
            SubmittedBy = "unit",
            SubmittedName = "填报员",
            SubmittedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        await db.Set<RoundLife>().Where(life => life.Season == 2023 && life.Round == 6).ExecuteUpdateAsync(
            life => life.SetProperty(row => row.Phase, RoundPhase.Objection).SetProperty(row => row.ScoredBy, "scorer").SetProperty(row => row.ObjectionsUntil, DateOnly.FromDateTime(now.UtcDateTime).AddDays(5)), cancel);
    }

    private static void Done<T>(Outcome<T> outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message.En);
        }
    }
}
