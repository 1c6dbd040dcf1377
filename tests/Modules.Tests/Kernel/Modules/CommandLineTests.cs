using System.CommandLine;
using System.Text.Json;
using Saima.Cli;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Modules;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("foo", "no command or argument “foo”")]
    [InlineData("db bakup", "no command or argument “bakup”")]
    [InlineData("--nonsense", "no command or argument “--nonsense”")]
    [InlineData("db", "saima db needs a command after it")]
    [InlineData("", "saima needs a command after it")]
    [InlineData("db backup", "See saima db backup --help")]
    [InlineData("db check --lang xx", "--help")]
    public async Task A_command_line_that_is_wrong_gets_one_sentence_and_two(string line, string sentence)
    {
        var run = await CliRun.Here([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. line.Contains("--lang", StringComparison.Ordinal) ? Array.Empty<string>() : ["--lang", "en"]]);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain(sentence);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_knows_the_options_of_the_root()
    {
        var commands = Leaves(CommandLine.Root(), []).ToList();
        commands.Count.ShouldBeGreaterThan(15);
        foreach (var path in commands)
        {
            var parse = CommandLine.Root().Parse([.. path, "--db", "x.db", "--json", "--lang", "en"]);
            parse.UnmatchedTokens.ShouldBeEmpty(string.Join(' ', path));
        }
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_for_people_and_JSON_for_programs()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"saima-{Guid.NewGuid():N}.db");
        var said = await CliRun.Here("db", "check", "--db", nowhere);
        said.Status.ShouldBe(2);
        said.Error.ShouldBe($"没有数据库 {nowhere}。 用 --db 指定数据库，或用 saima db create 新建。\n");
        var json = await CliRun.Here("db", "check", "--db", nowhere, "--json", "--lang", "en");
        json.Status.ShouldBe(2);
        JsonDocument.Parse(json.Error).RootElement.GetProperty("refused").GetString().ShouldBe("DATABASE_MISSING");
        File.Exists(nowhere).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);
        foreach (var line in new[] { "db check", "db migrate", "ledger verify" })
        {
            var run = await CliRun.Here([.. line.Split(' '), "--db", file, "--lang", "en"]);
            run.Status.ShouldBe(2, line);
            run.Error.ShouldContain("database");
            run.Error.ShouldNotContain("   at ");
        }

        File.Delete(file);
    }

    [Fact]
    public async Task A_database_is_made_checked_backed_up_and_restored()
    {
        var folder = Directory.CreateTempSubdirectory("saima-cli-").FullName;
        var (one, two, backup) = (Path.Combine(folder, "one.db"), Path.Combine(folder, "two.db"), Path.Combine(folder, "backup"));
        (await CliRun.Here("db", "create", "--db", one)).Status.ShouldBe(0);
        (await CliRun.Here("db", "backup", backup, "--db", one)).Status.ShouldBe(0);
        (await CliRun.Here("db", "restore", backup, "--db", two)).Status.ShouldBe(0);
        var check = await CliRun.Here("db", "check", "--db", two, "--json");
        check.Status.ShouldBe(0);
        JsonDocument.Parse(check.Output).RootElement.GetProperty("sound").GetBoolean().ShouldBeTrue();
        var verify = await CliRun.Here("ledger", "verify", "--db", two, "--expect-seal", new string('a', 64), "--lang", "en");
        verify.Status.ShouldBe(3);
        verify.Output.ShouldContain("cut off");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_program_answers_as_a_process_of_its_own()
    {
        var run = await CliRun.InProcessOfItsOwn("--version");
        run.Status.ShouldBe(0);
        run.Output.ShouldMatch(@"^\d+\.\d+\.\d+\s*$");
    }

    private static IEnumerable<string[]> Leaves(Command command, string[] path) =>
        command.Subcommands.SelectMany(inner => Leaves(inner, [.. path, inner.Name])).Concat(command.Action is null || path.Length == 0 ? [] : [path]);
}
