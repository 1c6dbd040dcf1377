using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>The sentences for cells that cannot be read.</summary>
internal static class Faults
{
    public static Phrase Message(string fault, string? raw, ColumnMapping column)
    {
        var shown = HeaderText.Tidy(raw ?? "");
        shown = shown.Length > 40 ? shown[..39] + "…" : shown;
        return fault switch
        {
            "BAD_DATE" => new($"“{shown}”不是日期。", $"“{shown}” is not a date."),
            "BAD_MONTH" => new($"“{shown}”不是月份。", $"“{shown}” is not a month."),
            "BAD_FLAG" => new($"“{shown}”不是“是/否”。", $"“{shown}” is neither yes nor no."),
            "FRACTION_OF_YUAN" => new($"“{shown}”换算后不是整元。", $"“{shown}” does not come out as whole 元."),
            "ABSURD_AMOUNT" => new($"金额“{shown}”大得不合理。", $"The amount “{shown}” is absurdly large."),
            _ when column.Type == ColumnType.Money => new($"“{shown}”不是金额。", $"“{shown}” is not an amount."),
            _ => new($"“{shown}”不是数字。", $"“{shown}” is not a number."),
        };
    }

    public static Phrase Remedy(string fault, Mapping mapping) => fault switch
    {
        "BAD_DATE" => new("写成 2023-04-05 这样的日期；若整列都是别的写法，在映射的 dates 里说明。", "Write it like 2023-04-05; if the whole column is written otherwise, say so under dates in the mapping."),
        "BAD_MONTH" => new("写成 2023-04。", "Write it like 2023-04."),
        "BAD_FLAG" => new("填“是”或“否”。", "Write 是 or 否."),
        "FRACTION_OF_YUAN" => new($"检查单位是否为{mapping.Money.Unit}；确需取整时在映射中写 rounding: half。", $"Check that the unit is {mapping.Money.Unit}; if rounding is meant, write rounding: half in the mapping."),
        "ABSURD_AMOUNT" => new($"检查单位是否为{mapping.Money.Unit}。", $"Check that the unit is {mapping.Money.Unit}."),
        _ => new("改成数字；表示“未知”的词在映射的 nulls 里说明。", "Make it a number; words that mean unknown are listed under nulls in the mapping."),
    };
}
