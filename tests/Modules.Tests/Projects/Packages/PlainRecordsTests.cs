using System.Globalization;
using System.Text;
using CsCheck;
using Saima.Projects.Packages;
using Saima.Projects.Samples;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Packages;

/// <summary>Records without quotes are taken by the thousand, cells sixteen bytes at once; nobody may notice.</summary>
public sealed class PlainRecordsTests
{
    private static readonly Gen<string> CellText = Gen.OneOf(
        Gen.String[Gen.Char["0123456789.-,T "], 0, 20],
        Gen.Select(Gen.Long[0, 99_999_999_999_999], Gen.Int[0, 5], (whole, places) => whole.ToString(CultureInfo.InvariantCulture) + (places == 0 ? "" : "." + "31416"[..places])),
        Gen.Select(Gen.Int[1890, 2210], Gen.Int[0, 13], Gen.Int[0, 32], (year, month, day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")),
        Gen.Select(Gen.Int[1890, 2210], Gen.Int[0, 13], (year, month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")));

    [Fact]
    public void Sixteen_bytes_at_once_never_say_otherwise_than_byte_by_byte() => CellText.Sample(
        text =>
        {
            // Whatever lies around the cell must not matter.
            var bytes = Encoding.UTF8.GetBytes("9999999999999999.2" + text + "5-01.99999999999999999");
            var (start, end) = (18, 18 + text.Length);
            var cell = Encoding.UTF8.GetBytes(text);
            if (PlainCells.Money(ref bytes[0], start, end, out var yuan))
            {
                Cells.Money(cell, out var expected).ShouldBeTrue();
                yuan.ShouldBe(expected);
            }

            if (PlainCells.Date(ref bytes[0], start, end, PlainCells.FirstDaysOfMonths, out var day))
            {
                Cells.Date(cell, out var expected).ShouldBeTrue();
                day.ShouldBe(expected);
            }

            if (PlainCells.Month(ref bytes[0], start, end, out var month))
            {
                Cells.Month(cell, out var expected).ShouldBeTrue();
                month.ShouldBe(expected);
            }
        },
        iter: 200_000);

    [Fact]
    public void What_people_write_is_of_the_common_form()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 64) + "1234567.8901|2023-12-31|2023-12" + new string('x', 64));
        PlainCells.Money(ref bytes[0], 64, 76, out var yuan).ShouldBe(System.Runtime.Intrinsics.X86.Sse41.IsSupported);
        PlainCells.Date(ref bytes[0], 77, 87, PlainCells.FirstDaysOfMonths, out var day).ShouldBe(System.Runtime.Intrinsics.X86.Ssse3.IsSupported);
        PlainCells.Month(ref bytes[0], 88, 95, out var month).ShouldBe(System.Runtime.Intrinsics.X86.Ssse3.IsSupported);
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Sse41.IsSupported, "Cells are read byte by byte here.");
        yuan.ShouldBe(12_345_678_901);
        day.ShouldBe(new DateOnly(2023, 12, 31).DayNumber);
        month.ShouldBe((12 * 2023) + 11);
    }

    [Fact]
    public void Tables_of_many_pieces_give_the_same_package_quoted_or_not_with_any_line_ends_and_threads()
    {
        using var text = new PackageText();
        var folder = text.NewPath();
        CreateSample.Run(new(20_000, 7, folder), cancel: TestContext.Current.CancellationToken).Refusal.ShouldBeNull();
        var expected = PackageText.Canonical(Read(folder, 1));
        PackageText.Canonical(Read(folder, 3)).ShouldBe(expected);
        foreach (var file in Directory.GetFiles(folder, "*.csv"))
        {
            Bend(file);
        }

        PackageText.Canonical(Read(folder, 2)).ShouldBe(expected);
    }

    [Fact]
    public void A_fault_between_plain_records_is_told_with_its_row_whatever_lies_before_it()
    {
        using var text = new PackageText();
        var rows = new StringBuilder("project,month,planned\n");
        for (var year = 1900; year < 2199; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                rows.Append(CultureInfo.InvariantCulture, $"P1,{year}-{month:00},1\n");
            }

            rows.Append(year % 50 == 0 ? "\n" : "").Append(year % 70 == 0 ? $"\"P2\",{year}-01,1\n" : "");
        }

        var lines = rows.ToString().Split('\n');
        var at = Array.IndexOf(lines, "P1,2101-07,1");
        lines[at] = "P1,2101-07,1.23456";
        lines[at + 2] = "P1,2101-09";
        lines[at + 3] = "P3,2101-10,1";
        text.Files["plans.csv"] = string.Join('\n', lines);
        var errors = PackageReader.Read(text.Folder(), cancel: TestContext.Current.CancellationToken).Errors.ToList();
        errors.Select(error => (error.Code, error.Row)).ShouldBe(
            [("BAD_NUMBER", at + 1), ("FIELD_COUNT", at + 3), ("MISSING_VALUE", at + 3), ("UNKNOWN_PROJECT", at + 4)], ignoreOrder: true);
    }

    private static DataPackage Read(string folder, int threads)
    {
        var reading = PackageReader.Read(folder, new ReadingOptions(threads), cancel: TestContext.Current.CancellationToken);
        reading.Problems.ShouldBeEmpty();
        return reading.Package!;
    }

    /// <summary>Quotes runs of rows, ends others with CR LF, and leaves the last line end out.</summary>
    private static void Bend(string file)
    {
        var lines = File.ReadAllText(file).TrimEnd('\n').Split('\n');
        for (var row = 1; row < lines.Length; row++)
        {
            var comma = lines[row].IndexOf(',', StringComparison.Ordinal);
            lines[row] = (row / 500 % 5) switch
            {
                1 => "\"" + lines[row].Replace(",", "\",\"", StringComparison.Ordinal) + "\"",
                2 => lines[row] + "\r",
                3 when row % 3 == 0 => "\"" + lines[row].Insert(comma, "\""),
                _ => lines[row],
            };
        }

        File.WriteAllText(file, string.Join('\n', lines));
    }
}
