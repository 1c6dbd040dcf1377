using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Documents;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Standings;
using Saima.Ui.Figures;
using Saima.Ui.Flags;

namespace Saima.Modules.Races.Review;

/// <summary>审定会纪要: what was decided, why and by whom, as an official document in Chinese. Before it is signed it says that it is a draft.</summary>
internal static class ReviewMinutes
{
    public static Paper Write(ReviewState state, IReadOnlyList<ListedObjection> objections)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(objections);
        var title = ReviewWords.TitleOf(state.Edition.Season, state.Edition.Round).Zh + "纪要";
        return new(title, [.. Head(state, title), .. Items(state), .. Objections(state, objections), .. Signatures(state)], state.IsApproved ? null : "草稿：审定没有完毕") { Author = "赛马" };
    }

    private static IEnumerable<PaperBlock> Head(ReviewState state, string title)
    {
        yield return new Passage(PassageRole.Title, title);
        if (state.Meeting is { } meeting)
        {
            yield return new Passage(PassageRole.Body, $"时间：{LongDay(meeting.HeldOn)}");
            yield return new Passage(PassageRole.Body, $"地点：{meeting.Place}");
            yield return new Passage(PassageRole.Body, $"主持：{meeting.Chair}");
            yield return new Passage(PassageRole.Body, $"出席：{string.Join('、', state.Attendees.Select(one => one.Post is { } post ? $"{one.Name}（{post}）" : one.Name))}");
        }

        yield return new Passage(PassageRole.Body, Text($"审定对象：第 {state.Edition.Edition} 版，数据截止 {LongDay(state.Edition.CutOff)}。结果包 SHA-256：{state.Edition.BundleHash}。"));
        yield return new Passage(PassageRole.Body, ReviewWords.PublishFacts(state.Edition).Zh);
    }

    private static IEnumerable<PaperBlock> Items(ReviewState state)
    {
        yield return new Passage(PassageRole.First, "一、审定事项");
        foreach (var (item, number) in state.Items.Select((item, at) => (item, at + 1)))
        {
            yield return new Passage(PassageRole.Second, Text($"（{Chinese(number)}）{ReviewWords.Kind(item.Item.Kind).Zh}：{ReviewWords.NameOf(item.Item).Zh}"));
            if (item.Item.Row is { } row)
            {
                yield return new Passage(PassageRole.Body, Text($"事实：{row.Project}，{Lane(state.Rules, row.Lane)}，{FlagWords.Of(Numbers.Code(row.Flag)).Zh}，得分 {Numbers.Points(row.Score)}，进度偏差 {Numbers.Signed(row.Deviation)} 个百分点。原因：{Reasons(state.Rules, row.Reasons)}。"));
            }
            else if (item.Item.About is { Objection: { } objection })
            {
                yield return new Passage(PassageRole.Body, $"事实：{Corrected(state, objection)}");
            }

            var decided = item.Decision is { } decision
                ? Text($"决定：{ReviewWords.Standing(item).Zh}。{(decision.Reason is { } reason ? $"理由：{reason}。" : "")}{decision.DecidedName} {Written.Moment(decision.DecidedAt)} 记录。")
                : "决定：未决定。";
            yield return new Passage(PassageRole.Body, decided);
        }
    }

    private static IEnumerable<PaperBlock> Objections(ReviewState state, IReadOnlyList<ListedObjection> objections)
    {
        yield return new Passage(PassageRole.First, "二、异议");
        if (objections.Count == 0)
        {
            yield return new Passage(PassageRole.Body, "本轮没有收到异议。");
            yield break;
        }

        yield return new Passage(PassageRole.Body, Text($"收到异议 {objections.Count} 条，成立或部分成立 {objections.Count(one => one.Objection.IsUpheld)} 条。"));
        yield return new PaperTable("异议及裁决", [new("编号", 5), new("项目", 6), new("争议项", 6), new("裁决", 3), new("理由", 8)],
        [
            .. objections.Select(one => new[] { one.Objection.Number, one.Name, ObjectionWords.ItemOf(one.Objection.Item, state.Rules).Zh, ObjectionWords.Standing(one.Objection).Zh, one.Objection.Reasons ?? "" }),
        ]);
    }

    private static IEnumerable<PaperBlock> Signatures(ReviewState state)
    {
        yield return new Passage(PassageRole.First, "三、签署");
        if (state.Meeting is { } meeting)
        {
            yield return new Passage(PassageRole.Body, Text($"须由主持人和另外至少 {meeting.Quorum} 人签署同意。") + (state.Missing > 0 ? ReviewWords.Missing(state.Missing).Zh + "。" : ""));
        }

        if (state.Signatures.Count > 0)
        {
            yield return new PaperTable("签署", [new("姓名", 4), new("签署", 5), new("时间", 6), new("效力", 5)],
            [
                .. state.Signatures.Select(one => new[] { one.Signature.SignedName, ReviewWords.Hand(one.Signature).Zh, Written.Moment(one.Signature.SignedAt), one.Stands ? "有效" : "已作废" }),
            ]);
        }

        if (state.Meeting is not null)
        {
            yield return new Passage(PassageRole.Date, LongDay(state.Meeting.HeldOn));
        }
    }

    private static string Corrected(ReviewState state, Objection objection) => objection.Corrects is { } corrects
        ? $"{ObjectionWords.ItemOf(corrects, state.Rules).Zh}由 {ObjectionWords.ValueOf(corrects, objection.CorrectedFrom).Zh} 更正为 {ObjectionWords.ValueOf(corrects, objection.CorrectedTo).Zh}。理由：{objection.Reasons}"
        : $"登记簿已更正。理由：{objection.Reasons}";

    private static string Lane(RuleSet rules, string code) => rules.Lanes.FirstOrDefault(lane => lane.Code == code) is { } lane ? RuleWording.Of(lane.Title).Zh : code;

    private static string Reasons(RuleSet rules, string codes) => codes.Length == 0 ? "无" : string.Join('；', codes.Split('|').Select(code => rules.FlagRows.FirstOrDefault(row => row.Code == code) is { } row ? RuleWording.Of(row.Title).Zh : code));

    private static string LongDay(DateOnly day) => Text($"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>As headings count: 一 to 九十九, then figures.</summary>
    private static string Chinese(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number > 99 ? number.ToString(CultureInfo.InvariantCulture)
            : number < 10 ? digits[number].ToString()
            : (number < 20 ? "" : digits[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : digits[number % 10].ToString());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
