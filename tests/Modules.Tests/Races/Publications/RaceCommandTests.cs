using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

/// <summary>The commands as people run them: another process, another language, another time zone.</summary>
public sealed class RaceCommandTests : IDisposable
{
    private readonly Golden golden = new();

    public void Dispose() => golden.Dispose();

    [Fact]
    public async Task A_round_settled_in_Turkish_on_the_date_line_has_the_same_bytes()
    {
        var target = golden.File("turkish.zip");
        var (status, output, _) = await Run(["race", "settle", Golden.Package, "--season", "2023", "--round", "1", "--out", target], ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati"), ("NO_COLOR", "1"));
        status.ShouldBe(0);
        output.ShouldContain("2023 年第 1 轮，截至 2023-02-28");
        output.ShouldNotContain("\u001b");
        File.ReadAllBytes(target).ShouldBe(File.ReadAllBytes(golden.Settle(1)));
    }

    [Fact]
    public async Task Reproduced_is_0_different_is_3_and_not_a_bundle_is_2()
    {
        var bundle = golden.Settle(2);
        var (good, goodOutput, _) = await Run(["race", "verify", bundle, "--previous", golden.File("r1.zip"), "--json"]);
        good.ShouldBe(0);
        JsonDocument.Parse(goodOutput).RootElement.GetProperty("reproduced").GetBoolean().ShouldBeTrue();

        var (different, output, _) = await Run(["race", "verify", golden.Repack(bundle, (_, content) => content, backwards: true), "--lang", "en"]);
        different.ShouldBe(3);
        output.ShouldContain("Differs: The zip itself differs");

        var (none, _, error) = await Run(["race", "verify", Path.Combine(Golden.Package, "units.csv")]);
        none.ShouldBe(2);
        error.ShouldContain("不是赛马结果包");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_explanation_of_a_project_is_the_approved_one()
    {
        var (status, output, _) = await Run(["race", "explain", golden.Settle(2), "A08"]);
        status.ShouldBe(0);
        Lines(output).ShouldBe(Lines(Golden.Approved("explain-A08.txt")));
        var (_, json, _) = await Run(["race", "explain", golden.File("r2.zip"), "A08", "--json"]);
        var explained = JsonDocument.Parse(json).RootElement;
        explained.GetProperty("flag").GetString().ShouldBe("yellow");
        explained.GetProperty("scoreMillionths").GetInt64().ShouldBe(83_833_333);
        (await Run(["race", "explain", golden.File("r2.zip"), "A99"])).Status.ShouldBe(2);
    }

    [Fact]
    public async Task A_faulty_package_is_2_and_nothing_is_written()
    {
        var files = golden.Files;
        var (status, _, error) = await Run(["race", "settle", golden.File("none"), "--season", "2023", "--round", "1", "--out", golden.File("out.zip")]);
        status.ShouldBe(2);
        error.ShouldNotBeEmpty();
        golden.Files.ShouldBe(files);
    }

    [Fact]
    public async Task A_settling_that_is_killed_leaves_nothing_under_the_final_name()
    {
        var target = golden.File("killed.zip");
        foreach (var patience in new[] { 50, 250, 400, 550, 700 })
        {
            using var process = Process.Start(Command(["race", "settle", Golden.Package, "--season", "2023", "--round", "1", "--out", target], []))!;
            await Task.Delay(patience, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (File.Exists(target))
            {
                File.ReadAllBytes(target).ShouldBe(File.ReadAllBytes(golden.Settle(1)));
                File.Delete(target);
            }
        }
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd())];

    private static ProcessStartInfo Command(IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Saima.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<(int Status, string Output, string Error)> Run(IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        using var process = Process.Start(Command(arguments, environment))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
