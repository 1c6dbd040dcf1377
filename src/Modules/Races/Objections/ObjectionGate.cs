using Saima.Kernel.Data;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Objections;

/// <summary>A round does not leave the phase of objections while one of them is undecided, or upheld and not counted yet. The window itself is the life's own matter.</summary>
internal sealed class ObjectionGate : RoundGate
{
    public override RoundPhase Phase => RoundPhase.Objection;

    public override async Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        var counting = await CountedObjections.Read(db, season, round, cancel);
        var address = RacesLinks.Objections(season, round);
        return
        [
            .. counting.Open > 0 ? [new Waiting(ObjectionWords.WaitOpen(counting.Open), address, null, true)] : Array.Empty<Waiting>(),
            .. counting.Uncounted.Count > 0 ? [new Waiting(ObjectionWords.WaitCorrection(counting.Uncounted.Count), address, null, true)] : Array.Empty<Waiting>(),
        ];
    }
}
