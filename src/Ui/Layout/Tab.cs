namespace Saima.Ui.Layout;

/// <summary>One of several views of the same thing, each with its address.</summary>
public sealed record Tab(string Title, string Href, bool Current)
{
    public string? Icon { get; init; }

    public int? Count { get; init; }
}
