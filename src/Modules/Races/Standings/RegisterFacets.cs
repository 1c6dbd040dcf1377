using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Listing;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Standings;

/// <summary>What the newest published round of a season says of its projects, lent to the register's list.</summary>
public abstract class NewestRoundFacet : ProjectFacet
{
    public override async Task<string> Version(SaimaDb db, int season, CancellationToken cancel) =>
        (await Newest(db, season, cancel))?.BundleHash ?? "";

    public override async Task<FacetReading> Read(SaimaDb db, int season, CancellationToken cancel) =>
        await Newest(db, season, cancel) is { } round ? await Read(db, round, cancel) : FacetReading.Nothing;

    protected abstract Task<FacetReading> Read(SaimaDb db, RoundHead round, CancellationToken cancel);

    private static async Task<RoundHead?> Newest(SaimaDb db, int season, CancellationToken cancel) => (await PublishedRounds.ReadForDesk(db, cancel)).InForce.FirstOrDefault(round => round.Season == season);
}

/// <summary>The flag in the newest published round.</summary>
public sealed class FlagFacet : NewestRoundFacet
{
    public override string Key => "flag";

    public override Phrase Title { get; } = new("最近一轮的旗", "Latest flag");

    public override bool IsFlag => true;

    public override RenderFragment Cell(FacetValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder =>
        {
            builder.OpenComponent<FlagBadge>(0);
            builder.AddComponentParameter(1, nameof(FlagBadge.Code), value.Code);
            builder.CloseComponent();
        };
    }

    protected override async Task<FacetReading> Read(SaimaDb db, RoundHead round, CancellationToken cancel) => new(
        [.. FlagWords.Codes.Select(code => new FacetValue(code, FlagWords.Of(code)))],
        await db.Set<StandingRow>().Where(row => row.RoundId == round.Id).Select(row => new { row.Project, row.Flag }).ToDictionaryAsync(row => row.Project, row => Numbers.Code(row.Flag), cancel));
}

/// <summary>The lane in the newest published round.</summary>
public sealed class LaneFacet(KnownRounds known) : NewestRoundFacet
{
    public override string Key => "lane";

    public override Phrase Title { get; } = new("赛道", "Lane");

    protected override async Task<FacetReading> Read(SaimaDb db, RoundHead round, CancellationToken cancel) => new(
        [.. (await known.Rules(db, round, cancel)).Rules.Lanes.Select(lane => new FacetValue(lane.Code, RuleWording.Of(lane.Title)))],
        await db.Set<StandingRow>().Where(row => row.RoundId == round.Id).Select(row => new { row.Project, row.Lane }).ToDictionaryAsync(row => row.Project, row => row.Lane, cancel));
}
