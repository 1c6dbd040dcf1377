using Shouldly;
using Xunit;

namespace Saima.Architecture.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void Every_project_references_only_what_its_room_may()
    {
        DependencyRules.Projects(Repository.Here).Count.ShouldBeGreaterThanOrEqualTo(10);
        DependencyRules.Violations(Repository.Here).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Modules/Races/Races.csproj", "../Rescue/Rescue.csproj", "Modules/Races may not reference Modules/Rescue")]
    [InlineData("src/Kernel/Kernel.csproj", "../Projects/Projects.csproj", "Kernel may not reference Projects")]
    [InlineData("src/Projects/Projects.csproj", "../Modules/Races/Races.csproj", "Projects may not reference Modules/Races")]
    [InlineData("src/Engines/Engines.csproj", "../Kernel/Kernel.csproj", "Engines may not reference Kernel")]
    [InlineData("src/Cli/Cli.csproj", "../Web/Web.csproj", "Cli may not reference Web")]
    [InlineData("src/Nowhere/Nowhere.csproj", "../Kernel/Kernel.csproj", "no rule says")]
    public void A_forbidden_reference_is_found(string project, string reference, string expected)
    {
        var text = $"<Project><ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup></Project>";

        DependencyRules.Violations(MadeUp.With(project, text)).ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Fact]
    public void A_package_in_the_engines_is_found()
    {
        const string Text = "<Project><ItemGroup><PackageReference Include=\"Dapper\" /></ItemGroup></Project>";

        DependencyRules.Violations(MadeUp.With("src/Engines/Engines.csproj", Text)).ShouldHaveSingleItem().ShouldContain("no packages");
    }

    [Fact]
    public void Switching_transitive_references_on_is_found()
    {
        const string Text = "<Project><PropertyGroup><DisableTransitiveProjectReferences>false</DisableTransitiveProjectReferences></PropertyGroup></Project>";

        DependencyRules.Violations(MadeUp.With("src/Kernel/Kernel.csproj", Text)).ShouldHaveSingleItem().ShouldContain("transitive");
    }

    [Fact]
    public void Transitive_references_are_off_by_default() =>
        Repository.Here.Files["Directory.Build.props"]
            .ShouldContain("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>");
}
