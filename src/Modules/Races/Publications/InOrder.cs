using System.Runtime.ExceptionServices;

namespace Saima.Modules.Races.Publications;

/// <summary>Numbered pieces are made side by side and handed over one after another, in their order.</summary>
internal static class InOrder
{
    /// <param name="pieces">How many.</param>
    /// <param name="threads">Threads to use; what is handed over does not depend on it.</param>
    /// <param name="room">What a thread makes its pieces in.</param>
    /// <param name="make">Makes a piece.</param>
    /// <param name="take">Takes it; never two at a time.</param>
    public static void Run<T>(int pieces, int threads, Func<T> room, Action<int, T> make, Action<T> take)
    {
        var gate = new object();
        var (next, turn) = (-1, 0);
        Exception? failure = null;

        void Work()
        {
            try
            {
                var own = room();
                for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
                {
                    make(piece, own);
                    lock (gate)
                    {
                        while (turn != piece && failure is null)
                        {
                            Monitor.Wait(gate);
                        }

                        if (failure is not null)
                        {
                            return;
                        }

                        take(own);
                        turn++;
                        Monitor.PulseAll(gate);
                    }
                }
            }
#pragma warning disable CA1031 // Thrown again on the thread that asked.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                lock (gate)
                {
                    failure ??= problem;
                    Monitor.PulseAll(gate);
                }
            }
        }

        var others = new Thread[Math.Clamp(threads, 1, Math.Max(1, pieces)) - 1];
        for (var i = 0; i < others.Length; i++)
        {
            (others[i] = new Thread(Work)).Start();
        }

        Work();
        foreach (var other in others)
        {
            other.Join();
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
