using Saima.Kernel.Refusals;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

public sealed class SettleFileTests : IDisposable
{
    private readonly Golden golden = new();

    public void Dispose() => golden.Dispose();

    [Theory]
    [InlineData(3, "WRONG_PREVIOUS")]
    [InlineData(1, "WRONG_PREVIOUS")]
    public void A_previous_bundle_of_another_round_is_refused(int round, string code)
    {
        var first = golden.Settle(1);
        Refused(Order(round) with { Previous = first }).ShouldBe(code);
    }

    [Fact]
    public void The_last_round_of_the_year_before_comes_before_the_first()
    {
        var last = golden.Settle(6);
        var outcome = SettleFile.Run(Order(1) with { Season = 2024, Previous = last }, cancel: TestContext.Current.CancellationToken);
        outcome.Value!.Built.Manifest.Previous!.Round.ShouldBe(6);
        Refused(Order(1) with { Season = 2025, Previous = last }).ShouldBe("WRONG_PREVIOUS");
    }

    [Fact]
    public void A_previous_bundle_that_is_not_reproduced_is_refused()
    {
        var tampered = golden.Repack(golden.Settle(1), (_, content) => content);
        Refused(Order(2) with { Previous = tampered }).ShouldBe("PREVIOUS_DIFFERS");
    }

    [Fact]
    public void A_previous_bundle_that_is_none_is_refused() => Refused(Order(2) with { Previous = Path.Combine(Golden.Package, "units.csv") }).ShouldBe("NOT_A_BUNDLE");

    [Fact]
    public void A_correction_names_the_edition_it_corrects()
    {
        var first = golden.Settle(1);
        var outcome = SettleFile.Run(Order(1) with { Edition = 2, Supersedes = first }, cancel: TestContext.Current.CancellationToken);
        var manifest = outcome.Value!.Built.Manifest;
        manifest.Edition.ShouldBe(2);
        manifest.Supersedes.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(first))));
        using var bundle = Bundle.Open(outcome.Value.Out).Value!;
        VerifyBundle.Run(bundle, cancel: TestContext.Current.CancellationToken).Reproduced.ShouldBeTrue();
        Refused(Order(1) with { Edition = 3, Supersedes = first }).ShouldBe("WRONG_SUPERSEDED");
        Refused(Order(2) with { Edition = 2, Supersedes = first }).ShouldBe("WRONG_SUPERSEDED");
        Refused(Order(1) with { Edition = 2 }).ShouldBe("EDITION_NEEDS_SUPERSEDED");
        Refused(Order(1) with { Supersedes = first }).ShouldBe("EDITION_NEEDS_SUPERSEDED");
    }

    [Theory]
    [InlineData(1800, 1, 1, 1)]
    [InlineData(2023, 0, 1, 1)]
    [InlineData(2023, 7, 1, 1)]
    [InlineData(2023, 1, 0, 1)]
    [InlineData(2023, 1, 1, 0)]
    public void A_round_there_cannot_be_is_refused(int season, int round, int edition, int threads) =>
        Refused(Order(round) with { Season = season, Edition = edition, Threads = threads }).ShouldBe("BAD_ROUND");

    [Fact]
    public void A_faulty_package_is_refused_with_every_error_and_nothing_is_written()
    {
        var faulty = Copy();
        File.AppendAllText(Path.Combine(faulty, "projects.csv"), "A01,twice,,U1,,new,1,1,,,,,,,,,,\nB01,unit,,U99,,new,1,1,,,,,,,,,,\n");
        File.AppendAllText(Path.Combine(faulty, "reports.csv"), "A01,2023-13,1,1,2023-03-01,true,\n");
        var files = golden.Files;
        var outcome = SettleFile.Run(Order(1) with { Package = faulty }, cancel: TestContext.Current.CancellationToken);
        outcome.Refusal!.Code.ShouldBe("PACKAGE_REFUSED");
        outcome.Refusal.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.File).Distinct().Order(StringComparer.Ordinal).ShouldBe(["projects.csv", "reports.csv"]);
        golden.Files.ShouldBe(files);
    }

    [Fact]
    public void Input_files_are_not_overwritten()
    {
        var first = golden.Settle(1);
        Refused(Order(2) with { Previous = first, Out = first }).ShouldBe("OUT_IS_INPUT");
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_left()
    {
        var files = golden.Files;
        Refused(Order(1) with { Out = golden.File("no/such/folder/r.zip") }).ShouldBe("CANNOT_WRITE");
        golden.Files.ShouldBe(files);
    }

    [Fact]
    public void A_cancelled_settling_leaves_the_old_file_as_it_was()
    {
        File.WriteAllText(golden.File("out.zip"), "old");
        using var cancelled = new CancellationTokenSource();
        var progress = new CancelAt("standings.csv", cancelled);
        Should.Throw<OperationCanceledException>(() => SettleFile.Run(Order(1), progress, cancelled.Token));
        File.ReadAllText(golden.File("out.zip")).ShouldBe("old");
        golden.Files.ShouldBe(1);
    }

    [Fact]
    public void Other_rules_give_other_columns_and_are_in_the_bundle()
    {
        var rules = System.Text.Encoding.UTF8.GetString(RuleSetDocument.DefaultSource).Replace("\"reporting\"", "\"diligence\"", StringComparison.Ordinal);
        File.WriteAllText(golden.File("rules.json"), rules);
        var outcome = SettleFile.Run(Order(1) with { Rules = golden.File("rules.json") }, cancel: TestContext.Current.CancellationToken);
        Golden.Entry(outcome.Value!.Out, "standings.csv").ShouldContain(",issues,diligence,ap,");
        using var bundle = Bundle.Open(outcome.Value.Out).Value!;
        VerifyBundle.Run(bundle, cancel: TestContext.Current.CancellationToken).Reproduced.ShouldBeTrue();
        File.WriteAllText(golden.File("rules.json"), rules + "]");
        Refused(Order(1) with { Rules = golden.File("rules.json") }).ShouldBe("RULES_REFUSED");
    }

    private static string Refused(SettleRequest request) => SettleFile.Run(request, cancel: TestContext.Current.CancellationToken).Refusal!.Code;

    private SettleRequest Order(int round) => new(Golden.Package, 2023, round, null, null, 1, null, golden.File("out.zip"), 1);

    private string Copy()
    {
        var folder = Directory.CreateDirectory(golden.File("faulty")).FullName;
        foreach (var file in Directory.GetFiles(Golden.Package))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private sealed class CancelAt(string entry, CancellationTokenSource source) : IProgress<BundleProgress>
    {
        public void Report(BundleProgress value)
        {
            if (value.Entry == entry)
            {
                source.Cancel();
            }
        }
    }
}
