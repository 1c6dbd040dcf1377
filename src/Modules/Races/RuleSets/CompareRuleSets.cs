using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.RuleSets;

/// <summary>What became of a part of a rule set.</summary>
public enum RuleChange
{
    Same,
    Added,
    Removed,
    Changed,
}

/// <summary>A sentence of one side and whether the other side has it too.</summary>
public sealed record RuleLine(Phrase Sentence, bool Differs);

/// <summary>A part of two rule sets side by side.</summary>
public sealed record RuleDifference(RuleSection Section, Phrase Title, RuleChange Change, IReadOnlyList<RuleLine> Was, IReadOnlyList<RuleLine> Now);

/// <summary>Holds two rule sets against each other, sentence by sentence.</summary>
public static class CompareRuleSets
{
    public static IReadOnlyList<RuleDifference> Run(RuleSetDocument was, RuleSetDocument now)
    {
        var (left, right) = (RuleSentences.Of(was), RuleSentences.Of(now));
        var (known, found) = (left.ToDictionary(part => (part.Section, part.Key)), right.ToDictionary(part => (part.Section, part.Key)));
        return
        [
            .. Enum.GetValues<RuleSection>().SelectMany(section => right.Where(part => part.Section == section).Concat(left.Where(part => part.Section == section && !found.ContainsKey((section, part.Key))))
                .Select(part => Difference(known.GetValueOrDefault((section, part.Key)), found.GetValueOrDefault((section, part.Key))))),
        ];
    }

    private static RuleDifference Difference(RulePart? was, RulePart? now)
    {
        var part = (now ?? was)!;
        var (left, right) = (was?.Sentences ?? [], now?.Sentences ?? []);
        var change = was is null ? RuleChange.Added : now is null ? RuleChange.Removed : left.SequenceEqual(right) ? RuleChange.Same : RuleChange.Changed;
        return new(part.Section, part.Title, change, Lines(left, right), Lines(right, left));
    }

    private static List<RuleLine> Lines(IReadOnlyList<Phrase> side, IReadOnlyList<Phrase> other) => [.. side.Select(sentence => new RuleLine(sentence, !other.Contains(sentence)))];
}
