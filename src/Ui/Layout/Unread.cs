using Microsoft.AspNetCore.Http;

namespace Saima.Ui.Layout;

/// <summary>How many reminders somebody has not read, for the bell in the head of every page.</summary>
public static class Unread
{
    private static readonly object Key = new();

    public static int Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[Key] as int? ?? 0;
    }

    public static void Tell(HttpContext http, int count)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Items[Key] = count;
    }
}
