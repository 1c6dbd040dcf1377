using Saima.Kernel.Data;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Circulars;

/// <summary>A circular is published with its round: one that is not issued yet is told, and does not hold the result up.</summary>
internal sealed class CircularGate : RoundGate
{
    public override RoundPhase Phase => RoundPhase.Review;

    public override async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel) =>
        await RoundArchive.Latest(db, season, round, cancel) is { } edition && await CircularShelf.IssuedOf(db, edition.Id, cancel) is null
            ? [new(CircularWords.NotIssued, RacesLinks.Circular(season, round), null, Blocks: false)]
            : [];
}
