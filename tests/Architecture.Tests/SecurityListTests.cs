using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Saima.Architecture.Tests;

/// <summary>The list of security requirements names tests that are there.</summary>
public sealed partial class SecurityListTests
{
    [Fact]
    public void Every_test_named_in_the_security_list_exists()
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/reference/security.md"))).Select(match => match.Groups[1].Value).Distinct().ToList();
        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !Exists(name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_is_not_there_is_missed()
    {
        Exists("PermissionsTests.Nobody_wrote_this").ShouldBeFalse();
        Exists("NobodyTests").ShouldBeFalse();
    }

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        return Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), parts[0] + ".cs", SearchOption.AllDirectories)
            .Any(file => parts.Length == 1 || File.ReadAllText(file).Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"`(\w+Tests(?:\.\w+)?)`")]
    private static partial Regex Named();
}
