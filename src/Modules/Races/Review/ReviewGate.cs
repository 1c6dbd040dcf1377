using Saima.Kernel.Data;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Review;

/// <summary>Nothing is published before the leading group agreed on every item and those needed signed just this bundle.</summary>
internal sealed class ReviewGate : RoundGate
{
    public override RoundPhase Phase => RoundPhase.Review;

    public override async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        if (await ReviewState.Read(db, season, round, cancel) is not { } state)
        {
            return [];
        }

        var address = RacesLinks.Review(season, round);
        var waiting = new List<Waiting>();
        if (state.Meeting is null)
        {
            waiting.Add(new(ReviewWords.WaitMeeting, address, null, true));
        }

        if (state.Undecided > 0)
        {
            waiting.Add(new(ReviewWords.WaitItems(state.Undecided), address, null, true));
        }

        if (state.Missing > 0)
        {
            waiting.Add(new(ReviewWords.WaitSignatures(state.Missing), address, null, true));
        }

        return waiting;
    }
}
