namespace Saima.Projects.Imports;

/// <summary>The units of money whose worth in 元 needs no declaration.</summary>
internal static class MoneyUnits
{
    public static long? Yuan(string unit) => unit switch
    {
        "元" => 1,
        "千元" => 1_000,
        "万元" => 10_000,
        "百万元" => 1_000_000,
        "亿元" => 100_000_000,
        _ => null,
    };
}
