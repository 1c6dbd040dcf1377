using Saima.Engines.Scoring;
using Shouldly;
using Xunit;

namespace Saima.Architecture.Tests;

public sealed class EngineTests
{
    [Fact]
    public void The_engines_reach_for_no_clock_chance_file_or_locale() =>
        EnginePurity.Reaches(typeof(RaceScoring).Assembly.Location).ShouldBeEmpty();

    [Fact]
    public void An_assembly_that_reaches_for_files_is_found() =>
        EnginePurity.Reaches(typeof(EngineTests).Assembly.Location).ShouldContain("System.IO.File");

    [Fact]
    public void The_engines_reference_only_the_base_library() =>
        typeof(RaceScoring).Assembly.GetReferencedAssemblies()
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
