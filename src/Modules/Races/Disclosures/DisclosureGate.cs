using Saima.Kernel.Data;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Disclosures;

/// <summary>A round is not published before its edition is classified as open and another person has reviewed it.</summary>
public sealed class DisclosureGate(TimeProvider time) : RoundGate
{
    public override RoundPhase Phase => RoundPhase.Review;

    public override async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        if (await RoundArchive.Latest(db, season, round, cancel) is not { } edition)
        {
            return [];
        }

        var versions = await DisclosureBook.Versions(db, DisclosureKinds.Edition, DisclosureKinds.KeyOf(edition), cancel);
        return DisclosureMachine.InForce(versions)?.Shows(Written.DayOf(time.GetUtcNow())) == true ? []
            : [new(DisclosureMachine.Open(versions) is null ? DisclosureWords.GateWaits(edition.Edition) : DisclosureWords.GateReview(edition.Edition), RacesLinks.Disclosure(season, round, edition.Edition), null, true)];
    }
}
