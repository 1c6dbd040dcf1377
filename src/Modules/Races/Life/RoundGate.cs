using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary>Something a round waits for.</summary>
/// <param name="Address">Where it is done; empty for what only time brings.</param>
/// <param name="Until">Last day it is waited for; empty where none is set.</param>
/// <param name="Blocks">The round does not go on before; else it is only told.</param>
public sealed record Waiting(Phrase What, string Address, DateOnly? Until, bool Blocks);

/// <summary>A slot by which other rooms hold a round up. Read in the transaction of the move, under the lock of all moves.</summary>
public abstract class RoundGate
{
    /// <summary>The phase a round does not go on from while this gate waits; going back is not held up.</summary>
    public abstract RoundPhase Phase { get; }

    public abstract Task<IReadOnlyList<Waiting>> Read(SaimaDb db, int season, int round, CancellationToken cancel);
}
