using System.Globalization;
using System.Text.RegularExpressions;
using Saima.Engines.Scoring;

namespace Saima.Projects.Imports;

/// <summary>Reads one cell as its type and gives it in one form: dates ISO, numbers invariant, money whole 元, flags true or false.</summary>
internal sealed partial class CellText
{
    private static readonly string[] SafeDates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm"];
    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月", "yyyyMM"];
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "y", "si", "sí", "1", "是", "√", "✓", "✔", "已核验", "已核实", "已审核", "通过" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "false", "no", "n", "0", "否", "×", "✗", "未核验", "未核实", "未审核", "未通过" };

    private readonly ColumnMapping column;
    private readonly HashSet<string> nulls;
    private readonly string[] dates;
    private readonly NumberWriting numbers;
    private readonly long yuan;
    private readonly Rounding rounding;
    private readonly bool workbook;

    public CellText(Mapping mapping, ColumnMapping column, bool workbook)
    {
        this.column = column;
        this.workbook = workbook;
        nulls = new HashSet<string>(mapping.Nulls.Concat(column.Nulls).Select(word => word.Trim()), StringComparer.OrdinalIgnoreCase);
        dates = [.. column.Dates, .. mapping.Dates, .. SafeDates];
        numbers = mapping.Numbers;
        yuan = column.Unit is { } own && own != mapping.Money.Unit ? MoneyUnits.Yuan(own) ?? 1 : mapping.Money.Yuan ?? MoneyUnits.Yuan(mapping.Money.Unit) ?? 1;
        rounding = mapping.Money.Rounding;
    }

    /// <summary>How many amounts were rounded to 1 元.</summary>
    public long Rounded { get; private set; }

    /// <summary>How many cells held a word for "unknown".</summary>
    public long NullWords { get; private set; }

    /// <param name="raw">The cell.</param>
    /// <param name="value">The value; null is unknown.</param>
    /// <returns>Code of the fault, or null.</returns>
    public string? Read(string? raw, out string? value)
    {
        value = null;
        var text = raw is null ? "" : HeaderText.Tidy(raw);
        if (text.Length == 0)
        {
            return null;
        }

        if (nulls.Contains(text))
        {
            NullWords++;
            return null;
        }

        if (column.Type != ColumnType.Text && !System.Text.Ascii.IsValid(text))
        {
            text = text.Normalize(System.Text.NormalizationForm.FormKC);
        }

        return column.Type switch
        {
            ColumnType.Text => Keep(text, out value),
            ColumnType.Date => Date(text, out value) ? null : "BAD_DATE",
            ColumnType.Month => Month(text, out value) ? null : "BAD_MONTH",
            ColumnType.Number => Number(text, out var number) ? Keep(number.ToString(CultureInfo.InvariantCulture), out value) : "BAD_NUMBER",
            ColumnType.Percent => Percent(text, out var share) ? Keep(share.ToString(CultureInfo.InvariantCulture), out value) : "BAD_NUMBER",
            ColumnType.Money => Money(text, out value),
            _ => Yes.Contains(text) ? Keep("true", out value) : No.Contains(text) ? Keep("false", out value) : "BAD_FLAG",
        };
    }

    private static string? Keep(string text, out string? value)
    {
        value = text;
        return null;
    }

    private bool Date(string text, out string? value)
    {
        value = null;
        if (!DateOnly.TryParseExact(text, dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            if (!DateTime.TryParseExact(text, dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment))
            {
                // A workbook's date without a date format is its serial number: days after 1899-12-30.
                if (!workbook || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial < 18_264 || serial > 73_415)
                {
                    return false;
                }

                moment = new DateTime(1899, 12, 30).AddDays((double)decimal.Truncate(serial));
            }

            date = DateOnly.FromDateTime(moment);
        }

        value = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.Year is >= 1950 and <= 2100;
    }

    private bool Month(string text, out string? value)
    {
        value = null;
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1950 and <= 2100)
        {
            value = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            return true;
        }

        var isDate = Date(text, out var date);
        value = date?[..7];
        return isDate;
    }

    private bool Percent(string text, out decimal share)
    {
        if (!text.EndsWith('%') && !text.EndsWith('％'))
        {
            return Number(text, out share);
        }

        var read = Number(text[..^1].TrimEnd(), out share);
        share /= 100;
        return read;
    }

    private string? Money(string text, out string? value)
    {
        value = null;
        if (!Number(text, out var amount) || Math.Abs(amount) > 1_000_000_000_000_000_000m)
        {
            return "BAD_NUMBER";
        }

        var exact = amount * yuan;
        var whole = Math.Round(exact, 0, MidpointRounding.AwayFromZero);
        if (Math.Abs(whole) > RoundFacts.LargestAmount)
        {
            return "ABSURD_AMOUNT";
        }

        if (whole != exact)
        {
            if (rounding == Rounding.Exact)
            {
                return "FRACTION_OF_YUAN";
            }

            Rounded++;
        }

        value = ((long)whole).ToString(CultureInfo.InvariantCulture);
        return null;
    }

    private bool Number(string text, out decimal number)
    {
        if (workbook && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            // A workbook keeps binary numbers and shows 15 digits of them; what lies behind is noise.
            number = Significant(number);
            return true;
        }

        number = 0;
        var bare = text.Replace(" ", "", StringComparison.Ordinal).TrimStart('$', '¥', '￥');
        if (numbers.Thousands.Length > 0 && bare.Contains(numbers.Thousands, StringComparison.Ordinal))
        {
            var whole = bare.Split(numbers.Decimal, 2)[0].TrimStart('-', '+');
            var groups = whole.Split(numbers.Thousands);
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
            {
                return false;
            }

            bare = bare.Replace(numbers.Thousands, "", StringComparison.Ordinal);
        }

        bare = numbers.Decimal == "." ? bare : bare.Replace(numbers.Decimal, ".", StringComparison.Ordinal);
        return PlainNumber().IsMatch(bare) && decimal.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static decimal Significant(decimal number)
    {
        var size = Math.Abs(number);
        var before = size < 1 ? 0 : ((long)Math.Min(size, long.MaxValue)).ToString(CultureInfo.InvariantCulture).Length;
        return before >= 15 ? number : Math.Round(number, 15 - before, MidpointRounding.ToEven);
    }

    [GeneratedRegex(@"^[-+]?[0-9]{1,20}(\.[0-9]{1,20})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
