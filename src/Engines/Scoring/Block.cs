using System.Runtime.CompilerServices;

namespace Saima.Engines.Scoring;

/// <summary>The columns of up to <see cref="Mask.Block"/> projects, reused block after block by one thread.</summary>
internal sealed class Block
{
    private readonly CompiledRules rules;
    private readonly ulong[][] wouldBe;

    public Block(CompiledRules rules)
    {
        this.rules = rules;
        Stack = new ulong[(rules.StackDepth + 1) * Mask.Words];
        wouldBe = NewMasks((int)Flag.Exempt + 1);
        Rows = NewMasks(rules.FlagRows.Length);
        for (var m = 0; m < MetricScale.Metrics; m++)
        {
            var metric = (Metric)m;
            Numerator[m] = new long[Mask.Block];
            Denominator[m] = MetricScale.IsQuotient(metric) ? new long[Mask.Block] : [];
            Value[m] = rules.UsesValue(metric) ? new double[Mask.Block] : [];
        }
    }

    public int Count { get; set; }

    /// <summary>Yes-or-no facts of each project, see <see cref="FactBits"/>.</summary>
    public ulong[] Facts { get; } = new ulong[Mask.Block];

    /// <summary>By metric: its integer, or the numerator of a quotient; the smallest <c>long</c> where a metric that is no quotient is undefined.</summary>
    public long[][] Numerator { get; } = new long[MetricScale.Metrics][];

    /// <summary>By metric: the denominator of a quotient, 0 where it is undefined.</summary>
    public long[][] Denominator { get; } = new long[MetricScale.Metrics][];

    /// <summary>By metric, if the rules need it: the metric in millionths, not a number where undefined.</summary>
    public double[][] Value { get; } = new double[MetricScale.Metrics][];

    /// <summary>Stack of masks of the running program.</summary>
    public ulong[] Stack { get; }

    /// <summary>By flag row: where its condition holds.</summary>
    public ulong[][] Rows { get; }

    /// <summary>Scratch for the mask of one condition.</summary>
    public ulong[] Holds { get; } = new ulong[Mask.Words];

    /// <summary>Scratch for the projects still to be decided.</summary>
    public ulong[] Open { get; } = new ulong[Mask.Words];

    /// <summary>Where the flag would be given, see <see cref="Condition.WouldBe"/>.</summary>
    public ReadOnlySpan<ulong> WouldBe(Flag flag) => wouldBe[(int)flag];

    /// <summary>The exact denominator of a metric.</summary>
    public long DenominatorOf(Metric metric, int at) =>
        MetricScale.IsQuotient(metric) ? Denominator[(int)metric][at] : MetricScale.Denominator(metric);

    /// <summary>Works out the doubles the rules need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillValues()
    {
        for (var m = 0; m < MetricScale.Metrics; m++)
        {
            if (Value[m].Length == 0)
                continue;
            double scale = MetricScale.Scale((Metric)m), constant = MetricScale.Denominator((Metric)m);
            Span<double> values = Value[m];
            ReadOnlySpan<long> numerators = Numerator[m], denominators = Denominator[m];
            if (denominators.Length > 0)
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = denominators[i] == 0 ? double.NaN : numerators[i] * scale / denominators[i];
            }
            else
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = numerators[i] == long.MinValue ? double.NaN : numerators[i] * scale / constant;
            }
        }
    }

    /// <summary>
    /// Evaluates the flag rows: first those that stand for themselves, from these what each flag would be, then the rows that ask for it.
    /// </summary>
    public void FillRows()
    {
        var rows = rules.FlagRows;
        for (var r = 0; r < rows.Length; r++)
        {
            if (!rows[r].When.AsksWouldBe)
                rows[r].When.Evaluate(this, Rows[r]);
        }

        foreach (var flag in (ReadOnlySpan<Flag>)[Flag.Red, Flag.Yellow, Flag.Snail])
        {
            var would = wouldBe[(int)flag].AsSpan();
            would.Clear();
            for (var r = 0; r < rows.Length; r++)
            {
                if (rows[r].Flag == flag && !rows[r].When.AsksWouldBe)
                    Mask.Or(would, Rows[r]);
            }

            // Flags ascend from the honour to the worst and end with the exemption.
            for (var r = 0; r < rows.Length; r++)
            {
                if (rows[r].Flag > flag && !rows[r].When.AsksWouldBe)
                    Mask.Less(would, Rows[r]);
            }
        }

        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r].When.AsksWouldBe)
                rows[r].When.Evaluate(this, Rows[r]);
        }
    }

    private static ulong[][] NewMasks(int count)
    {
        var masks = new ulong[count][];
        for (var k = 0; k < count; k++)
            masks[k] = new ulong[Mask.Words];
        return masks;
    }
}
