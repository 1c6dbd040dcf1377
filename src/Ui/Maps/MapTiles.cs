using System.Text.RegularExpressions;

namespace Saima.Ui.Maps;

/// <summary>天地图: the official base map, if the operator has a key for it. Only pages with a map may fetch its tiles; without a key there is only our own backdrop.</summary>
/// <param name="Key">Of <c>SAIMA_TIANDITU_KEY</c>.</param>
/// <param name="Approval">审图号, of <c>SAIMA_MAP_APPROVAL</c>; empty where nobody said it.</param>
public sealed partial record MapTiles(string? Key, string? Approval)
{
    public static MapTiles None { get; } = new(null, null);

    /// <summary>Hosts of the tiles, as a content security policy names them.</summary>
    public string Hosts => Key is null ? "" : string.Concat(Enumerable.Range(0, 8).Select(number => $" https://t{number}.tianditu.gov.cn"));

    /// <summary>A key that does not look like one is as if there were none.</summary>
    public static MapTiles Of(string? key, string? approval) =>
        key is not null && Shape().IsMatch(key) ? new(key, string.IsNullOrWhiteSpace(approval) ? null : approval.Trim()) : None;

    [GeneratedRegex("^[0-9A-Za-z]{8,64}$")]
    private static partial Regex Shape();
}

/// <summary>A page with a map: where there is a key, its browser may fetch tiles.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MappedAttribute : Attribute;
