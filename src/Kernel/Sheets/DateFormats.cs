namespace Saima.Kernel.Sheets;

/// <summary>Which number formats show a number as a date.</summary>
internal static class DateFormats
{
    public static bool IsBuiltInDate(string id) =>
        int.TryParse(id, out var number) && number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A year or a day outside quotes and brackets; an <c>m</c> alone may be minutes.</summary>
    public static bool IsDate(string code)
    {
        var (quoted, bracket) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '\\')
            {
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '[' or ']')
            {
                bracket = c == '[';
            }
            else if (!quoted && !bracket && c is 'y' or 'Y' or 'd' or 'D' or 'e')
            {
                return c != 'e' || !code.Contains("e+", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    /// <summary>ISO text of a serial day, or nothing where it is no day of the calendar.</summary>
    public static string? Iso(double serial, bool from1904)
    {
        // The 1900 calendar of spreadsheets has a 29 February 1900, day 60.
        var days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        if (!(days is >= 1 and < 2958466))
        {
            return null;
        }

        var date = new DateTime(1899, 12, 30).AddSeconds(Math.Round(days * 86400));
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
    }
}
