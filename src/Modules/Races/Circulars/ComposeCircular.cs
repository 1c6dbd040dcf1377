using Saima.Kernel.Documents;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <summary>What only an issued circular has.</summary>
public sealed record IssuedAs(string Number, DateOnly Day);

/// <summary>Use case: composes the paper of a circular or a brief from kept figures and a template. Nothing is written.</summary>
public static class ComposeCircular
{
    /// <param name="issued">Number and date; nothing for a draft, which says that it is one and bears no seal.</param>
    public static Outcome<Paper> Run(EditionFigures figures, ShelvedTemplate template, IssuedAs? issued)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(template);
        var filled = FillTemplate.Run(TemplateKind.Circular, template.Content, figures);
        if (filled.Value is not { } text)
        {
            return filled.Refusal!;
        }

        PaperTable Table(string name) => PaperTables.Of(TemplateKind.Circular).First(table => table.Name == name).Make(figures);
        var annexes = Annexes(text[TemplateSections.Annexes]).Select(annex => (annex.Title, Blocks: TextBlocks.Read(annex.Text, Table).ToList())).Where(annex => annex.Blocks.Count > 0).ToList();
        var title = text[TemplateSections.Title].Trim();
        var blocks = new List<PaperBlock>
        {
            new Passage(PassageRole.Masthead, text[TemplateSections.Masthead].Trim()),
            new Passage(PassageRole.Number, issued?.Number ?? "（文号待编）"),
            new Passage(PassageRole.Title, title),
        };
        if (text[TemplateSections.Addressee].Trim() is { Length: > 0 } addressee)
        {
            blocks.Add(new Passage(PassageRole.Addressee, addressee));
        }

        blocks.AddRange(TextBlocks.Read(text[TemplateSections.Text], Table));
        if (annexes.Count > 0)
        {
            blocks.Add(new Passage(PassageRole.AnnexNote, Listed([.. annexes.Select(annex => annex.Title)])));
        }

        blocks.Add(new Passage(PassageRole.Signature, text[TemplateSections.Signature].Trim()));
        blocks.Add(new Passage(PassageRole.Date, issued is null ? "（成文日期待定）" : PaperText.Day(issued.Day)));
        foreach (var (annex, at) in annexes.Select((annex, at) => (annex, at)))
        {
            blocks.Add(new Passage(PassageRole.AnnexMark, annexes.Count == 1 ? "附件" : $"附件{PaperText.Count(at + 1)}"));
            blocks.Add(new Passage(PassageRole.AnnexTitle, annex.Title));
            blocks.AddRange(annex.Blocks);
        }

        if (text[TemplateSections.Office].Trim() is { Length: > 0 } office)
        {
            blocks.Add(new Imprint(text[TemplateSections.Copied].Trim(), office, issued is null ? "（印发日期待定）" : $"{PaperText.Day(issued.Day)}印发"));
        }

        return new Paper(title.ReplaceLineEndings(""), blocks, Mark(template, issued is null)) { Author = text[TemplateSections.Signature].Trim() };
    }

    public static Outcome<Paper> Brief(ProjectFigures figures, ShelvedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return OnePage(TemplateKind.Project, figures, figures.Edition, template);
    }

    public static Outcome<Paper> Brief(UnitFigures figures, ShelvedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return OnePage(TemplateKind.Unit, figures, figures.Edition, template);
    }

    /// <summary>What stands at the head of every page.</summary>
    internal static string? Mark(ShelvedTemplate template, bool draft) => (draft, template.IsExample) switch
    {
        (true, true) => "草稿　示例　不得作为公文使用",
        (true, false) => "草稿　不得作为公文使用",
        (false, true) => "示例",
        _ => null,
    };

    private static Outcome<Paper> OnePage(TemplateKind kind, object figures, EditionFigures edition, ShelvedTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var filled = FillTemplate.Run(kind, template.Content, figures);
        if (filled.Value is not { } text)
        {
            return filled.Refusal!;
        }

        var title = text[TemplateSections.Title].Trim();
        var blocks = TextBlocks.Read(text[TemplateSections.Text], name => PaperTables.Of(kind).First(table => table.Name == name).Make(figures)).Prepend(new Passage(PassageRole.Title, title));
        var mark = edition.Head.PublishedAt is null ? "本轮尚未公布　内部资料" : template.IsExample ? "示例" : null;
        return new Paper(title.ReplaceLineEndings(""), [.. blocks], mark) { Layout = PaperLayout.OnePage };
    }

    /// <summary>附件：1.甲 and each further one on a line of its own, below the number of the first.</summary>
    private static string Listed(IReadOnlyList<string> titles) => titles.Count == 1 ? $"附件：{titles[0]}"
        : string.Join('\n', titles.Select((title, at) => $"{(at == 0 ? "附件：" : "　　　　　")}{PaperText.Count(at + 1)}.{title}"));

    /// <summary>Every annex begins with a line 附件：title.</summary>
    private static IEnumerable<(string Title, string Text)> Annexes(string text)
    {
        const string Begin = "附件：";
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].StartsWith(Begin, StringComparison.Ordinal))
            {
                yield return (lines[at][Begin.Length..], string.Join('\n', lines.Skip(at + 1).TakeWhile(line => !line.StartsWith(Begin, StringComparison.Ordinal))));
            }
        }
    }
}
