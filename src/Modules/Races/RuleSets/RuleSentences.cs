using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;
using Saima.Ui.Figures;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.RuleSets;

/// <summary>A part of a rule set under a name that stays the same from version to version, said in sentences.</summary>
/// <param name="Section">Which chapter it belongs to.</param>
/// <param name="Key">Stable inside the chapter.</param>
public sealed record RulePart(RuleSection Section, string Key, Phrase Title, IReadOnlyList<Phrase> Sentences);

/// <summary>The chapters of a rule set as people read it.</summary>
public enum RuleSection
{
    Document,
    Terms,
    Lanes,
    Flags,
    Measures,
}

/// <summary>A whole rule set in sentences: two rule sets that differ anywhere differ in a sentence.</summary>
public static class RuleSentences
{
    public static IReadOnlyList<RulePart> Of(RuleSetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rules = document.Rules;
        var parts = new List<RulePart>
        {
            Part(RuleSection.Document, "title", RuleSetWords.Title, Titles(document.Title)),
            Part(RuleSection.Document, "issuer", WhyWords.Issuer, Same(document.Issuer)),
            Part(RuleSection.Document, "number", WhyWords.DocumentNo, Same(document.DocumentNo)),
            Part(RuleSection.Document, "version", WhyWords.Version, Same($"{document.Code} v{document.Version}")),
            Part(RuleSection.Document, "from", WhyWords.Effective, Written.LongDay(document.EffectiveFrom)),
            Part(RuleSection.Document, "to", RuleSetWords.EffectiveTo, document.EffectiveTo is { } last ? Written.LongDay(last) : RuleSetWords.UntilFurther),
            Part(RuleSection.Document, "supersedes", RuleSetWords.Supersedes, document.Supersedes is { } old ? Same($"{old.Code} v{old.Version}") : RuleSetWords.Nothing),
            Part(RuleSection.Terms, "deadline", WhyWords.Deadline, WhyWords.DeadlineDays(rules.DeadlineWorkingDays)),
            Part(RuleSection.Terms, "overdue", RuleSetWords.Overdue, RuleSetWords.OverdueFrom(rules.OverdueFromLevel)),
            Part(RuleSection.Lanes, "order", RuleSetWords.LaneOrder, Joined(rules.Lanes.Select(lane => RuleWording.Of(lane.Title)))),
            Part(RuleSection.Lanes, "tried", RuleSetWords.LaneTried, Joined(rules.LaneChoice.Select(choice => RuleWording.Of(rules.Lanes[choice.Lane].Title)))),
            Part(RuleSection.Flags, "order", RuleSetWords.FlagOrder, Joined(rules.FlagRows.Select(row => Same(row.Code)))),
            Part(RuleSection.Measures, "order", RuleSetWords.MeasureOrder, Joined(rules.Measures.Select(measure => RuleWording.Of(measure.Title)))),
        };
        parts.AddRange(rules.Lanes.Select((lane, at) => new RulePart(
            RuleSection.Lanes, "lane " + lane.Code, RuleWording.Of(lane.Title), [Titles(lane.Title), .. rules.LaneChoice.Where(choice => choice.Lane == at).SelectMany(choice => When(choice.When))])));
        parts.AddRange(rules.FlagRows.Select(row => new RulePart(
            RuleSection.Flags, "row " + row.Code, Same(row.Code), [FlagWords.Of(Numbers.Code(row.Flag)), Titles(row.Title), .. When(row.When)])));
        parts.AddRange(rules.Measures.Select(measure => new RulePart(
            RuleSection.Measures, "measure " + measure.Code, RuleWording.Of(measure.Title), [Titles(measure.Title), RuleSetWords.WeightIs(measure.Weight), .. measure.Cases.SelectMany(Case)])));
        return parts;
    }

    /// <summary>A condition in one line for each of its parts, the parts of a compound one set in.</summary>
    public static IEnumerable<Phrase> When(Condition? condition) => condition is null ? [WhyWords.Always] : Lines(ConditionWords.Unread(condition), 0);

    private static IEnumerable<Phrase> Case(MeasureCase one)
    {
        yield return one.Points is null ? WhyWords.NotCounted : ConditionWords.Curve(one.Points.Metric, one.Points.Corners);
        foreach (var line in When(one.When))
        {
            yield return new("　" + line.Zh, "    " + line.En);
        }
    }

    private static IEnumerable<Phrase> Lines(ExplainedCondition condition, int depth)
    {
        var said = ConditionWords.Of(condition);
        yield return new(new string('　', depth) + said.Zh, new string(' ', 4 * depth) + said.En);
        foreach (var line in ConditionWords.Below(condition).SelectMany(part => Lines(part, depth + 1)))
        {
            yield return line;
        }
    }

    private static RulePart Part(RuleSection section, string key, Phrase title, Phrase sentence) => new(section, key, title, [sentence]);

    private static Phrase Same(string text) => new(text, text);

    private static Phrase Titles(IReadOnlyDictionary<string, string> title) => RuleWording.Of(title);

    private static Phrase Joined(IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToList();
        return new(string.Join("、", all.Select(one => one.Zh)), string.Join(", ", all.Select(one => one.En)));
    }
}
