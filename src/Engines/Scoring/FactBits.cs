namespace Saima.Engines.Scoring;

/// <summary>
/// Every yes-or-no fact a rule can ask of a project as one bit of a word: states, class, previous flag, and the kinds of findings and previous
/// reasons this rule set names.
/// </summary>
internal sealed class FactBits
{
    private const int ClassAt = (int)State.SlipFell + 1;
    private const int PreviousFlagAt = ClassAt + (int)ProjectClass.Preparatory + 1;
    private const int NamedAt = PreviousFlagAt + (int)Flag.Exempt + 1;

    private readonly Dictionary<string, ulong> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, State> states = [];
    private int next = NamedAt;

    /// <summary>Whether any rule asks for previous reasons.</summary>
    public bool AsksReasons => reasons.Count > 0;

    /// <summary>Whether any rule asks for findings.</summary>
    public bool AsksFindings => found.Count > 0;

    /// <summary>Whether a state is asked that compares with the previous round.</summary>
    public bool AsksProgress => states.ContainsValue(State.DeviationRose) || states.ContainsValue(State.SlipFell);

    public static ulong Of(ProjectClass projectClass) => 1UL << (ClassAt + (int)projectClass);

    public static ulong OfPrevious(Flag flag) => 1UL << (PreviousFlagAt + (int)flag);

    /// <summary>The bit of an atomic condition, allotted on first use.</summary>
    public ulong BitOf(Condition condition) => condition switch
    {
        Condition.Is state => Remember(state.State),
        Condition.OfClass ofClass => Of(ofClass.Class),
        Condition.PreviousFlag flag => OfPrevious(flag.Flag),
        Condition.PreviousReason reason => Named(reasons, reason.Code),
        Condition.Found finding => Named(found, finding.Kind),
        _ => throw new ArgumentException($"{condition.GetType().Name} is not a condition the engine knows.", nameof(condition)),
    };

    /// <summary>The bit of each kind of finding of the facts, 0 where no rule asks for it.</summary>
    public ulong[] OfKinds(string[] kinds) => [.. kinds.Select(kind => found.GetValueOrDefault(kind))];

    /// <summary>The bits of the reasons a project had in the previous round.</summary>
    public ulong OfReasons(IReadOnlyList<string> codes)
    {
        ulong bits = 0;
        for (var k = 0; k < codes.Count; k++)
            bits |= reasons.GetValueOrDefault(codes[k]);
        return bits;
    }

    private ulong Remember(State state)
    {
        states[Derivation.Bit(state)] = state;
        return Derivation.Bit(state);
    }

    private ulong Named(Dictionary<string, ulong> names, string name)
    {
        if (names.TryGetValue(name, out var bit))
            return bit;
        if (next - NamedAt == RuleLimits.NamedFacts)
            throw new ArgumentException($"The rules name more than {RuleLimits.NamedFacts} kinds of findings and previous reasons.", nameof(name));
        bit = 1UL << next++;
        names.Add(name, bit);
        return bit;
    }
}
