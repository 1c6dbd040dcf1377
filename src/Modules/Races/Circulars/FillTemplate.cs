using Saima.Kernel.Refusals;
using Scriban;
using Scriban.Runtime;

namespace Saima.Modules.Races.Circulars;

/// <summary>Fills the sections of a template with figures. What is checked first cannot do anything else, and the limits hold in any case.</summary>
public static class FillTemplate
{
    private const int MostSteps = 200_000;
    private const int LongestText = 4_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="from">The figures of the kind.</param>
    public static Outcome<TemplateContent> Run(TemplateKind kind, TemplateContent content, object from)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (CheckTemplate.Run(kind, content) is { } faulty)
        {
            return faulty;
        }

        var fields = TemplateField.Fill(BriefFigures.Of(kind), from);
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(Patience);
        foreach (var section in TemplateSections.Of(kind))
        {
            // No functions at all: neither clock nor files nor text that grows by itself.
            var context = new TemplateContext(new ScriptObject()) { StrictVariables = true, LoopLimit = MostSteps, LimitToString = LongestText, CancellationToken = limit.Token, MemberRenamer = member => member.Name };
            context.PushGlobal(fields);
            context.PushCulture(System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                filled[section.Name] = Template.Parse(content[section.Name].ReplaceLineEndings("\n")).Render(context);
            }
            catch (Scriban.Syntax.ScriptRuntimeException fault)
            {
                return CircularRefusals.Faulty([CircularRefusals.Syntax(section, fault.Span.Start.Line + 1, fault.Span.Start.Column + 1, "", fault.OriginalMessage)]);
            }
        }

        return new TemplateContent(filled);
    }
}
