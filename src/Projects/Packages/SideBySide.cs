using System.Runtime.ExceptionServices;

namespace Saima.Projects.Packages;

/// <summary>Work in numbered parts on several threads, each with a room of its own.</summary>
internal static class SideBySide
{
    public static void Run<T>(int parts, int threads, Func<T> room, Action<int, T> work)
    {
        var next = -1;
        Exception? failure = null;
        void Work()
        {
            try
            {
                var own = room();
                for (var part = Interlocked.Increment(ref next); part < parts && failure is null; part = Interlocked.Increment(ref next))
                {
                    work(part, own);
                }
            }
#pragma warning disable CA1031 // Thrown again on the thread that asked.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                failure = problem;
            }
        }

        var others = new Thread[Math.Clamp(threads, 1, Math.Max(1, parts)) - 1];
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
