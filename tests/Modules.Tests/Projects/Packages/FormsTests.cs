using System.Text;
using CsCheck;
using Saima.Projects.Packages;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Packages;

public sealed class FormsTests
{
    private static readonly string[] Words = ["示例", "1+1=", "(+86)", "零下-5℃", "x@y", "a,b", "say \"hi\"", "two\nlines", "cr\rhere", "_x0041_", "甲＝", "'=1", "𠮷野", "end ", "tab\there", "<&>", "0012", "2023-04"];

    private static readonly string[] Kinds = ["new", "continuing", "completing", "preparatory"];

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gb18030", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_spreadsheets_write_is_read(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var text = new PackageText();
        var expected = PackageText.Canonical(text.Sound());
        var folder = text.Folder();
        Encoding encoding = name == "utf-8-bom" ? new UTF8Encoding(true) : name == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);
        foreach (var file in Directory.GetFiles(folder, "*.csv"))
        {
            File.WriteAllBytes(file, [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(File.ReadAllBytes(file)))]);
        }

        PackageText.Canonical(PackageReader.Read(folder, cancel: TestContext.Current.CancellationToken).Package!).ShouldBe(expected);
    }

    [Fact]
    public void Damaged_utf_8_is_refused_with_row_and_byte_and_not_taken_for_gb_18030()
    {
        using var text = new PackageText();
        var folder = text.Folder();
        var path = Path.Combine(folder, "units.csv");
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("镇"u8);
        bytes[at] = (byte)'x';
        File.WriteAllBytes(path, bytes);
        var problem = PackageReader.Read(folder, cancel: TestContext.Current.CancellationToken).Errors.First(p => p.Code == "BAD_ENCODING");
        (problem.Row, problem.Value).ShouldBe((3, "0x95"));
        problem.Message.En.ShouldStartWith($"Byte {at + 2} ");
    }

    [Fact]
    public void Carriage_returns_quotes_and_a_missing_last_line_end_make_no_difference()
    {
        using var text = new PackageText();
        var expected = PackageText.Canonical(text.Sound());
        foreach (var file in text.Files.Keys.ToList())
        {
            text.Files[file] = text.Files[file].TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        }

        text.Replace("units.csv", "U1,示例平台,platform", "\"U1\",\"示例平台\",\"platform\"");
        PackageText.Canonical(text.Sound()).ShouldBe(expected);
    }

    [Fact]
    public void Chinese_headings_and_words_are_read()
    {
        using var text = new PackageText();
        var expected = PackageText.Canonical(text.Sound());
        foreach (var table in PackageTable.All)
        {
            var lines = text.Files[table.Name + ".csv"].Split('\n');
            lines[0] = string.Join(',', table.Columns.Select(column => column.Kind == CellKind.Money ? column.Zh + "（万元）" : column.Zh));
            text.Files[table.Name + ".csv"] = string.Join('\n', lines);
        }

        text.Replace("units.csv", "platform", "平台").Replace("holidays.csv", "work", "班").Replace("reports.csv", "true", "是").Replace("projects.csv", ",new,", ",新开工,");
        PackageText.Canonical(text.Sound()).ShouldBe(expected);
    }

    [Fact]
    public void Canonical_rows_are_as_the_specification_writes_them()
    {
        using var text = new PackageText();
        var package = text.Sound();
        PackageText.Canonical(package, PackageTable.Projects).ShouldBe("""
            id,name,code,unit,town,class,total_investment,annual_plan,opening_cumulative,planned_start,started_on,included_on,planned_completion,completed_on,listed_on,suspended_from,suspended_to,suspension_reason
            P1,示例一号,2311-330109-04-01-789813,U1,,new,12500.5,1200,0,2023-01-10,2023-01-12,2023-02-01,2025-06-30,,,,,
            P2,"示例,二号",,U2,百官,continuing,30000,600,100.25,2022-01-10,2022-01-12,2022-02-01,2024-06-30,,,2023-05-01,2023-06-01,等地

            """);
        PackageText.Canonical(package, PackageTable.Reports).ShouldBe(text.Files["reports.csv"]);
    }

    [Fact]
    public void A_folder_a_zip_and_a_workbook_in_either_language_give_back_what_was_read()
    {
        using var text = new PackageText();
        var rows =
            from name in Gen.Int[0, Words.Length - 1].Select(i => Words[i])
            from town in Gen.Int[0, Words.Length - 1].Select(i => Words[i])
            from kind in Gen.Int[0, 3].Select(i => Kinds[i])
            from amount in Gen.Long[0, 1_000_000_000_000_000]
            from small in Gen.Long[0, 99_999_999]
            from day in Gen.Int[693595, 803000]
            from month in Gen.Int[0, 11]
            select (name, town, kind, amount, small, Day: DateOnly.FromDayNumber(day), month);
        rows.Array[1, 12].Sample(
            all =>
            {
                var projects = new StringBuilder(text.Files["projects.csv"].Split('\n')[0] + "\n");
                var reports = new StringBuilder("project,month,invested,ytd,submitted_on,verified,progress\n");
                for (var i = all.Length - 1; i >= 0; i--)
                {
                    var row = all[i];
                    projects.Append(System.Globalization.CultureInfo.InvariantCulture, $"Q{i},{Quoted(row.name)},,U1,{Quoted(row.town)},{row.kind},{Money(row.amount)},{Money(row.small)},,{row.Day:yyyy-MM-dd},,,,,,,,\n");
                    reports.Append(System.Globalization.CultureInfo.InvariantCulture, $"Q{i},2023-{row.month + 1:00},{Money(-row.small)},{Money(row.small)},{row.Day:yyyy-MM-dd},{(row.month > 5 ? "true" : "false")},{Quoted(row.town)}\n");
                }

                using var made = new PackageText();
                foreach (var file in made.Files.Keys.Where(file => file != "units.csv").ToList())
                {
                    made.Files.Remove(file);
                }

                (made.Files["projects.csv"], made.Files["reports.csv"]) = (projects.ToString(), reports.ToString());
                var package = made.Sound();
                var canonical = PackageText.Canonical(package);
                PackageText.Canonical(Again(made.NewPath(), path => PackageWriter.WriteFolder(package, path))).ShouldBe(canonical);
                PackageText.Canonical(Again(made.NewPath(".zip"), Into(stream => PackageWriter.WriteZip(package, stream)))).ShouldBe(canonical);
                PackageText.Canonical(Again(made.NewPath(".xlsx"), Into(stream => PackageWriter.WriteWorkbook(package, stream)))).ShouldBe(canonical);
                PackageText.Canonical(Again(made.NewPath(".xlsx"), Into(stream => PackageWriter.WriteWorkbook(package, stream, chinese: false)))).ShouldBe(canonical);
            },
            iter: 60, threads: 2);
    }

    private static Action<string> Into(Action<Stream> write) => path =>
    {
        using var file = File.Create(path);
        write(file);
    };

    private static DataPackage Again(string path, Action<string> write)
    {
        write(path);
        var reading = PackageReader.Read(path);
        return reading.Package ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Money(long yuan) => (yuan / 10_000m).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
}
