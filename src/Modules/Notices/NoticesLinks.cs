using System.Globalization;

namespace Saima.Modules.Notices;

/// <summary>Addresses of the inbox.</summary>
public static class NoticesLinks
{
    public const string Inbox = "/inbox";

    public const string Settings = "/inbox/settings";

    public const string Deliveries = "/notices/deliveries";

    public const string Workbook = "/notices/deliveries.xlsx";

    public const string Robots = "/notices/robots";

    public static string Feed(string secret) => $"/calendar/{secret}.ics";

    public static string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"{Inbox}?page={number}#reminders");

    public static string Sent(int number) => string.Create(CultureInfo.InvariantCulture, $"{Settings}?page={number}#sent");

    public static string Confirm(string token) => $"/inbox/confirm/{token}";

    public static string Stop(string token) => $"/notices/stop/{token}";
}
