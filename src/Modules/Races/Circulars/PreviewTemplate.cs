using Saima.Kernel.Data;
using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>What a template makes of an edition: a paper or a deck, and the file it would be.</summary>
public sealed record TemplatePreview(Paper? Paper, Deck? Deck, string FileName, byte[] File);

/// <summary>Use case: composes a template on an edition without keeping it. Briefs take the first project behind, or the unit with most projects.</summary>
public static class PreviewTemplate
{
    public static async Task<Outcome<TemplatePreview>> Run(SaimaDb db, ShelvedTemplate template, SettledRound round, FontSet fonts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(template);
        var figures = await EditionFigures.Read(db, round, cancel);
        if (template.Kind == TemplateKind.Deck)
        {
            var deck = ComposeDeck.Run(figures, template);
            return deck.Value is { } made ? new TemplatePreview(null, made, "preview.pptx", DeckWriter.Write(made, fonts)) : deck.Refusal!;
        }

        var paper = template.Kind switch
        {
            TemplateKind.Project => await OfProject(db, figures, template, cancel),
            TemplateKind.Unit => figures.Units.MaxBy(unit => unit.Projects) is { } unit ? ComposeCircular.Brief(BriefFigures.OfUnit(figures, unit.Unit)!, template) : CircularRefusals.NotMade,
            _ => ComposeCircular.Run(figures, template, null),
        };
        return paper.Value is { } written ? new TemplatePreview(written, null, "preview.docx", WordWriter.Write(written, fonts)) : paper.Refusal!;
    }

    private static async Task<Outcome<Paper>> OfProject(SaimaDb db, EditionFigures figures, ShelvedTemplate template, CancellationToken cancel)
    {
        if (figures.Rows.OrderByDescending(row => row.Flag is Engines.Scoring.Flag.Snail or Engines.Scoring.Flag.Yellow).FirstOrDefault() is not { } row)
        {
            return CircularRefusals.NotMade;
        }

        return ComposeCircular.Brief((await BriefFigures.OfProjects(db, figures, [row.Project], cancel))[0], template);
    }
}
