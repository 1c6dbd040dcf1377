using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Saima.Modules.Races.Publications;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Publications;

public sealed class VerifyTests : IDisposable
{
    private readonly Golden golden = new();

    public void Dispose() => golden.Dispose();

    [Fact]
    public void A_bundle_is_reproduced_from_itself_alone()
    {
        var file = golden.File("elsewhere.zip");
        File.Copy(golden.Settle(2), file);
        var verified = Verify(file);
        verified.Reproduced.ShouldBeTrue();
        verified.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("data/findings.csv")]
    [InlineData("data/holidays.csv")]
    [InlineData("data/issues.csv")]
    [InlineData("data/milestones.csv")]
    [InlineData("data/plans.csv")]
    [InlineData("data/previous.csv")]
    [InlineData("data/projects.csv")]
    [InlineData("data/reports.csv")]
    [InlineData("data/units.csv")]
    [InlineData("standings.csv")]
    [InlineData("units.csv")]
    public void An_entry_changed_by_a_byte_is_named(string name)
    {
        var bytes = File.ReadAllBytes(golden.Settle(2));
        var content = Encoding.UTF8.GetBytes(Golden.Entry(golden.File("r2.zip"), name));
        var at = bytes.AsSpan().IndexOf(content) + content.Length - 2;
        bytes[at] ^= 1;
        Verify(Write(bytes)).First!.Entry.ShouldBe(name);
    }

