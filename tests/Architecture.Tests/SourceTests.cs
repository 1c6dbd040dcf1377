using Shouldly;
using Xunit;

namespace Saima.Architecture.Tests;

public sealed class SourceTests
{
    [Fact]
    public void No_file_is_past_its_size()
    {
        Repository.Here.Under("src/", ".cs").Count().ShouldBeGreaterThan(30);
        SourceRules.Sizes(Repository.Here).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Web/Program.cs", 41)]
    [InlineData("src/Ui/Table.razor", 151)]
    [InlineData("src/Ui/Table.razor.cs", 121)]
    [InlineData("src/Engines/Scoring/Race.cs", 301)]
    public void A_file_past_its_size_is_found(string path, int lines) =>
        SourceRules.Sizes(MadeUp.With(path, new string('\n', lines))).ShouldHaveSingleItem().ShouldContain("at most");

    [Fact]
    public void A_use_case_past_its_size_is_found() =>
        SourceRules.Sizes(MadeUp.With("src/Modules/Races/X.cs", "public Outcome<int> Run(int a)" + new string('\n', 151)))
            .ShouldHaveSingleItem().ShouldContain("at most 150");

    [Fact]
    public void Every_type_is_named_for_what_it_is() => SourceRules.Names(Repository.Here).ShouldBeEmpty();

    [Theory]
    [InlineData("public sealed class RaceService;")]
    [InlineData("internal static class MoneyHelper { }")]
    [InlineData("public record ProjectDto(int A);")]
    public void A_name_that_says_nothing_is_found(string text) =>
        SourceRules.Names(MadeUp.With("src/Kernel/A.cs", text)).ShouldHaveSingleItem().ShouldContain("says nothing");

    [Fact]
    public void Clock_and_chance_are_handed_in() => SourceRules.Air(Repository.Here).ShouldBeEmpty();

    [Theory]
    [InlineData("var t = DateTime.Now;")]
    [InlineData("var t = DateTimeOffset.UtcNow;")]
    [InlineData("var r = Random.Shared;")]
    [InlineData("var r = new Random();")]
    public void Clock_or_chance_from_the_air_is_found(string text) =>
        SourceRules.Air(MadeUp.With("src/Kernel/A.cs", text)).ShouldHaveSingleItem();

    [Fact]
    public void Nothing_is_left_unfinished() => SourceRules.Unfinished(Repository.Here).ShouldBeEmpty();

    [Fact]
    public void Something_left_unfinished_is_found() =>
        SourceRules.Unfinished(MadeUp.With("src/Kernel/A.cs", "throw new NotImplementedException();")).ShouldHaveSingleItem();

    [Fact]
    public void No_path_of_one_machine_and_no_package_host_is_committed() => SourceRules.MachinePaths(Repository.Here).ShouldBeEmpty();

    [Theory]
    [InlineData("see /work/main")]
    [InlineData("https://api.nuget.org/v3/index.json")]
    public void A_path_of_one_machine_or_a_package_host_is_found(string text) =>
        SourceRules.MachinePaths(MadeUp.With("README.md", text)).ShouldHaveSingleItem();

    [Fact]
    public void No_constructor_asks_for_more_than_six_things() => SourceRules.Constructors(Repository.Here).ShouldBeEmpty();

    [Fact]
    public void A_constructor_that_asks_for_more_is_found() =>
        SourceRules.Constructors(MadeUp.With("src/Kernel/A.cs", "public sealed class A(int a, int b, int c, int d, int e, int f, int g)"))
            .ShouldHaveSingleItem().ShouldContain("7 parameters");
}
