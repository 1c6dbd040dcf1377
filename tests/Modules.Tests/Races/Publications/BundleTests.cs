using System.Globalization;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

public sealed class BundleTests : IDisposable
{
    private const string FirstRound = "40fe896c07acd8c16508e8c05b2784bf8435ac4a7f43b4f935e19870ce417f58";
    private const string SecondRound = "070ff925f64b68df1932c40a8f9895aff29eb9d5f605491baad220e992beca4f";

    private readonly Golden golden = new();

    public void Dispose() => golden.Dispose();

    [Fact]
    public void The_package_made_by_hand_gives_the_approved_tables_and_manifest()
    {
        var bundle = golden.Settle(2);
        Golden.Entry(bundle, "standings.csv").ShouldBe(Golden.Approved("standings.csv"));
        Golden.Entry(bundle, "units.csv").ShouldBe(Golden.Approved("units.csv"));
        Golden.Entry(bundle, "manifest.json").ShouldBe(Golden.Approved("manifest.json"));
    }

    [Fact]
    public void The_bytes_of_the_bundle_are_known()
    {
        Hash(golden.Settle(2)).ShouldBe(SecondRound);
        Hash(golden.File("r1.zip")).ShouldBe(FirstRound);
    }

    [Theory]
    [InlineData("tr-TR", 1)]
    [InlineData("zh-CN", 2)]
    [InlineData("ar-SA", 3)]
    [InlineData("de-DE", 7)]
    public void Language_and_threads_do_not_change_a_byte(string culture, int threads)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Hash(golden.Settle(2, threads: threads)).ShouldBe(SecondRound);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_the_rows_and_line_ends_and_a_byte_order_mark_do_not_change_a_byte(int seed)
    {
        var shuffled = golden.File("shuffled");
        Directory.CreateDirectory(shuffled);
        var random = new Random(seed);
        foreach (var file in Directory.GetFiles(Golden.Package))
        {
            var lines = File.ReadAllLines(file);
            if (file.EndsWith(".csv", StringComparison.Ordinal))
            {
                random.Shuffle(lines.AsSpan(1));
            }

            File.WriteAllText(Path.Combine(shuffled, Path.GetFileName(file)), string.Join(seed == 1 ? "\n" : "\r\n", lines), new System.Text.UTF8Encoding(file.EndsWith(".csv", StringComparison.Ordinal) && seed == 3));
        }

        Hash(golden.Settle(2, shuffled)).ShouldBe(SecondRound);
    }

    [Fact]
    public void A_zip_and_a_workbook_of_the_same_facts_give_the_same_bytes()
    {
        var package = Golden.Read(Golden.Package);
        using (var zip = File.Create(golden.File("package.zip")))
        {
            PackageWriter.WriteZip(package, zip, TestContext.Current.CancellationToken);
        }

        using (var workbook = File.Create(golden.File("package.xlsx")))
        {
            PackageWriter.WriteWorkbook(package, workbook, true, TestContext.Current.CancellationToken);
        }

        Hash(golden.Settle(2, golden.File("package.zip"))).ShouldBe(SecondRound);
        Hash(golden.Settle(2, golden.File("package.xlsx"))).ShouldBe(SecondRound);
    }

    [Fact]
    public void A_stream_in_memory_gives_the_same_bytes_as_a_file()
    {
        var previous = golden.Settle(1);
        using var opened = Bundle.Open(previous).Value!;
        using var memory = new MemoryStream();
        var built = BuildBundle.Run(Golden.Read(Golden.Package), new BundleOrder(2023, 2, RuleSetDocument.Default, opened.Results().Value), memory, cancel: TestContext.Current.CancellationToken);
        built.Sha256.ShouldBe(SecondRound);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(memory.ToArray())).ShouldBe(SecondRound);
    }

    [Fact]
    public void Six_rounds_in_a_chain_remember_the_round_before()
    {
        golden.Settle(6);
        var flags = Enumerable.Range(1, 6).Select(round => Row(golden.File($"r{round}.zip"), "A02")).ToList();
        flags.Select(row => row[5]).ShouldBe(["yellow", "snail", "snail", "yellow", "snail", "red"]);
        flags.Select(row => row[6]).ShouldBe(["BEHIND_10", "YELLOW_TWICE|BEHIND_10", "YELLOW_TWICE|BEHIND_10", "BEHIND_10", "YELLOW_TWICE|BEHIND_10", "MET_ALL"]);
        for (var round = 2; round <= 6; round++)
        {
            using var bundle = Bundle.Open(golden.File($"r{round}.zip")).Value!;
            using var previous = Bundle.Open(golden.File($"r{round - 1}.zip")).Value!;
            VerifyBundle.Run(bundle, previous, cancel: TestContext.Current.CancellationToken).First.ShouldBeNull();
            bundle.Manifest.Previous!.Sha256.ShouldBe(previous.Sha256);
        }
    }

    [Fact]
    public void Without_a_previous_round_nobody_is_yellow_twice_and_the_manifest_says_so()
    {
        Golden.Settle(2, null, golden.File("alone.zip"));
        Row(golden.File("alone.zip"), "A02")[5].ShouldBe("yellow");
        Golden.Entry(golden.File("alone.zip"), "manifest.json").ShouldContain("\"previous\": {\n    \"given\": false\n  }");
        Golden.Entry(golden.File("alone.zip"), "standings.csv").ShouldNotContain("YELLOW_TWICE");
    }

    [Fact]
    public void Any_zip_program_reads_the_entries_in_ordinal_order_and_without_compression()
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(golden.Settle(2));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(BundleFormat.Names);
        foreach (var entry in zip.Entries)
        {
            entry.CompressedLength.ShouldBe(entry.Length);
            entry.LastWriteTime.DateTime.ShouldBe(new DateTime(1980, 1, 1));
            entry.ExternalAttributes.ShouldBe(0);
        }
    }

    private static string[] Row(string bundle, string project) =>
        Golden.Entry(bundle, "standings.csv").Split('\n').Select(line => line.Split(',')).Single(cells => cells.Length > 2 && cells[2] == project);

    private static string Hash(string file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
}
