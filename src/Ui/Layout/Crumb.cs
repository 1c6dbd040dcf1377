namespace Saima.Ui.Layout;

/// <summary>A step of the path to a page; the last has no address.</summary>
public sealed record Crumb(string Title, string? Href = null);
