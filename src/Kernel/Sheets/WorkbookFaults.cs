using Saima.Kernel.Refusals;

namespace Saima.Kernel.Sheets;

/// <summary>Every way a workbook is refused.</summary>
internal static class WorkbookFaults
{
    public static UnreadableFile NotAWorkbook(string file) => Of(
        "NOT_A_WORKBOOK", file, null, null, new("不是完整的 .xlsx 工作簿。", "This is not a complete .xlsx workbook."), new("用 Excel 或 WPS 打开，另存为 .xlsx。", "Open it in Excel or WPS and save it as .xlsx."));

    public static UnreadableFile BadXml(string file, string? sheet, long? row) => Of(
        "WORKBOOK_DAMAGED", file, sheet, row, new("工作簿的内容已损坏，读不下去。", "The workbook's content is damaged and cannot be read on."), new("用 Excel 或 WPS 修复后另存。", "Repair it in Excel or WPS and save it again."));

    public static UnreadableFile TooLarge(string file, string? sheet) => Of(
        "WORKBOOK_TOO_LARGE", file, sheet, null, new("工作簿的单元格或文字太多。", "The workbook has too many cells or too much text."), new("改用 CSV 数据包。", "Use a package of CSV files."));

    private static UnreadableFile Of(string code, string file, string? sheet, long? row, Phrase message, Phrase remedy) =>
        new(new Problem(Severity.Error, code, file, sheet, row, null, null, message, remedy));
}
