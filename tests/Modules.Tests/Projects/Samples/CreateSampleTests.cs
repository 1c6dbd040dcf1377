using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Saima.Projects.Packages;
using Saima.Projects.Samples;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Samples;

public sealed class CreateSampleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("saima-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_number_and_seed_give_the_same_bytes_on_every_machine()
    {
        var first = Write(new(300, 42, In("a")));
        Write(new(300, 42, In("b")));

        Hash(In("a")).ShouldBe(Hash(In("b")));
        // A literal, so that another machine, culture or runtime that disagrees is found out.
        Hash(In("a")).ShouldBe("afb73a91808189c87e4eaf381c9f3248c82918e0d9d0b9a247a214d10119e3fe");
        first.Bytes.ShouldBe(Directory.GetFiles(In("a")).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public void Another_seed_gives_other_projects()
    {
        Write(new(50, 1, In("a")));
        Write(new(50, 2, In("b")));

        Hash(In("a")).ShouldNotBe(Hash(In("b")));
    }

    [Fact]
    public void A_zip_holds_the_files_of_the_folder()
    {
        Write(new(5000, 3, In("a")));
        Write(new(5000, 3, In("a.zip")));

        using var zip = ZipFile.OpenRead(In("a.zip"));
        zip.Entries.Count.ShouldBe(Directory.GetFiles(In("a")).Length);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            // The descriptor names the command, which names no place: it is the same too.
            copy.ToArray().ShouldBe(File.ReadAllBytes(Path.Combine(In("a"), entry.FullName)));
        }
    }

    [Fact]
    public void A_sample_of_a_larger_number_begins_like_the_smaller_one()
    {
        Write(new(100, 9, In("a")));
        Write(new(4200, 9, In("b")));

        var small = File.ReadAllText(Path.Combine(In("a"), "reports.csv"));
        File.ReadAllText(Path.Combine(In("b"), "reports.csv")).ShouldStartWith(small);
    }

    [Fact]
    public void Every_name_says_that_it_is_invented()
    {
        Write(new(2000, 5, In("a")));

        Rows("projects").ShouldAllBe(row => row[1].StartsWith("示例·"));
        Rows("units").ShouldAllBe(row => row[1].StartsWith("示例"));
        Rows("projects").Select(row => row[3]).Distinct().Order(StringComparer.Ordinal).ShouldBe(Rows("units").Select(row => row[0]));
    }

    [Fact]
    public void Plans_add_up_to_the_annual_plan_and_each_ytd_follows_from_the_one_before()
    {
        Write(new(2000, 11, In("a")));

        var annual = Rows("projects").ToDictionary(row => row[0], row => decimal.Parse(row[7]));
        var plans = Rows("plans").GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows => rows.Sum(row => decimal.Parse(row[2])));
        plans.Count.ShouldBeInRange(1900, 1999);
        plans.ShouldAllBe(plan => plan.Value == annual[plan.Key]);
        foreach (var rows in Rows("reports").Where(row => row[1].StartsWith("2023")).GroupBy(row => row[0]))
        {
            var ytd = 0m;
            foreach (var row in rows)
            {
                decimal.Parse(row[2]).ShouldBeGreaterThanOrEqualTo(0);
                decimal.Parse(row[3]).ShouldBe(ytd + decimal.Parse(row[2]));
                ytd = decimal.Parse(row[3]);
            }
        }
    }

    [Fact]
    public void A_generated_package_is_read_without_a_single_problem_and_a_dirty_one_with_warnings_only()
    {
        Write(new(3000, 17, In("a")));
        Write(new(3000, 17, In("b"), Dirt: true));

        var clean = PackageReader.Read(In("a"), cancel: TestContext.Current.CancellationToken);
        var dirty = PackageReader.Read(In("b"), cancel: TestContext.Current.CancellationToken);

        clean.Problems.ShouldBeEmpty();
        clean.Package!.Facts.ProjectCount.ShouldBe(3000);
        dirty.Errors.ShouldBeEmpty();
        dirty.Warnings.Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["CODE_DOUBTFUL", "NEGATIVE_CORRECTION", "PLAN_SUM_DIFFERS", "YTD_DIFFERS"]);
    }

    [Fact]
    public void Codes_have_their_check_digit_and_none_occurs_twice()
    {
        Write(new(3000, 13, In("a")));

        var codes = Rows("projects").Select(row => row[2]).Where(code => code.Length > 0).ToList();
        codes.ShouldAllBe(code => HasCheckDigit(code));
        codes.Distinct().Count().ShouldBe(codes.Count);
    }

    [Fact]
    public void The_codes_of_the_standard_are_written_with_their_check_digits()
    {
        // Published codes, then synthetic ones of the district.
        Code(2023, 11, 330109, 4, 1, 78981).ShouldBe("2311-330109-04-01-789813");
        Code(2025, 9, 320193, 89, 1, 54406).ShouldBe("2509-320193-89-01-544060");
        Code(2023, 4, 330604, 4, 1, 12345).ShouldBe("2304-330604-04-01-123451");
        Code(2023, 10, 330604, 7, 2, 1).ShouldBe("2310-330604-07-02-000018");
    }

    [Fact]
    public void Random_numbers_are_those_of_the_published_algorithm()
    {
        // The reference vectors of SplitMix64 for the state 1234567.
        var random = new SplitMix64(1234567);
        random.Next().ShouldBe(6457827717110365317UL);
        random.Next().ShouldBe(3203168211198807973UL);
        random.Next().ShouldBe(9817491932198370423UL);
    }

    [Fact]
    public void An_existing_folder_is_refused_and_left_alone()
    {
        Write(new(10, 1, In("a")));
        var before = Hash(In("a"));

        var outcome = CreateSample.Run(new(10, 2, In("a")), null, TestContext.Current.CancellationToken);

        outcome.Refusal!.Code.ShouldBe("SAMPLE_TAKEN");
        Hash(In("a")).ShouldBe(before);
    }

    [Theory]
    [InlineData(0, 2023, "SAMPLE_COUNT")]
    [InlineData(-5, 2023, "SAMPLE_COUNT")]
    [InlineData(10_000_000, 2023, "SAMPLE_COUNT")]
    [InlineData(10, 23, "SAMPLE_SEASON")]
    public void Absurd_wishes_are_refused(int projects, int season, string code)
    {
        CreateSample.Run(new(projects, 1, In("a"), season), null, TestContext.Current.CancellationToken).Refusal!.Code.ShouldBe(code);
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.zip")]
    public void A_cancelled_sample_leaves_nothing_behind(string name)
    {
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => CreateSample.Run(new(50_000, 1, In(name)), new CancelAt(cancel, 0.3), cancel.Token));

        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    private static string Code(int year, int month, int district, int department, int kind, int number)
    {
        Span<byte> room = stackalloc byte[24];
        NationalCode.Write(room, (12 * year) + month - 1, district, department, kind, number);
        return Encoding.ASCII.GetString(room);
    }

    // ISO 7064: the check over all digits including the check digit comes to 1.
    private static bool HasCheckDigit(string code)
    {
        var p = 10;
        var digits = code.Replace("-", "").Select(c => c - '0').ToList();
        foreach (var digit in digits.SkipLast(1))
        {
            var sum = (p + digit) % 10;
            p = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (p + digits[^1]) % 10 == 1;
    }

    private static SampleWritten Write(SampleRequest request)
    {
        var outcome = CreateSample.Run(request, null, TestContext.Current.CancellationToken);
        outcome.Refusal.ShouldBeNull();
        return outcome.Value!;
    }

    private static string Hash(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(path).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string In(string name) => Path.Combine(folder, name);

    private List<string[]> Rows(string table) => [.. File.ReadLines(Path.Combine(In("a"), table + ".csv")).Skip(1).Select(line => line.Split(','))];

    private sealed class CancelAt(CancellationTokenSource cancel, double share) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                cancel.Cancel();
            }
        }
    }
}
