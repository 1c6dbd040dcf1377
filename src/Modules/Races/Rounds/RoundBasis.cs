using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.RuleSets;
using Saima.Modules.Races.Seasons;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Register;

namespace Saima.Modules.Races.Rounds;

/// <summary>What a round is settled from: the frozen data, or the register where nobody froze any; the rules and the deadline the season's calendar says.</summary>
internal sealed record RoundBasis(DataPackage Package, RoundFreeze? Freeze, RuleSetDocument Rules, DateOnly? Deadline)
{
    public static async Task<Outcome<RoundBasis>> Read(SaimaDb db, TimeProvider time, SettleOrder order, CancellationToken cancel)
    {
        var planned = await Calendars.Round(db, order.Season, order.Round, cancel);
        var life = await RoundLives.Find(db, order.Season, order.Round, cancel);
        if (life.RuleSetHash is { } set && order.Rules is { } other && other.Hash != set)
        {
            return LifeRefusals.OtherRules(set);
        }

        var rules = order.Rules ?? await RulesOf(db, life, planned, cancel);

        if (await Freezes.Latest(db, order.Season, order.Round, cancel) is { } freeze)
        {
            return new RoundBasis(await Freezes.Package(db, freeze, cancel), freeze, rules, planned?.Deadline);
        }

        // The baselines that count for this round; those in force return, should it be an earlier one.
        await ApplyBaselines.Run(db, time, order.Season, order.Round, order.By, cancel);
        var read = await ReadRegister.Run(db, order.Season, cancel);
        await ApplyBaselines.Run(db, time, order.Season, await Freezes.LastRound(db, order.Season, cancel) + 1, order.By, cancel);
        return read.Refusal is { } unreadable ? unreadable : new RoundBasis(read.Value!, null, rules, planned?.Deadline);
    }

    /// <summary>The rules that were fixed when the round was opened; only a round without a life goes by the calendar of today.</summary>
    public static async Task<RuleSetDocument> RulesOf(SaimaDb db, RoundLife life, RoundPlan? planned, CancellationToken cancel) =>
        life.RuleSetDocument is { } kept ? RuleSetShelf.Parsed(kept)
        : (planned?.RuleSet is { } hash ? (await RuleSetShelf.Find(db, hash, cancel))?.Document : null) ?? RuleSetDocument.Default;

    /// <summary>Why the data were frozen again after an edition was settled.</summary>
    public string? ReasonSince(SettledRound? known) => Freeze is { Reason.Length: > 0 } && known?.FreezeId != Freeze.Id ? Freeze.Reason : null;
}
