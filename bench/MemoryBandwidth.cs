using System.Diagnostics;

namespace Saima.Bench;

/// <summary>How fast this machine reads memory from two threads: puts the other figures into proportion.</summary>
internal static class MemoryBandwidth
{
    public static Dictionary<string, double> Run()
    {
        const int length = 32 * 1024 * 1024;
        var parts = new[] { new long[length], new long[length] };
        foreach (var part in parts)
        {
            Array.Fill(part, 1);
        }

        var best = double.MaxValue;
        for (var repeat = 0; repeat < 7; repeat++)
        {
            var watch = Stopwatch.StartNew();
            Parallel.ForEach(parts, part => Sum(part));
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return new() { ["total"] = best, ["gigabytesPerSecond"] = 2.0 * length * sizeof(long) / best / 1e9 };
    }

    private static long Sum(long[] part)
    {
        var sum = System.Numerics.Vector<long>.Zero;
        for (var i = 0; i < part.Length; i += System.Numerics.Vector<long>.Count)
        {
            sum += new System.Numerics.Vector<long>(part, i);
        }

        return System.Numerics.Vector.Sum(sum) == part.Length ? 0 : throw new InvalidOperationException("Memory holds something else than was written.");
    }
}
