using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>
/// Lists and ranks the projects inside their lanes: by score, then larger <c>YTD</c>, then larger <c>CR</c>, then id. Each of these is one
/// unsigned number per project that ascends, so that a lane is sorted by its first and only ties are looked at again.
/// </summary>
internal sealed class Ranking
{
    private const int Small = 256;
    private const int DigitBits = 11;

    private readonly RoundFacts facts;
    private readonly Settlement settlement;
    private readonly CompiledRules rules;

    private Ranking(RoundFacts facts, Settlement settlement, CompiledRules rules) => (this.facts, this.settlement, this.rules) = (facts, settlement, rules);

    /// <summary>Fills <see cref="Settlement.Listing"/> and <see cref="Settlement.Rank"/>.</summary>
    public static void Fill(RoundFacts facts, Settlement settlement, CompiledRules rules, int threads)
    {
        var ranking = new Ranking(facts, settlement, rules);
        var starts = ranking.Distribute();
        Workers.Run(rules.LaneCount, threads, lane => ranking.RankLane(starts[2 * lane], starts[(2 * lane) + 1]));
    }

    /// <summary>Puts every project into its lane, scored ones first, by id; returns where each part starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Distribute()
    {
        var starts = new int[(2 * rules.LaneCount) + 1];
        for (var at = 0; at < settlement.Count; at++)
            starts[Part(at) + 1]++;
        for (var part = 1; part < starts.Length; part++)
            starts[part] += starts[part - 1];
        var next = (int[])starts.Clone();
        for (var at = 0; at < settlement.Count; at++)
            settlement.Listing[next[Part(at)]++] = at;
        return starts;
    }

    private int Part(int at) => (2 * settlement.Lane[at]) + (settlement.Score[at] == Settlement.Undefined ? 1 : 0);

    private void RankLane(int start, int end)
    {
        var listing = settlement.Listing.AsSpan(start, end - start);
        new Order(this, listing.Length).Sort(listing);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rank(ReadOnlySpan<int> tied, int rank)
    {
        foreach (var at in tied)
            settlement.Rank[at] = rank;
    }

    /// <summary>The keys of a level; the smaller is listed first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keys(int level, ReadOnlySpan<int> items, Span<ulong> keys)
    {
        var (scores, done) = (settlement.Score, settlement.YearToDate);
        switch (level)
        {
            case 0:
                for (var k = 0; k < items.Length; k++)
                    keys[k] = (ulong)(rules.LargestScore - scores[items[k]]);
                break;
            case 1:
                for (var k = 0; k < items.Length; k++)
                    keys[k] = (ulong)(RoundFacts.LargestAmount - done[items[k]]);
                break;
            case 2:
                for (var k = 0; k < items.Length; k++)
                    keys[k] = CompletionKey(facts.AnnualPlan[settlement.Project[items[k]]], done[items[k]]);
                break;
            default:
                for (var k = 0; k < items.Length; k++)
                    keys[k] = (ulong)items[k];
                break;
        }
    }

    /// <summary>Among equal <c>YTD</c> the larger <c>CR = YTD/AP</c> has the smaller <c>AP</c>; without <c>AP</c> it is undefined and last.</summary>
    private static ulong CompletionKey(long plan, long ytd) => plan == 0 ? ulong.MaxValue : ytd == 0 ? 0 : (ulong)plan;

    private sealed class Order(Ranking ranking, int capacity)
    {
        private const int LastLevel = 3;

        private readonly ulong[] keys = new ulong[capacity];
        private readonly ulong[] otherKeys = new ulong[capacity > Small ? capacity : 0];
        private readonly int[] otherItems = new int[capacity > Small ? capacity : 0];

        /// <summary>Sorts a lane and ranks it: equal scores share the rank of their first.</summary>
        public void Sort(Span<int> items) => Sort(items, keys.AsSpan(0, items.Length), 0);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Sort(Span<int> items, Span<ulong> mine, int level)
        {
            ranking.Keys(level, items, mine);
            if (items.Length <= Small)
                mine.Sort(items);
            else
                RadixSort(mine, items);
            for (var from = 0; from < items.Length;)
            {
                var until = from + 1;
                while (until < items.Length && mine[until] == mine[from])
                    until++;
                if (level == 0)
                    ranking.Rank(items[from..until], from + 1);
                // A run's keys are done with: the level below takes their place.
                if (until - from > 1 && level < LastLevel)
                    Sort(items[from..until], mine[from..until], level + 1);
                from = until;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void RadixSort(Span<ulong> mine, Span<int> items)
        {
            Span<ulong> fromKeys = mine, toKeys = otherKeys.AsSpan(0, mine.Length);
            Span<int> fromItems = items, toItems = otherItems.AsSpan(0, mine.Length);
            ulong any = 0, all = ulong.MaxValue;
            foreach (var key in mine)
                (any, all) = (any | key, all & key);
            var differing = any ^ all;
            Span<int> starts = stackalloc int[1 << DigitBits];
            for (var shift = 0; shift < 64 && differing >> shift != 0; shift += DigitBits)
            {
                if (((differing >> shift) & ((1UL << DigitBits) - 1)) == 0)
                    continue;
                starts.Clear();
                foreach (var key in fromKeys)
                    starts[(int)(key >> shift) & ((1 << DigitBits) - 1)]++;
                var sum = 0;
                foreach (ref var start in starts)
                    (start, sum) = (sum, sum + start);
                for (var k = 0; k < fromKeys.Length; k++)
                {
                    var place = starts[(int)(fromKeys[k] >> shift) & ((1 << DigitBits) - 1)]++;
                    toKeys[place] = fromKeys[k];
                    toItems[place] = fromItems[k];
                }

                var sortedKeys = toKeys;
                toKeys = fromKeys;
                fromKeys = sortedKeys;
                var sortedItems = toItems;
                toItems = fromItems;
                fromItems = sortedItems;
            }

            if (fromItems != items)
            {
                fromItems.CopyTo(items);
                fromKeys.CopyTo(mine);
            }
        }
    }
}
