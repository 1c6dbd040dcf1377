namespace Saima.Engines.Scoring;

/// <summary>A rule set checked and compiled once for a round.</summary>
internal sealed class CompiledRules
{
    private readonly bool[] valueUsed = new bool[MetricScale.Metrics];

    public CompiledRules(RuleSet rules)
    {
        if (rules.Lanes.Count is 0 or > RuleLimits.Lanes)
            throw new ArgumentException($"A rule set has 1 to {RuleLimits.Lanes} lanes.", nameof(rules));
        if (rules.FlagRows.Count > RuleLimits.FlagRows)
            throw new ArgumentException($"A rule set has at most {RuleLimits.FlagRows} flag rows.", nameof(rules));
        if (rules.Measures.Count > RuleLimits.Measures || rules.Measures.Any(measure => measure.Weight is < 1 or > RuleLimits.Weight))
            throw new ArgumentException($"A rule set has at most {RuleLimits.Measures} measures with weights from 1 to {RuleLimits.Weight}.", nameof(rules));
        if (rules.LaneChoice.Count == 0 || rules.LaneChoice[^1].When is not null || rules.LaneChoice.Any(choice => choice.Lane < 0 || choice.Lane >= rules.Lanes.Count))
            throw new ArgumentException("Lanes are chosen among those listed and the last choice has no condition.", nameof(rules));
        if (rules.FlagRows.Any(row => row.Flag == Flag.None))
            throw new ArgumentException("A flag row gives a flag.", nameof(rules));
        OverdueFromLevel = rules.OverdueFromLevel;
        LaneCount = rules.Lanes.Count;
        LaneChoice = [.. rules.LaneChoice.Select(choice => ((byte)choice.Lane, Compile(choice.When)))];
        FlagRows = [.. rules.FlagRows.Select(row => (row.Flag, Compile(row.When)))];
        Measures = [.. rules.Measures.Select(measure => new CompiledMeasure(
            measure.Weight, [.. measure.Cases.Select(one => (Compile(one.When), one.Points is null ? null : Compile(one.Points)))]))];
        var weights = rules.Measures.Sum(measure => (long)measure.Weight);
        var points = Measures.SelectMany(measure => measure.Cases).Max(one => one.Points?.Largest) ?? 0;
        NarrowScore = points == 0 || weights <= (1L << 61) / points;
        LargestScore = points;
    }

    public int OverdueFromLevel { get; }

    public int LaneCount { get; }

    public (byte Lane, ConditionProgram When)[] LaneChoice { get; }

    public (Flag Flag, ConditionProgram When)[] FlagRows { get; }

    public CompiledMeasure[] Measures { get; }

    public FactBits Bits { get; } = new();

    /// <summary>Depth of the deepest program's stack.</summary>
    public int StackDepth { get; private set; } = 1;

    /// <summary>Whether the weighted sum of points always fits 64 bits.</summary>
    public bool NarrowScore { get; }

    /// <summary>No score exceeds this.</summary>
    public long LargestScore { get; }

    /// <summary>Whether the metric is needed as a double.</summary>
    public bool UsesValue(Metric metric) => valueUsed[(int)metric];

    private ConditionProgram Compile(Condition? condition)
    {
        var program = ConditionProgram.Compile(condition, Bits);
        StackDepth = Math.Max(StackDepth, program.StackDepth);
        foreach (var metric in program.QuotientsUsed)
            valueUsed[(int)metric] = true;
        return program;
    }

    private CompiledCurve Compile(Curve curve)
    {
        if (curve.Metric is { } metric)
            valueUsed[(int)metric] = true;
        return new CompiledCurve(curve);
    }
}

/// <summary>A measure with its cases compiled.</summary>
internal sealed record CompiledMeasure(int Weight, (ConditionProgram When, CompiledCurve? Points)[] Cases);
