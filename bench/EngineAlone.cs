using System.Diagnostics;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Saima.Engines.Scoring;
using Saima.Modules.Races.RuleSets;

namespace Saima.Bench;

/// <summary>The pure engine on columns in memory: no file is read or written.</summary>
internal static class EngineAlone
{
    public static readonly RoundFrame Frame = new(RoundUnderTest.Season, RoundUnderTest.Round, RoundUnderTest.Deadline.DayNumber);

    /// <summary>Settles on one, two and four threads; the results must be the same to the bit.</summary>
    public static Dictionary<string, double> Run(int projects)
    {
        var facts = GeneratedFacts.Draw(projects);
        var (one, first) = Steady(facts, 1);
        var (two, second) = Steady(facts, 2);
        var (four, third) = Steady(facts, 4);
        return first == second && second == third
            ? new() { ["total"] = two, ["oneThread"] = one, ["twoThreads"] = two, ["fourThreads"] = four, ["hash32"] = first >> 32 }
            : throw new InvalidOperationException("One, two and four threads settle differently.");
    }

    /// <summary>Changes one report and settles everything again, many times; the median.</summary>
    public static Dictionary<string, double> Again(int projects)
    {
        var facts = GeneratedFacts.Draw(projects);
        var rules = RuleSetDocument.Default.Rules;
        const int times = 2000;
        var seconds = new double[times];
        for (var i = 0; i < times; i++)
        {
            var row = i * 7919 % facts.ReportStart[projects];
            facts.ReportYtd[row] += 10_000;
            var watch = Stopwatch.StartNew();
            RaceScoring.Settle(facts, rules, Frame, null, threads: 2);
            seconds[i] = watch.Elapsed.TotalSeconds;
        }

        // The first rounds compile; a running server has long done so.
        var steady = seconds.Skip(times / 4).Order().ToArray();
        return new() { ["total"] = steady[steady.Length / 2], ["p99"] = steady[steady.Length * 99 / 100] };
    }

    private static (double Seconds, ulong Hash) Steady(RoundFacts facts, int threads)
    {
        var rules = RuleSetDocument.Default.Rules;
        var seconds = new List<double>();
        ulong hash = 0;
        for (var i = 0; i < 9; i++)
        {
            // What the run before left is not this one's.
            GC.Collect();
            var watch = Stopwatch.StartNew();
            var settlement = RaceScoring.Settle(facts, rules, Frame, null, threads);
            seconds.Add(watch.Elapsed.TotalSeconds);
            hash = Hash(settlement);
        }

        return (seconds.Order().ElementAt(seconds.Count / 2), hash);
    }

    private static ulong Hash(Settlement settlement)
    {
        var hash = new XxHash3();
        hash.Append(settlement.Lane.AsSpan(0, settlement.Count));
        hash.Append(MemoryMarshal.AsBytes(settlement.Flag.AsSpan(0, settlement.Count)));
        hash.Append(MemoryMarshal.AsBytes(settlement.Reasons.AsSpan(0, settlement.Count)));
        hash.Append(MemoryMarshal.AsBytes(settlement.Score.AsSpan(0, settlement.Count)));
        hash.Append(MemoryMarshal.AsBytes(settlement.Rank.AsSpan(0, settlement.Count)));
        hash.Append(MemoryMarshal.AsBytes(settlement.Deviation.AsSpan(0, settlement.Count)));
        hash.Append(MemoryMarshal.AsBytes(settlement.Listing.AsSpan(0, settlement.Count)));
        foreach (var points in settlement.Points)
        {
            hash.Append(MemoryMarshal.AsBytes(points.AsSpan(0, settlement.Count)));
        }

        foreach (var unit in settlement.Units)
        {
            hash.Append(System.Text.Encoding.UTF8.GetBytes(unit.ToString()));
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
