using Saima.Kernel.Refusals;
using Scriban;

namespace Saima.Modules.Races.Circulars;

/// <summary>
/// Every fault of a template at once, each with section, line and column. A template may name fields, choose with <c>if</c> and list with <c>for</c>; all else
/// the library could do is refused, so a template reads nothing but its figures and always comes to an end.
/// </summary>
public static class CheckTemplate
{
    private const int Longest = 40_000;

    public static Refusal? Run(TemplateKind kind, TemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var problems = new List<Problem>();
        foreach (var section in TemplateSections.Of(kind))
        {
            Section(kind, section, content[section.Name].ReplaceLineEndings("\n"), problems);
        }

        return problems.Count == 0 ? null : CircularRefusals.Faulty(problems);
    }

    private static void Section(TemplateKind kind, TemplateSection section, string text, List<Problem> problems)
    {
        if (text.Length > Longest)
        {
            problems.Add(CircularRefusals.At(section, 1, 1, null, new($"这一部分有 {text.Length} 字，至多 {Longest} 字", $"This section has {text.Length} characters; {Longest} are the most"), new("请缩短", "Shorten it")));
            return;
        }

        if (section.Name is TemplateSections.Title or TemplateSections.Text && text.Trim().Length == 0)
        {
            problems.Add(CircularRefusals.At(section, 1, 1, null, new("这一部分是空的", "This section is empty"), new("请写上内容", "Write something")));
        }

        Tables(kind, section, text, problems);
        var template = Template.Parse(text);
        foreach (var at in template.Messages.Select(message => (message.Span.Start, message.Message)).DistinctBy(at => (at.Start.Line, at.Start.Column)))
        {
            problems.Add(CircularRefusals.Syntax(section, at.Start.Line + 1, at.Start.Column + 1, LineOf(text, at.Start.Line), at.Message));
        }

        if (!template.HasErrors && template.Page is { } page)
        {
            new TemplateReading(section, text, problems).Read(page, new() { Fields = BriefFigures.Of(kind) });
        }
    }

    private static void Tables(TemplateKind kind, TemplateSection section, string text, List<Problem> problems)
    {
        foreach (var (line, at) in text.Split('\n').Select((line, at) => (line.Trim(), at)))
        {
            if (TextBlocks.Placed().Match(line) is not { Success: true } placed)
            {
                continue;
            }

            var (what, name) = (placed.Groups[1].Value, placed.Groups[2].Value);
            var known = what == "表" ? PaperTables.Of(kind).Select(table => table.Name).ToList() : kind == TemplateKind.Deck ? ComposeDeck.Figures : [];
            if (!known.Contains(name))
            {
                problems.Add(CircularRefusals.At(
                    section, at + 1, 1, line, new($"没有叫“{name}”的{what}", $"There is nothing called “{name}” to be placed"), new($"可用的有：{string.Join('、', known)}", $"There are: {string.Join(", ", known)}")));
            }
        }
    }

    internal static string LineOf(string text, int line) => text.Split('\n').ElementAtOrDefault(line)?.Trim() is { Length: > 0 } found ? found.Length > 60 ? found[..60] + "…" : found : "";
}
