namespace Saima.Engines.Scoring;

/// <summary>Shares numbered pieces of work among threads that take the next one when free; nothing may depend on who takes which.</summary>
internal static class Workers
{
    public static void Run(int pieces, int threads, Action<int> work)
    {
        var next = -1;
        Each(Math.Min(threads, pieces), _ =>
        {
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                work(piece);
        });
    }

    /// <summary>Runs the body once per thread.</summary>
    public static void Each(int threads, Action<int> body)
    {
        if (threads <= 1)
            body(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
    }
}
