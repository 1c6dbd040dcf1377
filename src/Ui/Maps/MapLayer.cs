namespace Saima.Ui.Maps;

/// <summary>A layer of the map's backdrop.</summary>
/// <param name="Title">As its control names it.</param>
/// <param name="Href">Its GeoJSON.</param>
public sealed record MapLayer(string Title, string Href);
