using System.Text;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Objections;

/// <summary>A round as far as its objections go: where its life is, the edition that can be objected to and its rules.</summary>
internal sealed record ObjectionRound(RoundLife Life, SettledRound? Edition, RuleSet? Rules, DateOnly Today)
{
    /// <summary>Whether units may object today.</summary>
    public bool IsOpen => Edition is not null && InWindow(Life, Today);

    /// <summary>Last day of the window.</summary>
    public DateOnly? Until => Life.ObjectionsUntil;

    public static bool InWindow(RoundLife life, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(life);
        return life is { Phase: RoundPhase.Objection, ObjectionsUntil: { } until } && today <= until;
    }

    /// <returns>Empty if there is no such round.</returns>
    public static async Task<ObjectionRound?> Read(SaimaDb db, int season, int round, DateOnly today, CancellationToken cancel)
    {
        var life = await RoundLives.Find(db, season, round, cancel);
        var edition = round is < 1 or > Kernel.Time.Season.RoundsPerSeason ? null : await RoundArchive.Latest(db, season, round, cancel);
        return life.Revision == 0 && edition is null ? null : new(life, edition, edition is null ? null : RuleSetDocument.Parse(Encoding.UTF8.GetBytes(edition.RuleSetDocument), "rules.json").Value!.Rules, today);
    }
}
