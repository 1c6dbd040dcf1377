namespace Saima.Modules.Notices.Channels;

/// <summary>邮箱: where somebody is written to, once they have opened the link that was sent there. The text is encrypted with the keys in the data folder, and erased when it ends.</summary>
public sealed class MailAddress
{
    public Guid Id { get; set; }

    public required string Person { get; set; }

    /// <summary>Encrypted; empty once it has ended.</summary>
    public required string Sealed { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>a***@example.cn: enough to know one's own again.</summary>
    public static string Mask(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at < 1 ? "***" : $"{address[0]}***{address[at..]}";
    }
}
