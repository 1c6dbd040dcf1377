using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class MappingFileTests
{
    [Theory]
    [InlineData("nyc-sca.json")]
    [InlineData("cali-2024.json")]
    [InlineData("cali-2024-budget.json")]
    [InlineData("district-register.json")]
    public void A_mapping_written_and_read_again_is_the_same(string name)
    {
        var mapping = MappingFile.Parse(File.ReadAllText(Checkout.Sample(name)), name).Value.ShouldNotBeNull();
        var text = MappingFile.Write(mapping);
        var again = MappingFile.Parse(text, name);
        again.Refusal.ShouldBeNull();
        MappingFile.Write(again.Value!).ShouldBe(text);
    }

    [Fact]
    public void A_misspelt_member_is_named_with_its_line()
    {
        var text = File.ReadAllText(Checkout.Sample("district-register.json")).Replace("\"headers\": [\"项目名称\"", "\"heads\": [\"项目名称\"", StringComparison.Ordinal);
        var problem = MappingFile.Parse(text, "m.json").Refusal.ShouldNotBeNull().Problems.ShouldHaveSingleItem();
        problem.Row.ShouldBe(text[..text.IndexOf("\"heads\"", StringComparison.Ordinal)].Count(mark => mark == '\n') + 1);
        problem.Value!.ShouldContain("columns");
    }

    [Fact]
    public void Every_name_that_does_not_exist_is_listed_at_once()
    {
        var text = File.ReadAllText(Checkout.Sample("district-register.json"))
            .Replace("\"town\": \"town\"", "\"city\": \"nowhere\"", StringComparison.Ordinal)
            .Replace("\"table\": \"milestones\"", "\"table\": \"nodes\"", StringComparison.Ordinal)
            .Replace("\"unit\": \"万元\"", "\"unit\": \"EUR\"", StringComparison.Ordinal)
            .Replace("街道(办事处)?$", "街道(", StringComparison.Ordinal);
        var places = MappingFile.Parse(text, "m.json").Refusal.ShouldNotBeNull().Problems.Select(problem => problem.Column).ToList();
        places.ShouldContain("tables[1].fields.city");
        places.ShouldContain("tables[4].table");
        places.ShouldContain("money");
        places.Count(place => place!.Contains("matches", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"mapping\": 1}")]
    [InlineData("{\"mapping\": \"eins\"}")]
    [InlineData("{")]
    public void What_is_no_mapping_is_refused_with_a_place(string text) =>
        MappingFile.Parse(text, "m.json").Refusal.ShouldNotBeNull().Problems.ShouldNotBeEmpty();
}
