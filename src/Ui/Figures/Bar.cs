namespace Saima.Ui.Figures;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Parts">Flag codes and their counts, from left to right.</param>
/// <param name="Href">Where it leads.</param>
public sealed record Bar(string Label, IReadOnlyList<(string Code, int Count)> Parts, string? Href = null)
{
    public int Total => Parts.Sum(part => part.Count);
}
