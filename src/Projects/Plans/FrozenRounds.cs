using Saima.Kernel.Data;

namespace Saima.Projects.Plans;

/// <summary>A slot: the module that settles rounds says which is the last whose data are frozen, 0 for none. A change of a baseline counts from a later one.</summary>
public sealed record FrozenRounds(Func<SaimaDb, int, CancellationToken, Task<int>> Last)
{
    /// <summary>Where nobody settles rounds.</summary>
    public static FrozenRounds None { get; } = new((_, _, _) => Task.FromResult(0));
}
