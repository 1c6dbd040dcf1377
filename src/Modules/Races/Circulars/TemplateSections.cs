using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Circulars;

/// <param name="Lines">How many lines its field has in the editor.</param>
public sealed record TemplateSection(string Name, Phrase Label, int Lines);

/// <summary>The sections each kind of template has.</summary>
public static class TemplateSections
{
    public const string Masthead = "masthead";
    public const string Title = "title";
    public const string Addressee = "addressee";
    public const string Text = "text";
    public const string Annexes = "annexes";
    public const string Signature = "signature";
    public const string Copied = "copied";
    public const string Office = "office";

    private static readonly TemplateSection TitleSection = new(Title, new("标题", "Title"), 2);

    public static IReadOnlyList<TemplateSection> Of(TemplateKind kind) => kind switch
    {
        TemplateKind.Circular =>
        [
            new(Masthead, new("发文机关标志", "Masthead"), 1), TitleSection, new(Addressee, new("主送机关", "Addressees"), 2), new(Text, new("正文", "Text"), 26),
            new(Annexes, new("附件", "Annexes"), 8), new(Signature, new("发文机关署名", "Signature"), 1), new(Copied, new("抄送机关", "Copied to"), 2), new(Office, new("印发机关", "Printed by"), 1),
        ],
        TemplateKind.Deck => [TitleSection, new("subtitle", new("封面说明", "Below the title"), 2), new(Text, new("各页", "Pages"), 26)],
        _ => [TitleSection, new(Text, new("正文", "Text"), 22)],
    };

    public static string Code(TemplateKind kind) => kind.ToString().ToLowerInvariant();

    public static TemplateKind? Find(string? code) => Enum.GetValues<TemplateKind>().Cast<TemplateKind?>().FirstOrDefault(kind => Code(kind!.Value) == code);
}
