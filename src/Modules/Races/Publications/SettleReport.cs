using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Log;

namespace Saima.Modules.Races.Publications;

/// <summary>What a settled round looks like: totals of flags, the top of each lane, the units.</summary>
internal static class SettleReport
{
    private const int Top = 5;

    public static void Print(RaceConsole console, SettledFile settled)
    {
        if (console.ForPrograms)
        {
            console.Write(new
            {
                settled.Out,
                settled.Built.Sha256,
                Manifest = settled.Built.Manifest,
                settled.Warnings,
            });
            return;
        }

        console.Problems(settled.Warnings);
        var manifest = settled.Built.Manifest;
        FormattableString zh = $"{manifest.Season} 年第 {manifest.Round} 轮，截至 {manifest.CutOff:yyyy-MM-dd}，填报截止 {manifest.Deadline:yyyy-MM-dd}，第 {manifest.Edition} 版，规则集 {manifest.RuleSetCode}";
        FormattableString en = $"Round {manifest.Round} of {manifest.Season}, cut-off {manifest.CutOff:yyyy-MM-dd}, input deadline {manifest.Deadline:yyyy-MM-dd}, edition {manifest.Edition}, rule set {manifest.RuleSetCode}";
        console.Line(console.In(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture)));
        console.Line(manifest.Previous is { } previous
            ? console.In("上一轮结果包 ", "Previous bundle ") + previous.Sha256
            : console.In("未给出上一轮结果包", "No previous bundle was given"));
        Flags(console, settled);
        foreach (var lane in Enumerable.Range(0, settled.Order.Rules.Rules.Lanes.Count))
        {
            Lane(console, settled, lane);
        }

        Units(console, settled);
        console.Line(console.In($"已写出 {settled.Out}", $"Written: {settled.Out}"));
        console.Line($"SHA-256 {settled.Built.Sha256}");
    }

    private static void Flags(RaceConsole console, SettledFile settled)
    {
        var lanes = settled.Order.Rules.Rules.Lanes;
        var result = settled.Built.Settlement;
        Flag[] flags = [Flag.Red, Flag.Yellow, Flag.Snail, Flag.Exempt, Flag.None];
        var counts = new int[lanes.Count + 1, flags.Length + 1];
        for (var at = 0; at < result.Count; at++)
        {
            var flag = Array.IndexOf(flags, result.Flag[at]);
            foreach (var lane in new[] { result.Lane[at], lanes.Count })
            {
                counts[lane, flag]++;
                counts[lane, flags.Length]++;
            }
        }

        console.Table(
            console.In("各赛道旗数", "Flags by lane"),
            [console.In("赛道", "lane"), .. flags.Select(flag => "#" + console.In(ResultText.Name(flag))), "#" + console.In("合计", "total")],
            Enumerable.Range(0, lanes.Count + 1).Select(lane => (IReadOnlyList<string>)
            [
                lane < lanes.Count ? console.In(lanes[lane].Title) : console.In("合计", "total"),
                .. Enumerable.Range(0, flags.Length + 1).Select(column => ResultText.Whole(counts[lane, column])),
            ]));
    }

    private static void Lane(RaceConsole console, SettledFile settled, int lane)
    {
        var (result, package) = (settled.Built.Settlement, settled.Package);
        var reasons = new ReasonTexts(settled.Order.Rules.Rules);
        var top = result.Listing.Where(at => result.Lane[at] == lane && result.Rank[at] > 0).Take(Top).ToList();
        if (top.Count == 0)
        {
            return;
        }

        console.Table(
            console.In($"{console.In(settled.Order.Rules.Rules.Lanes[lane].Title)}：前列", $"{console.In(settled.Order.Rules.Rules.Lanes[lane].Title)}: the top"),
            ["#" + console.In("名次", "rank"), console.In("项目编号", "project"), console.In("名称", "name"), console.In("单位", "unit"), "#" + console.In("得分", "score"), console.In("旗", "flag"), console.In("原因", "reasons")],
            top.Select(at =>
            {
                var project = result.Project[at];
                return (IReadOnlyList<string>)
                [
                    ResultText.Rank(result.Rank[at]), package.ProjectIds[project] ?? "", package.ProjectNames[project] ?? "", package.UnitNames[package.Facts.Unit[project]] ?? "",
                    ResultText.TwoDecimals(result.Score[at]), console.In(ResultText.Name(result.Flag[at])), string.Join(' ', reasons.Codes(result.Reasons[at])),
                ];
            }));
    }

    private static void Units(RaceConsole console, SettledFile settled) =>
        console.Table(
            console.In("单位", "Units"),
            [
                console.In("类别", "class"), "#" + console.In("名次", "rank"), console.In("单位", "unit"), "#" + console.In("得分", "score"), "#" + console.In("项目", "projects"),
                .. new[] { Flag.Red, Flag.Yellow, Flag.Snail, Flag.Exempt, Flag.None }.Select(flag => "#" + console.In(ResultText.Name(flag))),
            ],
            settled.Built.Settlement.Units.Select(unit => (IReadOnlyList<string>)
            [
                console.In(ResultText.Name(settled.Package.Facts.UnitClasses[unit.Unit])), ResultText.Rank(unit.Rank), settled.Package.UnitNames[unit.Unit] ?? "",
                ResultText.TwoDecimals(unit.Score), .. new[] { unit.Projects, unit.Red, unit.Yellow, unit.Snail, unit.Exempt, unit.None }.Select(count => ResultText.Whole(count)),
            ]));
}

/// <summary>What a verification looks like.</summary>
internal static class VerifyReport
{
    /// <param name="logged">What the publication log says of it, where it was asked.</param>
    public static void Print(RaceConsole console, Bundle bundle, Verification verification, BundleLogged? logged = null)
    {
        if (console.ForPrograms)
        {
            console.Write(new { bundle = bundle.Name, bundle.Sha256, verification.Reproduced, FirstDifference = verification.First, verification.Notes, bundle.Manifest, Log = logged });
            return;
        }

        foreach (var note in verification.Notes)
        {
            console.Line(console.In(note));
        }

        console.Line(verification.First is { } first
            ? console.In(new Phrase($"不一致：{first.What.Zh}", $"Differs: {first.What.En}"))
            : console.In($"一致：{bundle.Name} 的每个字节都已复算重现", $"Reproduced: every byte of {bundle.Name}"));
        console.Line($"SHA-256 {bundle.Sha256}");
        foreach (var proved in logged?.Proved ?? [])
        {
            console.Line(console.In(proved));
        }

        if (logged?.Fault is { } fault)
        {
            console.Line(console.In(new Phrase($"日志核对不通过：{fault.What.Zh}", $"Not confirmed by the log: {fault.What.En}")));
        }

        foreach (var note in logged?.Notes ?? [])
        {
            console.Line(console.In(note));
        }
    }
}
