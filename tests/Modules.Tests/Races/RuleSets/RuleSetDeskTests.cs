using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Ledger;
using Saima.Modules.Races;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.RuleSets;

public sealed class RuleSetDeskTests(SampleBoard board)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    private static string Example { get; } = Encoding.UTF8.GetString(RuleSetDocument.DefaultSource);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_rule_set_with_a_mistake_is_refused_in_place_then_mended_compared_and_tried(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        await using var site = await Site.Start(data);
        var strict = Stricter(2);
        var faulty = await Upload(site, strict.Replace("\"weight\": 15", "\"weight\": \"十五\"", StringComparison.Ordinal), "王五");
        faulty.ShouldContain("办法.json");
        faulty.ShouldContain("这里应为");
        faulty.ShouldContain("measures[2].weight");
        (await data.Open().Set<KeptRuleSet>().CountAsync(Cancel)).ShouldBe(0);

        (await Upload(site, strict, "王五")).ShouldBe("");
        (await Upload(site, strict, "王五")).ShouldContain("这份规则集已经在册");
        (await Upload(site, Example, "王五")).ShouldContain("这份规则集已经在册");
        (await Upload(site, Stricter(2, "-25"), "王五")).ShouldContain("把 version 改为 3");

        var document = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(strict), "x").Value!;
        (await Get(site, "/rounds/rules")).ShouldContain("SAIMA-2M-EXAMPLE v2");
        (await Get(site, "/rounds/rules")).ShouldContain("王五 于");
        (await Get(site, $"/rounds/rules/{document.Hash}")).ShouldContain("还没有用它结算过");
        (await site.Client.GetByteArrayAsync($"/rounds/rules/{document.Hash}.json", Cancel)).ShouldBe(document.Canonical);

        var compared = await Get(site, $"/rounds/rules/{RuleSetDocument.Default.Hash}/against/{document.Hash}");
        compared.ShouldContain("≠ 改动");
        compared.ShouldContain("低于 -20".Replace('-', '−'));
        compared.ShouldNotContain("MET_ALL");
        (await Get(site, $"/rounds/rules/{RuleSetDocument.Default.Hash}/against/{document.Hash}?all=yes")).ShouldContain("MET_ALL");

        var before = await data.Open().Set<SettledRound>().CountAsync(Cancel);
        var trial = $"/rounds/rules/{document.Hash}/trial/2023/6/1";
        (await site.Client.GetAsync(trial + ".xlsx", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await PostedForm.Open(site, trial, "begin")).Send()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = await Finished(site, trial);
        shown.ShouldContain("这是试算，不是赛马结果。");
        shown.ShouldContain("旗的去向");
        (await site.Client.GetByteArrayAsync(trial + ".xlsx", Cancel)).Length.ShouldBeGreaterThan(2000);
        (await data.Open().Set<SettledRound>().CountAsync(Cancel)).ShouldBe(before);
        (await VerifyLedger.Run(data.Open(), cancel: Cancel)).Fault.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_trial_by_the_rules_the_round_had_changes_nothing(string kind)
    {
        var db = (await board.Database(kind)).Open();
        for (var round = 1; round <= 6; round++)
        {
            var trial = (await TryRuleSet.Run(db, (await RoundArchive.Latest(db, 2023, round, Cancel))!, RuleSetDocument.Default, cancel: Cancel)).Value!;
            (trial.Differ.Count, trial.Units.Count, trial.FlagsMoved).ShouldBe((0, 0, 0));
            trial.Projects.ShouldBe(trial.Moves.Sum(move => move.Projects));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_trial_says_what_settling_by_those_rules_gives(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var tried = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(Stricter(2)), "x").Value!;
        var was = (await RoundArchive.Latest(data.Open(), 2023, 6, Cancel))!;
        var trial = (await TryRuleSet.Run(data.Open(), was, tried, cancel: Cancel)).Value!;
        trial.FlagsMoved.ShouldBeGreaterThan(0);

        // The rules of the round were fixed long ago; without a life it can be settled by others.
        await data.Open().Set<LifeStep>().Where(step => step.Round == 6).ExecuteDeleteAsync(Cancel);
        await data.Open().Set<RoundLife>().Where(life => life.Round == 6).ExecuteDeleteAsync(Cancel);
        var settled = (await SettleRound.Run(data.Open(), TimeProvider.System, new(2023, 6, "test", "试") { Rules = tried }, null, cancel: Cancel)).Value!.Round;
        var rows = await data.Open().Set<StandingRow>().Where(row => row.RoundId == settled.Id).ToDictionaryAsync(row => row.Project, Cancel);
        var before = await data.Open().Set<StandingRow>().Where(row => row.RoundId == was.Id).ToDictionaryAsync(row => row.Project, Cancel);
        foreach (var project in trial.Differ)
        {
            var row = rows[project.Project];
            (project.Would.Flag, project.Would.Lane, project.Would.Rank, project.Would.Reasons).ShouldBe((row.Flag, row.Lane, row.Rank ?? 0, row.Reasons));
            project.Would.Score.ShouldBe(row.Score ?? long.MinValue);
        }

        rows.Values.Count(row => before[row.Project] is var old && (old.Flag, old.Lane, old.Rank, old.Score) != (row.Flag, row.Lane, row.Rank, row.Score)).ShouldBe(trial.Differ.Count);
        (trial.Of(Saima.Engines.Scoring.Flag.Snail, true), trial.Of(Saima.Engines.Scoring.Flag.Red, true)).ShouldBe((settled.Snail, settled.Red));
    }

    [Fact]
    public void A_rule_set_against_itself_says_the_same_and_every_change_is_told()
    {
        CompareRuleSets.Run(RuleSetDocument.Default, RuleSetDocument.Default).ShouldAllBe(part => part.Change == RuleChange.Same);
        var other = CompareRuleSets.Run(RuleSetDocument.Default, OtherDistrict.Document);
        foreach (var part in RuleSentences.Of(RuleSetDocument.Default))
        {
            other.ShouldContain(one => one.Section == part.Section && one.Was.Count > 0);
        }

        foreach (var (find, replace) in new[] { ("\"weight\": 40", "\"weight\": 41"), ("\"below\": -30", "\"below\": -31"), ("\"deadlineWorkingDays\": 5", "\"deadlineWorkingDays\": 6"), ("\"L2\"", "\"L3\""), ("1.2", "1.3") })
        {
            Example.ShouldContain(find);
            var changed = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(Example.Replace(find, replace, StringComparison.Ordinal)), "x").Value!;
            CompareRuleSets.Run(RuleSetDocument.Default, changed).Count(part => part.Change == RuleChange.Changed).ShouldBeGreaterThan(0, find);
        }
    }

    [Fact]
    public async Task Live_texts_and_other_faults_of_a_rule_set_come_together()
    {
        await using var data = TestDatabase.Create("sqlite");
        var bytes = Encoding.UTF8.GetBytes(Stricter(2).Replace("\"version\": 2", "\"version\": 0", StringComparison.Ordinal).Replace("\"zh-Hans\": \"开工入库\"", "\"zh-Hans\": \"=cmd()\"", StringComparison.Ordinal));
        var refusal = (await AddRuleSet.Run(data.Open(), TimeProvider.System, bytes, "办法.json", "王五", Cancel)).Refusal!;
        refusal.Problems.Select(problem => problem.Code).ShouldContain("RULES_LIVE_TEXT");
        refusal.Problems.Count.ShouldBeGreaterThan(1);
        refusal.Problems.ShouldAllBe(problem => problem.Row > 0);
    }

    [Fact]
    public async Task A_trial_can_be_stopped_and_begun_again()
    {
        var site = await board.On("sqlite");
        var trials = (Trials)site.Services.GetService(typeof(Trials))!;
        var round = (await RoundArchive.Latest((await board.Database("sqlite")).Open(), 2023, 2, Cancel))!;
        trials.Begin(round, OtherDistrict.Document).ShouldBeNull();
        trials.Stop(OtherDistrict.Document.Hash, round.Id);
        trials.Of(OtherDistrict.Document.Hash, round.Id).ShouldBeNull();
        trials.Begin(round, OtherDistrict.Document).ShouldBeNull();
        while (trials.Of(OtherDistrict.Document.Hash, round.Id) is { Running: true })
        {
            await Task.Delay(20, Cancel);
        }

        trials.Of(OtherDistrict.Document.Hash, round.Id)!.Outcome.Value!.Projects.ShouldBe(round.Projects);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_command_line_lists_shows_compares_takes_in_and_tries(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await SampleDistrict.Load(data);
        var file = Path.Combine(Path.GetTempPath(), $"rules-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(file, Stricter(2), Cancel);
            var added = await CliRun.Here("rules", "add", file, "--db", data.Db);
            (added.Status, added.Error).ShouldBe((0, ""));
            (await CliRun.Here("rules", "add", file, "--db", data.Db)).Status.ShouldBe(2);
            var hash = RuleSetDocument.Parse(Encoding.UTF8.GetBytes(Stricter(2)), "x").Value!.Hash;
            (await CliRun.Here("rules", "list", "--db", data.Db, "--json")).Output.ShouldContain(hash);
            (await CliRun.Here("rules", "list", "--db", data.Db)).Output.ShouldContain("SAIMA-2M-EXAMPLE");
            (await CliRun.Here("rules", "show", hash[..8], "--db", data.Db)).Output.ShouldContain("BEHIND_30");
            (await CliRun.Here("rules", "compare", RuleSetDocument.Default.Hash[..10], hash, "--db", data.Db)).Output.ShouldContain("BEHIND_30");
            (await CliRun.Here("rules", "try", hash, "--season", "2023", "--round", "6", "--db", data.Db, "--json")).Output.ShouldContain("\"flagsMoved\"");
            (await CliRun.Here("rules", "show", "ffffffffffff", "--db", data.Db)).Status.ShouldBe(2);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The example with a stricter first row, as its next version.</summary>
    internal static string Stricter(int version, string snail = "-20") => Example
        .Replace("\"version\": 1", $"\"version\": {version}", StringComparison.Ordinal).Replace("\"below\": -30", $"\"below\": {snail}", StringComparison.Ordinal);

    private static async Task<string> Finished(Site site, string address)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var answer = await site.Client.GetAsync(address, Cancel);
            var text = SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
            if (!answer.Headers.Contains("Refresh"))
            {
                return text;
            }

            await Task.Delay(50, Cancel);
        }

        throw new TimeoutException(address);
    }

    /// <returns>What the page says, or nothing if it led on to the rule set.</returns>
    private static async Task<string> Upload(Site site, string document, string by)
    {
        using var answer = await (await PostedForm.Open(site, "/rounds/rules/add")).SendFile("document", "办法.json", Encoding.UTF8.GetBytes(document), ("by", by));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> Get(Site site, string address) => SampleBoard.Text(await site.Client.GetStringAsync(address, Cancel));
}
