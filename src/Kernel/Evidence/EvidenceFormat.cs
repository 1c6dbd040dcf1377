namespace Saima.Kernel.Evidence;

/// <summary>What a piece of evidence may be, told by its content.</summary>
/// <param name="Endings">Endings of file names it may come with, the usual one first.</param>
public sealed record EvidenceFormat(string Name, string MediaType, bool IsPhoto, IReadOnlyList<string> Endings)
{
    public static EvidenceFormat Jpeg { get; } = new("JPEG", "image/jpeg", true, [".jpg", ".jpeg", ".jpe", ".jfif"]);

    public static EvidenceFormat Png { get; } = new("PNG", "image/png", true, [".png"]);

    public static EvidenceFormat Webp { get; } = new("WebP", "image/webp", true, [".webp"]);

    public static EvidenceFormat Pdf { get; } = new("PDF", "application/pdf", false, [".pdf"]);

    public static EvidenceFormat Word { get; } = new(
        "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, [".docx"]);

    public static EvidenceFormat Workbook { get; } = new(
        "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, [".xlsx"]);

    public static EvidenceFormat Slides { get; } = new(
        "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", false, [".pptx"]);

    public static IReadOnlyList<EvidenceFormat> All { get; } = [Jpeg, Png, Webp, Pdf, Word, Workbook, Slides];

    public static EvidenceFormat? OfEnding(string name)
    {
        var ending = Path.GetExtension(name);
        return All.FirstOrDefault(format => format.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase));
    }
}
