using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Publications;

/// <summary>A condition and what the project holds against it, as a sentence.</summary>
internal static class ConditionText
{
    public static string Of(RaceConsole console, ExplainedCondition condition) =>
        condition.Kind is "all" or "any" ? Inner(console, condition)[1..^1] : Inner(console, condition);

    private static string Inner(RaceConsole console, ExplainedCondition condition)
    {
        var name = condition.Name ?? "";
        return condition.Kind switch
        {
            "all" => Parts(console, condition, console.In(" 且 ", " and ")),
            "any" => Parts(console, condition, console.In(" 或 ", " or ")),
            "not" => console.In("非 ", "not ") + Inner(console, condition.Parts![0]),
            "within" => Within(console, condition),
            "defined" => console.In($"{Metric(console, condition.Value!)} 有定义", $"{Metric(console, condition.Value!)} is defined") + Mark(condition),
            "is" => console.In(ResultText.Name(condition.State!.Value)) + Mark(condition),
            "class" => console.In("类别为", "class ") + console.In(ResultText.Name(condition.Class!.Value)) + Mark(condition),
            "previousFlag" => console.In("上轮为", "previous flag ") + console.In(ResultText.Name(condition.Flag!.Value)) + Mark(condition),
            "previousReason" => console.In($"上轮有原因 {name}", $"previous reason {name}") + Mark(condition),
            "wouldBe" => console.In("本轮本应为", "this round would be ") + console.In(ResultText.Name(condition.Flag!.Value)) + Mark(condition),
            _ => console.In($"本轮核查有 {name}", $"finding {name} in the round") + Mark(condition),
        };
    }

    /// <summary>How the points of a measure came about.</summary>
    public static string How(RaceConsole console, ExplainedMeasure measure)
    {
        if (measure.Case is not { } taken)
        {
            return console.In("没有成立的情形，无分", "no case holds: undefined");
        }

        var when = measure.Cases[taken] is { } condition ? Of(console, condition) + " → " : "";
        var corners = measure.Corners.Count < 2
            ? ""
            : console.In(" 折线 ", " curve ") + string.Join(' ', measure.Corners.Select(corner => $"({ExplainReport.Millionths(corner.X)},{ExplainReport.Millionths(corner.Y)})"));
        var how = measure.Value is { } value
            ? $"{Metric(console, value)} = {value.Text ?? "—"}{corners}"
            : measure.Points is null ? console.In("无分", "undefined") : console.In("定值", "constant");
        return when + how;
    }

    private static string Parts(RaceConsole console, ExplainedCondition condition, string between) =>
        "(" + string.Join(between, condition.Parts!.Select(part => Inner(console, part))) + ")";

    private static string Within(RaceConsole console, ExplainedCondition condition)
    {
        if (condition is { Lower: { Inclusive: true } only, Upper: { Inclusive: true } } && only == condition.Upper)
        {
            return $"{Metric(console, condition.Value!)} = {ExplainReport.Millionths(only.Value)} [{condition.Value!.Text ?? "—"}]{Mark(condition)}";
        }

        var lower = condition.Lower is { } low ? ExplainReport.Millionths(low.Value) + (low.Inclusive ? " ≤ " : " < ") : "";
        var upper = condition.Upper is { } high ? (high.Inclusive ? " ≤ " : " < ") + ExplainReport.Millionths(high.Value) : "";
        return $"{lower}{Metric(console, condition.Value!)}{upper} [{condition.Value!.Text ?? "—"}]{Mark(condition)}";
    }

    private static string Metric(RaceConsole console, ExplainedValue value) => console.In(ResultText.Name(value.Metric));

    private static string Mark(ExplainedCondition condition) => condition.Holds ? " ✓" : " ✗";
}
