namespace Saima.Kernel.Evidence;

/// <summary>Where a content lies in its folder or bucket: only a hash leads to one, never a name from outside.</summary>
public static class ContentKey
{
    private const string OfPicture = ".webp";

    /// <returns>Nothing where it is no hash.</returns>
    public static string? Of(string? hash) => IsHash(hash) ? $"{hash![..2]}/{hash[2..]}" : null;

    public static string? OfThumbnail(string? hash) => Of(hash) is { } key ? key + OfPicture : null;

    /// <summary>The hash the content of the key must have; nothing for a thumbnail and for whatever else lies there.</summary>
    public static string? HashOf(string key) => key is { Length: 65 } && key[2] == '/' && key[..2] + key[3..] is var hash && IsHash(hash) ? hash : null;

    public static bool IsThumbnail(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.EndsWith(OfPicture, StringComparison.Ordinal) && HashOf(key[..^OfPicture.Length]) is not null;
    }

    private static bool IsHash(string? hash) => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower);
}
