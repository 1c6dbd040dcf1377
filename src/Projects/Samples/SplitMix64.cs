namespace Saima.Projects.Samples;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): 64-bit integer arithmetic only,
/// so that a seed gives the same sample on every machine and runtime.
/// </summary>
internal struct SplitMix64(ulong state)
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private ulong state = state;

    /// <summary>An own stream for item <paramref name="index"/> of <paramref name="seed"/>: any item can be drawn without those before it.</summary>
    public static SplitMix64 Of(ulong seed, long index) => new(Mix(seed + Golden) ^ Mix((ulong)index * Golden));

    public ulong Next()
    {
        state += Golden;
        return Mix(state);
    }

    /// <summary>From 0 to <paramref name="bound"/> − 1. The bias, at most bound/2⁶⁴, does not matter to a sample.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int perMille) => Below(1000) < perMille;

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
