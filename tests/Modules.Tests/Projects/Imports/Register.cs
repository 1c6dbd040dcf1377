using Saima.Projects.Imports;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

/// <summary>An invented register as districts keep it: a title, notes, a header of two rows, a subtotal and a closing note.</summary>
internal static class Register
{
    public const string Title = "示例区2023年4月重大项目台账";

    public static string[] Head { get; } =
    [
        Title,
        "填报日期：2023-05-04 单位：万元",
        "序号|项目编号|项目名称|项目代碼|建设阶段|责任单位|属地|总投资（万元）|年度计划投资\n(万元)|月度计划投资||||本月完成|自年初累计|形象进度|是否核验|开工||入库时间|节点计划|||备注",
        "|||||||||1月|2月|3月|4月|||||计划|实际||节点|计划完成|实际完成|",
    ];

    public static string[] Body { get; } =
    [
        "1|示1|示例甲厂房||新开工|示例街道|示例街道|12,000.5|3000|100|200|300|400|410|1010|主体施工|是|2023年2月1日|2023.2.10|2023-02-20|主体结顶|2023-09-30||",
        "2|示2|示例乙道路||续建|示例镇|示例镇|８０００|1500|50|50|-|150|150|250|路基|否|2022-03-01|2022-03-05|2022-03-31|||| ",
        "小计|||||||20000.5|4500||||||||||||||||",
        "3|示3|示例丙园区||预备（前期）|示例管委会|示例镇|600|0|||||||||||||||",
        "注：以上数据均为示例。",
    ];

    public static SourceSheet Sheet(params string[] more) => Sheets.Of("重大项目", [.. Head, .. Body[..^1], .. more, Body[^1]]);

    public static Mapping Mapping() => MappingFile.Parse(File.ReadAllText(Checkout.Sample("district-register.json")), "district-register.json").Value!;

    public static Reading Read(SourceSheet sheet) => ReadSpreadsheet.Run([sheet], Mapping(), null, null, TestContext.Current.CancellationToken);
}
