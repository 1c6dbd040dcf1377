using System.Globalization;

namespace Saima.Projects.Imports;

/// <summary>Made rows in the words of the data package: money as 万元 without trailing zeros, unknown as empty.</summary>
public static class PackageText
{
    private const int YuanPerWan = 10_000;

    /// <summary>Values of a row in the order of <see cref="MadeTable.Columns"/>.</summary>
    public static string[] Of(MadeTable table, MadeRow row)
    {
        var texts = new string[table.Fields.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var field = table.Fields[i];
            texts[i] = row[field.Name] is not { } value ? "" : field.Type == ColumnType.Money ? Wan(value) : value;
        }

        return texts;
    }

    private static string Wan(string yuan) => decimal.TryParse(yuan, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        ? (amount / YuanPerWan).ToString("0.####", CultureInfo.InvariantCulture)
        : yuan;
}