    [Fact]
    public void A_changed_standing_is_named_by_line_and_column_even_if_the_manifest_was_changed_with_it()
    {
        byte[] changed = [];
        var file = golden.Repack(golden.Settle(2), (name, content) =>
        {
            if (name == BundleFormat.Standings)
            {
                return changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(",A09,弄虚作假,U5,snail,FALSIFIED,100.000000", ",A09,弄虚作假,U5,snail,FALSIFIED,100.000001", StringComparison.Ordinal));
            }

            return content;
        });
        var before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Golden.Entry(golden.File("r2.zip"), BundleFormat.Standings))));
        var consistent = golden.Repack(file, (name, content) => name == BundleFormat.Manifest
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(before, Convert.ToHexStringLower(SHA256.HashData(changed)), StringComparison.Ordinal))
            : content);
        var first = Verify(consistent).First!;
        (first.Entry, first.Line, first.Field, first.Expected, first.Found).ShouldBe((BundleFormat.Standings, 7, "score", "100.000000", "100.000001"));
        first.What.Zh.ShouldBe("standings.csv 第 7 行第 46 列（score）：应为“100.000000”，实为“100.000001”");
    }

    [Fact]
    public void Data_changed_with_its_hash_no_longer_gives_the_standings()
    {
        byte[] changed = [];
        var file = golden.Repack(golden.Settle(2), (name, content) => name == "data/reports.csv"
            ? changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("A09,2023-04,80,80,", "A09,2023-04,80,81,", StringComparison.Ordinal))
            : content);
        var before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Golden.Entry(golden.File("r2.zip"), "data/reports.csv"))));
        var consistent = golden.Repack(file, (name, content) => name == BundleFormat.Manifest
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(before, Convert.ToHexStringLower(SHA256.HashData(changed)), StringComparison.Ordinal))
            : content);
        Verify(consistent).First!.Entry.ShouldBe(BundleFormat.Standings);
    }

    [Fact]
    public void A_changed_manifest_is_named_by_its_line()
    {
        var file = golden.Repack(golden.Settle(2), (name, content) => name == BundleFormat.Manifest
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\"red\": 3", "\"red\": 4", StringComparison.Ordinal))
            : content);
        var first = Verify(file).First!;
        (first.Entry, first.Expected, first.Found).ShouldBe((BundleFormat.Manifest, "\"red\": 3,", "\"red\": 4,"));
    }

    [Theory]
    [InlineData("data/units.csv")]
    [InlineData("data/previous.csv")]
    [InlineData("standings.csv")]
    [InlineData("units.csv")]
    public void A_missing_entry_is_named(string gone) =>
        Verify(golden.Repack(golden.Settle(2), (name, content) => name == gone ? null : content)).First!.ShouldBe(Difference.Missing(gone));

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("rules.json")]
    public void Without_manifest_or_rules_it_is_no_bundle(string gone) =>
        Refusal(golden.Repack(golden.Settle(2), (name, content) => name == gone ? null : content)).ShouldContain(gone);

    [Fact]
    public void A_strange_entry_makes_it_no_bundle() =>
        Refusal(golden.Repack(golden.Settle(2), (_, content) => content, extra: "readme.txt")).ShouldContain("readme.txt");

    [Fact]
    public void A_second_entry_of_a_name_makes_it_no_bundle() =>
        Refusal(golden.Repack(golden.Settle(2), (_, content) => content, extra: "units.csv")).ShouldContain("units.csv");

    [Fact]
    public void Compressed_entries_make_it_no_bundle() =>
        Refusal(golden.Repack(golden.Settle(2), (_, content) => content, CompressionLevel.SmallestSize)).ShouldContain("压缩");

    [Fact]
    public void The_same_entries_packed_by_another_program_differ_in_the_zip() =>
        Verify(golden.Repack(golden.Settle(2), (_, content) => content)).First!.Entry.ShouldBe("zip");

    [Fact]
    public void Entries_in_another_order_are_named()
    {
        var first = Verify(golden.Repack(golden.Settle(2), (_, content) => content, backwards: true)).First!;
        (first.Entry, first.Expected, first.Found).ShouldBe(("zip", "data/findings.csv", "units.csv"));
    }

    [Fact]
    public void A_changed_timestamp_is_found_at_its_byte()
    {
        var bytes = File.ReadAllBytes(golden.Settle(2));
        bytes[10] = 7;
        var first = Verify(Write(bytes)).First!;
        (first.Entry, first.Expected, first.Found).ShouldBe(("zip", "00", "07"));
        first.What.En.ShouldBe("The zip itself differs (data/findings.csv, byte 10): expected 00, found 07");
    }

    [Fact]
    public void Another_engine_is_told()
    {
        var file = golden.Repack(golden.Settle(2), (name, content) => name == BundleFormat.Manifest
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(BundleFormat.Engine, "saima-scoring/0", StringComparison.Ordinal))
            : content);
        var verified = Verify(file);
        verified.Notes.ShouldHaveSingleItem().En.ShouldContain("saima-scoring/0");
        verified.First!.Entry.ShouldBe("zip", "only the packing of this test differs; the results do not");
    }

    [Fact]
    public void A_chain_that_does_not_fit_is_found()
    {
        var second = golden.Settle(2);
        Golden.Settle(1, null, golden.File("other.zip"), Saima.Testing.SampleDistrict.Folder);
        Verify(second, golden.File("other.zip")).First!.Field.ShouldBe("previous");
        Verify(second, golden.File("r1.zip")).Reproduced.ShouldBeTrue();
        Verify(golden.File("r1.zip"), golden.File("other.zip")).First!.What.Zh.ShouldContain("未给出上一轮");
    }

    [Fact]
    public void Whatever_is_handed_in_is_refused_or_differs_and_nothing_breaks()
    {
        var bytes = File.ReadAllBytes(golden.Settle(2));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, 5], Gen.Int[0, bytes.Length]).Sample(
            (at, value, kind, length) =>
            {
                var changed = kind == 0 ? bytes[..length] : [.. bytes];
                if (at < changed.Length)
                {
                    changed[at] = value;
                }

                var same = changed.AsSpan().SequenceEqual(bytes);
                var outcome = Bundle.Open(Write(changed));
                using var bundle = outcome.Value;
                return outcome.Refusal is not null ? !same : VerifyBundle.Run(bundle!).Reproduced == same;
            },
            iter: 150,
            threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("id,name\n1,2\n")]
    public void What_is_not_a_zip_is_refused_with_one_sentence(string content) =>
        Refusal(Write(Encoding.UTF8.GetBytes(content))).ShouldContain("不是完整的 zip 文件");

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        Bundle.Open(golden.File("none.zip")).Refusal!.Code.ShouldBe("BUNDLE_UNREADABLE");
        Bundle.Open(Golden.Package).Refusal!.Code.ShouldBe("BUNDLE_UNREADABLE");
    }

    private static Verification Verify(string file, string? previous = null)
    {
        using var bundle = Bundle.Open(file).Value!;
        using var before = previous is null ? null : Bundle.Open(previous).Value;
        return VerifyBundle.Run(bundle, before, 2, cancel: TestContext.Current.CancellationToken);
    }

    private static string Refusal(string file) => Bundle.Open(file).Refusal!.Message.Zh;

    private string Write(byte[] bytes)
    {
        var file = golden.File("changed.zip");
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
