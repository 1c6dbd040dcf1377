using Microsoft.EntityFrameworkCore;
using Saima.Composition;
using Saima.Kernel.Data;
using Shouldly;
using Xunit;

namespace Saima.Architecture.Tests;

public sealed class HouseTests
{
    [Fact]
    public void The_root_stays_small() =>
        Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!)
            .Where(name => !name.StartsWith('.') && name is not ("artifacts" or "data" or "TestResults"))
            .Count().ShouldBeLessThan(HouseRules.TooManyRootEntries);

    [Fact]
    public void Every_module_has_the_same_alphabet()
    {
        Repository.Here.Under("src/Modules/", ".csproj").ShouldNotBeEmpty();
        HouseRules.Alphabet(Repository.Here).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_without_its_alphabet_is_found() =>
        HouseRules.Alphabet(MadeUp.With("src/Modules/Gas/Gas.csproj", string.Empty)).Count.ShouldBe(3);

    [Fact]
    public void Every_room_has_a_readme() => HouseRules.Readmes(Repository.Here).ShouldBeEmpty();

    [Fact]
    public void A_room_without_a_readme_is_found() =>
        HouseRules.Readmes(MadeUp.With("src/Engines/Routing/Route.cs", string.Empty)).ShouldHaveSingleItem().ShouldContain("src/Engines/Routing");

    [Fact]
    public void Every_link_in_a_document_leads_somewhere()
    {
        Repository.Here.Under("docs/", ".md").Count().ShouldBeGreaterThan(8);
        HouseRules.Links(Repository.Here).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_found() =>
        HouseRules.Links(MadeUp.With("docs/guide/x.md", "[a](../../README.md) [b](https://x.example) ![c](gone.png)")).ShouldContain("docs/guide/x.md: the link to gone.png leads nowhere.");

    [Fact]
    public void Every_decision_is_one_page_with_a_number_of_its_own()
    {
        Repository.Here.Under("docs/decisions/", ".md").Count().ShouldBeGreaterThan(3);
        HouseRules.Decisions(Repository.Here).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_of_ten_pages_is_found() =>
        HouseRules.Decisions(MadeUp.With("docs/decisions/0001-x.md", new string('\n', 400) + "x")).ShouldHaveSingleItem();

    [Fact]
    public void Every_table_carries_the_prefix_of_its_module()
    {
        var options = new DbContextOptionsBuilder<SaimaDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SaimaDb(options, AllModules.List);
        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().ToList();
        var prefixes = AllModules.List.Select(module => module.Name + "_").Append("kernel_").ToList();

        tables.Count.ShouldBeGreaterThan(4);
        tables.Where(table => !prefixes.Any(prefix => table.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeEmpty();
    }
}
