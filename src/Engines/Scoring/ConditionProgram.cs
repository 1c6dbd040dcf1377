namespace Saima.Engines.Scoring;

/// <summary>A condition as a flat list of steps over masks, worked off on a small stack of masks for a block of projects at a time.</summary>
internal sealed class ConditionProgram
{
    private readonly List<Step> steps = [];
    private int depth;

    private ConditionProgram()
    {
    }

    private enum Operation
    {
        Always,
        Never,
        And,
        Or,
        Not,
        Fact,
        Whole,
        Quotient,
        WouldBe,
    }

    /// <summary>Masks the program's stack needs.</summary>
    public int StackDepth { get; private set; }

    /// <summary>Whether it asks what the flag would be.</summary>
    public bool AsksWouldBe { get; private set; }

    /// <summary>The metrics it compares.</summary>
    public IEnumerable<Metric> QuotientsUsed => steps.Where(step => step.Operation == Operation.Quotient).Select(step => step.Metric);

    /// <summary>Compiles a condition; none always holds.</summary>
    public static ConditionProgram Compile(Condition? condition, FactBits bits)
    {
        var program = new ConditionProgram();
        program.Add(condition, bits, 0);
        return program;
    }

    /// <summary>Evaluates the program for the block's projects into the mask; bits behind the block's count are arbitrary.</summary>
    public void Evaluate(Block block, Span<ulong> target)
    {
        var stack = block.Stack.AsSpan();
        var top = -Mask.Words;
        foreach (ref readonly var step in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(steps))
        {
            switch (step.Operation)
            {
                case Operation.And:
                    Mask.And(stack.Slice(top - Mask.Words, Mask.Words), stack.Slice(top, Mask.Words));
                    top -= Mask.Words;
                    continue;
                case Operation.Or:
                    Mask.Or(stack.Slice(top - Mask.Words, Mask.Words), stack.Slice(top, Mask.Words));
                    top -= Mask.Words;
                    continue;
                case Operation.Not:
                    Mask.Not(stack.Slice(top, Mask.Words));
                    continue;
            }

            top += Mask.Words;
            var mask = stack.Slice(top, Mask.Words);
            switch (step.Operation)
            {
                case Operation.Always:
                    mask.Fill(ulong.MaxValue);
                    break;
                case Operation.Never:
                    mask.Clear();
                    break;
                case Operation.Fact:
                    Comparison.AnyBit(block.Facts, (ulong)step.Low, mask);
                    break;
                case Operation.Whole:
                    Comparison.Between(block.Numerator[(int)step.Metric], step.Low, step.High, mask);
                    break;
                case Operation.Quotient:
                    Comparison.Between(block, step.Metric, step.Lower, step.Upper, mask);
                    break;
                default:
                    block.WouldBe((Flag)step.Low).CopyTo(mask);
                    break;
            }
        }

        stack[..Mask.Words].CopyTo(target);
    }

    private void Add(Condition? condition, FactBits bits, int level)
    {
        if (level > RuleLimits.Depth)
            throw new ArgumentException($"Conditions are nested deeper than {RuleLimits.Depth}.", nameof(condition));
        switch (condition)
        {
            case null:
                Push(new Step(Operation.Always));
                break;
            case Condition.All all:
                AddParts(all.Parts, Operation.Always, Operation.And, bits, level);
                break;
            case Condition.Any any:
                AddParts(any.Parts, Operation.Never, Operation.Or, bits, level);
                break;
            case Condition.Not not:
                Add(not.Part, bits, level + 1);
                steps.Add(new Step(Operation.Not));
                break;
            case Condition.Within within when MetricScale.IsQuotient(within.Metric):
                Push(new Step(Operation.Quotient, within.Metric, Lower: within.Lower, Upper: within.Upper));
                break;
            case Condition.Within within:
                Push(WholeRange(within));
                break;
            case Condition.Defined defined when MetricScale.IsQuotient(defined.Metric):
                Push(new Step(Operation.Quotient, defined.Metric));
                break;
            case Condition.Defined defined:
                Push(WholeRange(new Condition.Within(defined.Metric, null, null)));
                break;
            case Condition.WouldBe would:
                if (would.Flag is Flag.None or Flag.Exempt)
                    throw new ArgumentException("Only red, yellow and snail can be asked for as what a flag would be.", nameof(condition));
                AsksWouldBe = true;
                Push(new Step(Operation.WouldBe, Low: (long)would.Flag));
                break;
            default:
                Push(new Step(Operation.Fact, Low: (long)bits.BitOf(condition)));
                break;
        }
    }

    private void AddParts(IReadOnlyList<Condition> parts, Operation ofNone, Operation join, FactBits bits, int level)
    {
        if (parts.Count == 0)
            Push(new Step(ofNone));
        for (var k = 0; k < parts.Count; k++)
        {
            Add(parts[k], bits, level + 1);
            if (k == 0)
                continue;
            steps.Add(new Step(join));
            depth--;
        }
    }

    private void Push(Step step)
    {
        steps.Add(step);
        StackDepth = Math.Max(StackDepth, ++depth);
    }

    /// <summary>Bounds in millionths as whole bounds on the stored integer: <c>n·scale ≥ b·den</c> is <c>n ≥ ⌈b·den/scale⌉</c>.</summary>
    private static Step WholeRange(Condition.Within within)
    {
        Int128 scale = MetricScale.Scale(within.Metric), denominator = MetricScale.Denominator(within.Metric);
        // The smallest long stands for "undefined" and is inside no range.
        Int128 low = long.MinValue + 1, high = long.MaxValue;
        if (within.Lower is { } lower)
        {
            var product = lower.Value * denominator;
            low = Int128.Max(low, FloorDivide(lower.Inclusive ? product - 1 : product, scale) + 1);
        }

        if (within.Upper is { } upper)
        {
            var product = upper.Value * denominator;
            high = Int128.Min(high, FloorDivide(upper.Inclusive ? product : product - 1, scale));
        }

        return low > high ? new Step(Operation.Never) : new Step(Operation.Whole, within.Metric, (long)low, (long)high);
    }

    private static Int128 FloorDivide(Int128 numerator, Int128 denominator)
    {
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    private readonly record struct Step(
        Operation Operation, Metric Metric = default, long Low = 0, long High = 0, Bound? Lower = null, Bound? Upper = null);
}
