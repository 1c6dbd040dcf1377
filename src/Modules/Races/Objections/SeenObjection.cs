using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Evidence;

namespace Saima.Modules.Races.Objections;

/// <summary>All that the page of one objection shows.</summary>
/// <param name="Edition">The edition it is about.</param>
/// <param name="Corrected">The first edition that has the correction.</param>
/// <param name="Drift">Projects that changed in the register since the data were frozen.</param>
public sealed record SeenObjection(
    ListedObjection One, SettledRound Edition, SettledRound? Corrected, RuleSet Rules, IReadOnlyList<ObjectionStep> Steps, IReadOnlyList<ProjectEvidence> Pieces, IReadOnlySet<string> Scorers, int Drift)
{
    public static async Task<SeenObjection?> Read(SaimaDb db, int season, int round, string number, CancellationToken cancel)
    {
        if (await ReadObjections.One(db, season, round, number, cancel) is not { Objection: { } objection } one)
        {
            return null;
        }

        var edition = await db.Set<SettledRound>().AsNoTracking().SingleAsync(settled => settled.Id == objection.EditionId, cancel);
        var rules = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(edition.RuleSetDocument), "rules.json").Value!.Rules;
        var steps = await db.Set<ObjectionStep>().AsNoTracking().Where(step => step.ObjectionId == objection.Id).OrderBy(step => step.Revision).ToListAsync(cancel);
        var pieces = await db.Set<ObjectionEvidence>().Where(piece => piece.ObjectionId == objection.Id).Join(db.Set<ProjectEvidence>().AsNoTracking(), piece => piece.EvidenceId, evidence => evidence.Id, (_, evidence) => evidence).OrderBy(evidence => evidence.Id).ToListAsync(cancel);
        var corrected = objection.ChangeId is { } change ? await db.Set<SettledRound>().AsNoTracking().Where(settled => settled.Season == season && settled.Round == round)
            .Join(db.Set<RoundFreeze>().Where(freeze => freeze.ChangeId >= change), settled => settled.FreezeId, freeze => freeze.Id, (settled, _) => settled).OrderBy(settled => settled.Edition).FirstOrDefaultAsync(cancel) : null;
        var drift = objection.IsOpen && await Freezes.Latest(db, season, round, cancel) is { } latest ? (await RegisterDrift.Read(db, latest, cancel)).ProjectCount : 0;
        return new(one, edition, corrected, rules, steps, pieces, await RoundScorers.Read(db, season, round, cancel), drift);
    }
}
