namespace Saima.Modules.Notices;

/// <summary>Addresses of the inbox.</summary>
public static class NoticesLinks
{
    public const string Inbox = "/inbox";

    public static string Feed(string secret) => $"/calendar/{secret}.ics";
}
