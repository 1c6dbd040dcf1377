using System.Globalization;
using System.IO.Compression;

namespace Saima.Bench;

/// <summary>A district's own register of invented projects as an .xlsx file: a title, a day, a header, a row per project with its months in columns.</summary>
internal static class DistrictWorkbook
{
    public const int Rows = 100_000;
    private const int Months = 4;

    private static readonly string[] Headings =
    [
        "序号", "项目编号", "项目名称", "建设阶段", "责任单位", "属地", "总投资（万元）", "年度计划投资（万元）", "月度计划 / 1月", "月度计划 / 2月", "月度计划 / 3月", "月度计划 / 4月",
        "本月完成", "自年初累计", "形象进度", "是否核验", "开工 / 计划", "开工 / 实际", "入库时间",
    ];

    public static void Write(string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"重大项目\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
        Part(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        using var sheet = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Row(sheet, 1, [Text("示例区2023年4月重大项目台账")]);
        Row(sheet, 2, [Text("填报日期：2023-05-04 单位：万元")]);
        Row(sheet, 3, Headings.Select(Text));
        for (var number = 1; number <= Rows; number++)
        {
            Row(sheet, number + 3, Project(number));
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static IEnumerable<string> Project(int number)
    {
        var month = (number % 97) + 1;
        var plans = Enumerable.Repeat(Number(month), Months);
        return
        [
            Number(number), Text(string.Create(CultureInfo.InvariantCulture, $"示{number:D6}")), Text(string.Create(CultureInfo.InvariantCulture, $"示例项目{number}号厂房")),
            Text(number % 3 == 0 ? "续建" : "新开工"), Text(string.Create(CultureInfo.InvariantCulture, $"示例{number % 20}镇")), Text(string.Create(CultureInfo.InvariantCulture, $"示例{number % 20}镇")),
            Number(number + 0.5), Number(12 * month), .. plans, Number(month), Number(Months * month), Text("主体结构施工"), Text(number % 9 == 0 ? "否" : "是"),
            Date(44927 + (number % 90)), Date(44930 + (number % 90)), Date(44940 + (number % 90)),
        ];
    }

    private static void Row(StreamWriter sheet, int number, IEnumerable<string> cells)
    {
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        var column = 'A';
        foreach (var cell in cells)
        {
            sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column++}{number}\"{cell}</c>"));
        }

        sheet.Write("</row>");
    }

    private static string Text(string text) => $" t=\"inlineStr\"><is><t>{text}</t></is>";

    private static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"><v>{value}</v>");

    private static string Date(int serial) => string.Create(CultureInfo.InvariantCulture, $" s=\"1\"><v>{serial}</v>");

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }
}
