using System.IO.Compression;
using System.Text.Json;
using Saima.Projects.Packages;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Register;

public sealed class ExportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saima-export-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => [.. TestDatabase.Kinds];

    public void Dispose() => folder.Delete(true);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_imported_comes_back_out_to_the_byte_as_folder_zip_and_workbook(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var sample = Path.Combine(Approve.Root, "samples", "shangyu-2023");
        (await CliRun.Here("import", sample, "--season", "2023", "--db", data.Db)).Status.ShouldBe(0);
        var imported = Canonical(sample);
        imported.Count.ShouldBe(8);

        foreach (var (name, more) in new[] { ("package", ""), ("package.zip", ""), ("中文.xlsx", "zh"), ("english.xlsx", "en") })
        {
            string[] headings = more.Length == 0 ? [] : ["--headings", more];
            var run = await CliRun.Here(["export", "--season", "2023", "--out", Of(name), "--db", data.Db, "--json", .. headings]);
            run.Status.ShouldBe(0, run.Error);
            JsonDocument.Parse(run.Output).RootElement.GetProperty("projects").GetInt32().ShouldBe(90);
            Canonical(Of(name)).ShouldBe(imported, name);
        }
    }

    [Fact]
    public async Task Nothing_is_exported_over_what_is_there_and_nothing_of_an_empty_season()
    {
        await using var data = TestDatabase.Create("sqlite");
        await File.WriteAllTextAsync(Of("mine.zip"), "mine", Cancel);
        (await CliRun.Here("export", "--season", "2023", "--out", Of("mine.zip"), "--db", data.Db)).Status.ShouldBe(2);
        (await File.ReadAllTextAsync(Of("mine.zip"), Cancel)).ShouldBe("mine");

        var empty = await CliRun.Here("export", "--season", "2023", "--out", Of("new.zip"), "--db", data.Db, "--lang", "en");
        empty.Status.ShouldBe(2);
        empty.Error.ShouldContain("2023");
        folder.GetFiles().Select(file => file.Name).ShouldBe(["mine.zip"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_is_listed_and_taken_back_on_the_command_line(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        var sample = Path.Combine(Approve.Root, "samples", "shangyu-2023");
        (await CliRun.Here("import", sample, "--season", "2023", "--by", "tester", "--reason", "first books", "--db", data.Db)).Status.ShouldBe(0);
        var list = await CliRun.Here("register", "changes", "--db", data.Db);
        list.Output.ShouldContain("first books");
        list.Output.ShouldContain("shangyu-2023");

        (await CliRun.Here("register", "undo", "7", "--reason", "no such", "--db", data.Db)).Status.ShouldBe(2);
        (await CliRun.Here("register", "undo", "1", "--reason", "wrong district", "--db", data.Db)).Status.ShouldBe(0);
        (await CliRun.Here("export", "--season", "2023", "--out", Of("gone.zip"), "--db", data.Db)).Status.ShouldBe(2);
        (await CliRun.Here("register", "undo", "2", "--reason", "was right", "--db", data.Db)).Status.ShouldBe(0);
        (await CliRun.Here("export", "--season", "2023", "--out", Of("back.zip"), "--db", data.Db)).Status.ShouldBe(0);
        Canonical(Of("back.zip")).ShouldBe(Canonical(sample));
    }

    private string Of(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The tables as canonical CSV.</summary>
    private static SortedDictionary<string, string> Canonical(string path)
    {
        var reading = PackageReader.Read(path, cancel: Cancel);
        reading.Errors.ShouldBeEmpty();
        using var bytes = new MemoryStream();
        PackageWriter.WriteZip(reading.Package!, bytes, Cancel);
        using var zip = new ZipArchive(bytes);
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            tables.Add(entry.FullName, reader.ReadToEnd());
        }

        return tables;
    }
}
