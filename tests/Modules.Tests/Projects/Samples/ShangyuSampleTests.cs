using Saima.Projects.Samples.Shangyu;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Samples;

public sealed class ShangyuSampleTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "saima-shangyu-" + Guid.NewGuid().ToString("N"));

    public static string Committed => Saima.Testing.SampleDistrict.Folder;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_committed_sample_is_what_its_stories_tell_byte_for_byte()
    {
        ShangyuSample.Run(folder).Refusal.ShouldBeNull();

        var written = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Directory.GetFiles(Committed).Select(Path.GetFileName).Where(name => name != "README.md").Order(StringComparer.Ordinal).ShouldBe(written);
        foreach (var name in written)
        {
            File.ReadAllBytes(Path.Combine(Committed, name!)).ShouldBe(File.ReadAllBytes(Path.Combine(folder, name!)), name);
        }
    }

    [Fact]
    public void The_stories_add_up_to_what_the_district_published()
    {
        var stories = Stories.OfRealUnits.Concat(Stories.OfInventedUnits).ToList();

        stories.Count.ShouldBe(88);
        stories.ShouldAllBe(story => story.Rounds.Length == 6);
        Count(stories, Story.Red).ShouldBe(275);
        Count(stories, Story.Yellow).ShouldBe(51);
        Count(stories, Story.Snail).ShouldBe(24);
    }

    [Fact]
    public void Only_red_flags_hang_on_real_units()
    {
        Stories.OfRealUnits.Length.ShouldBe(ShangyuUnits.Real.Length);
        ShangyuUnits.Real.Length.ShouldBe(21);
        Count(Stories.OfRealUnits, Story.Red).ShouldBe(6 * 21);
        ShangyuUnits.Invented.ShouldAllBe(unit => unit.Name.StartsWith("示例"));
    }

    [Fact]
    public void Every_invented_project_says_so_and_no_name_occurs_twice()
    {
        var names = Stories.OfRealUnits.Concat(Stories.OfInventedUnits).Select(story => story.Name).ToList();

        names.ShouldAllBe(name => name.StartsWith("示例·"));
        names.Distinct().Count().ShouldBe(names.Count);
    }

    [Fact]
    public void Of_the_two_real_projects_nothing_is_told_that_could_blame_them()
    {
        foreach (var table in new[] { "issues", "findings", "milestones", "plans" })
        {
            File.ReadLines(Path.Combine(Committed, table + ".csv")).ShouldAllBe(line => !line.StartsWith("P001,") && !line.StartsWith("P002,"), table);
        }
    }

    private static int Count(IEnumerable<Story> stories, string letters) => stories.Sum(story => story.Rounds.Count(letters.Contains));
}
