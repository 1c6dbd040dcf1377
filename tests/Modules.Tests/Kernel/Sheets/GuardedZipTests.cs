using Saima.Kernel.Sheets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Sheets;

public sealed class GuardedZipTests
{
    private const uint SymbolicLink = 0xA1FF0000;

    [Theory]
    [InlineData("../a.csv")]
    [InlineData("a/../../b.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/a.csv")]
    [InlineData("a\\b.csv")]
    [InlineData("./a.csv")]
    [InlineData("a\u0001.csv")]
    public void A_name_that_leads_out_is_refused(string name) => Code(new ZipBytes().Add(name, "x")).ShouldBe("ZIP_BAD_NAME");

    [Fact]
    public void Links_passwords_nested_zips_and_doubled_names_are_refused()
    {
        Code(new ZipBytes().Add("a.csv", "x", attributes: SymbolicLink)).ShouldBe("ZIP_LINK");
        Code(new ZipBytes().Add("a.csv", "x", flags: 1)).ShouldBe("ZIP_ENCRYPTED");
        Code(new ZipBytes().Add("a.zip", "x")).ShouldBe("ZIP_NESTED");
        Code(new ZipBytes().Add("a.csv", "x").Add("a.csv", "y")).ShouldBe("ZIP_DUPLICATE_ENTRY");
    }

    [Fact]
    public void More_entries_than_a_package_could_need_are_refused()
    {
        var zip = new ZipBytes();
        for (var i = 0; i < 2_001; i++)
        {
            zip.Add($"{i}.csv", "x");
        }

        Code(zip).ShouldBe("ZIP_TOO_MANY_ENTRIES");
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_declares_and_by_what_it_inflates()
    {
        Code(new ZipBytes().AddBomb("a.csv", 1_000, 4_200_000_000)).ShouldBe("ZIP_BOMB");
        Code(new ZipBytes().AddBomb("a.csv", 1_000, 3_000_000)).ShouldBe("ZIP_DAMAGED");
        Code(new ZipBytes().AddBomb("a.csv", 1_000, 1_000_000_000)).ShouldBeOneOf("ZIP_BOMB", "ZIP_DAMAGED");
    }

    [Fact]
    public void A_truncated_zip_and_a_changed_byte_are_refused()
    {
        var whole = new ZipBytes().Add("a.csv", new string('x', 5_000)).ToArray();
        Code(whole[..^30]).ShouldBe("NOT_A_ZIP");
        Code(whole).ShouldBe("");
        whole[40] ^= 1;
        Code(whole).ShouldBe("ZIP_DAMAGED");
    }

    private static string Code(ZipBytes zip) => Code(zip.ToArray());

    private static string Code(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            using var zip = GuardedZip.Open(path);
            foreach (var name in zip.Names)
            {
                using var entry = zip.Read(name);
                entry.CopyTo(Stream.Null);
            }

            return "";
        }
        catch (UnreadableFile unreadable)
        {
            return unreadable.Problem.Code;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
