using Saima.Kernel.Refusals;

namespace Saima.Ui.Flags;

/// <summary>The flags in the codes of the files, in the order they are shown.</summary>
public static class FlagWords
{
    public static IReadOnlyList<string> Codes { get; } = ["red", "yellow", "snail", "none", "exempt"];

    public static Phrase Of(string code) => code switch
    {
        "red" => new("红旗", "Red flag"),
        "yellow" => new("黄旗", "Yellow flag"),
        "snail" => new("蜗牛", "Snail"),
        "exempt" => new("免评", "Exempt"),
        _ => new("正常", "On course"),
    };
}
