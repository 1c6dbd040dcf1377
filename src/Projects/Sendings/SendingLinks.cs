namespace Saima.Projects.Sendings;

/// <summary>Addresses that a device sends to, and the page that shows what waits there.</summary>
public static class SendingLinks
{
    public const string Phone = "/reports/phone";

    /// <summary>The script that keeps pages on the device.</summary>
    public const string Worker = "/reports/worker.js";

    public const string Token = "/reports/sending/token.json";

    public const string Report = "/reports/sending/report";

    public const string Photo = "/reports/sending/photo";

    public const string Manifest = "/_content/Saima.Projects/offline/saima.webmanifest";
}
