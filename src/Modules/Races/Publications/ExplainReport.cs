using System.Globalization;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Publications;

/// <summary>What the explanation of a project looks like.</summary>
internal static class ExplainReport
{
    public static void Print(RaceConsole console, ProjectExplained project)
    {
        var explanation = project.Explanation;
        if (console.ForPrograms)
        {
            console.Write(Program(project));
            return;
        }

        var manifest = project.Round.Built.Manifest;
        FormattableString zh = $"{manifest.Season} 年第 {manifest.Round} 轮（截至 {manifest.CutOff:yyyy-MM-dd}，规则集 {manifest.RuleSetCode}）";
        FormattableString en = $"Round {manifest.Round} of {manifest.Season} (cut-off {manifest.CutOff:yyyy-MM-dd}, rule set {manifest.RuleSetCode})";
        console.Line($"{project.Project} {project.Name}　{project.UnitName}（{project.Unit}）");
        console.Line(console.In(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture)));
        var lane = console.In(project.Rules.Lanes[explanation.Lane].Title);
        var flag = console.In(ResultText.Name(explanation.Flag));
        var (rank, score) = (ResultText.Rank(project.Settlement.Rank[project.At]), ResultText.TwoDecimals(explanation.Score));
        console.Line(console.In($"赛道 {lane}，旗 {flag}，得分 {score}，名次 {rank}", $"Lane {lane}, flag {flag}, score {score}, rank {rank}"));
        Metrics(console, project);
        Lanes(console, project);
        Rows(console, project);
        Measures(console, project);
    }

    private static void Metrics(RaceConsole console, ProjectExplained project)
    {
        var metrics = project.Metrics;
        console.Table(
            console.In("指标", "Metrics"), [console.In("指标", "metric"), "#" + console.In("值", "value"), console.In("精确值", "exact")],
            RaceExplanation.Values(metrics).Select(value => (IReadOnlyList<string>)[console.In(ResultText.Name(value.Metric)), value.Text ?? "—", value.Exact == value.Text ? "" : value.Exact ?? ""]));
        console.Table(
            console.In("状态", "States"), [console.In("状态", "state"), console.In("是否", "holds")],
            Enum.GetValues<State>().Select(state => (IReadOnlyList<string>)[console.In(ResultText.Name(state)), Yes(console, metrics.States.Contains(state))])
                .Append([console.In("项目类别", "class"), console.In(ResultText.Name(metrics.Class))])
                .Append([console.In("本轮核查", "findings of the round"), metrics.Findings.Count == 0 ? "—" : string.Join(' ', metrics.Findings)])
                .Append([console.In("上轮旗", "previous flag"), metrics.PreviousFlag is { } flag ? console.In(ResultText.Name(flag)) : "—"])
                .Append([console.In("上轮原因", "previous reasons"), metrics.PreviousReasons.Count == 0 ? "—" : string.Join(' ', metrics.PreviousReasons)])
                .Append([console.In("上轮 D", "previous D"), ResultText.TwoDecimals(metrics.PreviousDeviation)])
                .Append([console.In("上轮 SLIP", "previous SLIP"), metrics.PreviousSlip is { } slip ? ResultText.Whole(slip) : "—"]));
    }

    private static void Lanes(RaceConsole console, ProjectExplained project) =>
        console.Table(
            console.In("赛道：取第一个成立的", "Lane: the first that holds"), [console.In("赛道", "lane"), console.In("成立", "holds"), console.In("条件", "condition")],
            project.Explanation.LaneChoices.Select(choice => (IReadOnlyList<string>)
                [console.In(project.Rules.Lanes[choice.Lane].Title), Yes(console, choice.Holds), choice.When is null ? console.In("其余", "otherwise") : ConditionText.Of(console, choice.When)]));

    private static void Rows(RaceConsole console, ProjectExplained project) =>
        console.Table(
            console.In("旗：取第一个成立的", "Flag: the first that holds"),
            [console.In("旗", "flag"), console.In("原因", "reason"), console.In("成立", "holds"), console.In("列出", "listed"), console.In("条件", "condition")],
            project.Explanation.Rows.Select(row => (IReadOnlyList<string>)
            [
                console.In(ResultText.Name(row.Flag)) + (row.Decides ? console.In("（定旗）", " (decides)") : ""), $"{row.Code} {console.In(row.Title)}",
                Yes(console, row.Holds), Yes(console, row.Listed), ConditionText.Of(console, row.When),
            ]));

    private static void Measures(RaceConsole console, ProjectExplained project)
    {
        console.Table(
            console.In("得分：各项分 × 权重之和 ÷ 有分各项的权重之和", "Score: Σ weight × points ÷ Σ weight over the defined measures"),
            [console.In("项", "measure"), "#" + console.In("权重", "weight"), "#" + console.In("分", "points"), "#" + console.In("贡献", "contribution"), console.In("怎么来的", "how")],
            project.Explanation.Measures.Select(measure => (IReadOnlyList<string>)
            [
                console.In(measure.Title), ResultText.Whole(measure.Weight), Millionths(measure.Points), Millionths(measure.Contribution), ConditionText.How(console, measure),
            ]));
        console.Line(console.In($"权重合计 {project.Explanation.Weights}，得分 {Millionths(project.Explanation.Score)}", $"Weights {project.Explanation.Weights}, score {Millionths(project.Explanation.Score)}"));
    }

    private static object Program(ProjectExplained project) => new
    {
        project.Project,
        project.Name,
        project.Unit,
        project.UnitName,
        Lane = project.Rules.Lanes[project.Explanation.Lane].Code,
        project.Explanation.Flag,
        Reasons = project.Explanation.Rows.Where(row => row.Listed).Select(row => row.Code),
        Rank = project.Settlement.Rank[project.At] is > 0 and var rank ? rank : (int?)null,
        ScoreMillionths = project.Explanation.Score,
        project.Explanation.Weights,
        Metrics = RaceExplanation.Values(project.Metrics),
        project.Metrics.States,
        project.Metrics.Class,
        project.Metrics.Findings,
        project.Metrics.PreviousFlag,
        project.Metrics.PreviousReasons,
        PreviousDeviationMillionths = project.Metrics.PreviousDeviation,
        project.Metrics.PreviousSlip,
        project.Explanation.LaneChoices,
        FlagRows = project.Explanation.Rows,
        project.Explanation.Measures,
        project.Round.Built.Manifest.Season,
        project.Round.Built.Manifest.Round,
        project.Round.Built.Manifest.CutOff,
        project.Round.Built.Manifest.Deadline,
        project.Round.Built.Manifest.RuleSetCode,
        project.Round.Built.Manifest.RuleSetHash,
    };

    internal static string Millionths(long? value) =>
        value is { } known ? (known / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture) : "—";

    private static string Yes(RaceConsole console, bool holds) => holds ? console.In("是", "yes") : console.In("否", "no");
}
