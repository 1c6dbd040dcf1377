using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>What is said of a faulty cell.</summary>
internal static class CellFaults
{
    public static string CodeOf(CellKind kind) => kind switch
    {
        CellKind.Project => "UNKNOWN_PROJECT",
        CellKind.Unit => "UNKNOWN_UNIT",
        CellKind.Month => "BAD_MONTH",
        CellKind.Text => "BAD_TEXT",
        _ => "BAD_WORD",
    };

    public static (Phrase Message, Phrase Remedy, Severity Severity) Say(string code, PackageColumn? column, int fields) => code switch
    {
        "MISSING_VALUE" => (new("必填项为空。", "A required value is missing."), new("填上这一格。", "Fill in the cell."), Severity.Error),
        "BAD_NUMBER" => (
            new("不是金额。", "This is not an amount."),
            new("写成万元的普通数字，最多四位小数，如 12500.5；不要千分位、单位和科学记数。", "Write 万元 as a plain number with at most four decimals, e.g. 12500.5; no thousands separators, units or exponents."),
            Severity.Error),
        "ABSURD_NUMBER" => (
            new("金额超过 1000 万亿元，不合常理。", "The amount exceeds 1,000 trillion yuan and cannot be right."),
            new("核对单位：金额以万元计。", "Check the unit: amounts are in 万元."), Severity.Error),
        "NEGATIVE_NUMBER" => (new("金额为负。", "The amount is negative."), new("写成零或正数。", "Write zero or a positive number."), Severity.Error),
        "NEGATIVE_CORRECTION" => (
            new("本月完成为负，按更正处理。", "The month's investment is negative and taken as a correction."),
            new("如不是更正，请改正。", "Mend it if it is not a correction."), Severity.Warning),
        "BAD_DATE" => (
            new("不是日期。", "This is not a date."),
            new("写成 2023-04-30 的样子，年份在 1900 与 2199 之间。", "Write it like 2023-04-30, with a year from 1900 to 2199."), Severity.Error),
        "BAD_MONTH" => (new("不是月份。", "This is not a month."), new("写成 2023-04 的样子。", "Write it like 2023-04."), Severity.Error),
        "UNKNOWN_PROJECT" => (
            new("项目表里没有这个项目编号。", "There is no such project in the projects table."),
            new("改成项目表里的编号，或在项目表里补上。", "Use an id of the projects table, or add the project there."), Severity.Error),
        "UNKNOWN_UNIT" => (
            new("单位表里没有这个单位编号。", "There is no such unit in the units table."),
            new("改成单位表里的编号，或在单位表里补上。", "Use a code of the units table, or add the unit there."), Severity.Error),
        "FIELD_COUNT" => (
            new("这一行的列数与表头不同。", "The row has not as many fields as the header."),
            new(
                string.Create(CultureInfo.InvariantCulture, $"应有 {fields} 列；含逗号的内容要加双引号。"),
                string.Create(CultureInfo.InvariantCulture, $"It should have {fields}; put text that contains commas in double quotes.")), Severity.Error),
        "BAD_QUOTES" => (
            new("双引号用法不对。", "The double quotes are not as they should be."),
            new("整格加双引号，格内的双引号写两遍。", "Quote the whole cell and double every quote inside it."), Severity.Error),
        _ => (
            new("不是规定的词。", "This is not one of the words allowed."),
            new("可写：" + Words(column), "Write one of: " + Words(column)), Severity.Error),
    };

    private static string Words(PackageColumn? column) => column?.Words is { } words
        ? string.Join("、", words.Select(word => $"{word.Code}（{word.Zh}）"))
        : "true（是）、false（否）";
}
