using System.Diagnostics;
using System.Text;
using Saima.Modules.Tests.Kernel.Sheets;
using Saima.Projects.Packages;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Packages;

public sealed class MalformedPackagesTests
{
    private const int Cases = 1_200;
    private static readonly string[] Absurd =
    [
        "1e308", "NaN", "Infinity", "-Infinity", "0x1F", "1,000", "１２", "99999999999999999999999999", "--1", "1.", ".5", "1.23456", "=1+1", "+5", "@a", "1 2", "٣", "1e-7",
    ];

    private static readonly string[] AbsurdDates = ["0000-00-00", "2023-02-29", "9999-12-31", "1899-12-31", "2023/01/01", "20230101", "45046", "２０２３-01-01", "2023-1-1", "=TODAY()", "2023-01-01T00:00:00", "-001-01-01"];

    private static readonly string[] BadJson = ["", "{", "[]", "null", "{\"resources\":{}}", "{\"resources\":[1,null,[]]}", "{\"resources\":[{\"name\":1}]}", "\uFEFF{}", "{\"resources\":[{\"name\":\"projects\",\"path\":\"\\u0000\"}]}", "{\"resources\":[{\"name\":\"projects\",\"path\":\"\\ud800\"}]}"];

    [Fact]
    public void Twelve_hundred_malformed_packages_are_answered_with_problems_and_never_with_an_exception()
    {
        using var sound = new PackageText();
        var package = sound.Sound();
        var zip = File.ReadAllBytes(sound.Zip());
        using var book = new MemoryStream();
        PackageWriter.WriteWorkbook(package, book, cancel: TestContext.Current.CancellationToken);
        var slowest = TimeSpan.Zero;
        var before = GC.GetTotalAllocatedBytes();
        for (var seed = 0; seed < Cases; seed++)
        {
            using var text = new PackageText();
            var (path, certain) = Make(text, zip, book.ToArray(), new Random(seed), seed % 12);
            var clock = Stopwatch.StartNew();
            PackageReading reading;
            try
            {
                reading = PackageReader.Read(path, cancel: TestContext.Current.CancellationToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Seed {seed} ended in an exception.", problem);
            }

            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            (reading.Package is null).ShouldBe(reading.Errors.Any(), $"seed {seed}");
            reading.Problems.ShouldAllBe(p => p.Message.Zh.Length > 0 && p.Message.En.Length > 0 && p.Remedy.Zh.Length > 0 && p.File.Length > 0);
            if (certain)
            {
                reading.Errors.ShouldNotBeEmpty($"seed {seed}");
            }
        }

        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20_000_000_000);
    }

    [Theory]
    [InlineData(10_000_000_000, "ZIP_BOMB")]
    [InlineData(4_000, "ZIP_DAMAGED")]
    public void A_bomb_of_ten_gigabytes_is_refused_at_once(long declared, string code)
    {
        using var text = new PackageText();
        var path = text.NewPath(".zip");
        File.WriteAllBytes(path, new ZipBytes().Add("datapackage.json", PackageText.Descriptor(["projects.csv", "units.csv"]))
            .Add("units.csv", text.Files["units.csv"]).AddBomb("projects.csv", 1_000, declared).ToArray());
        var clock = Stopwatch.StartNew();
        var reading = PackageReader.Read(path, cancel: TestContext.Current.CancellationToken);
        reading.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_workbook_with_live_formulas_is_refused_cell_by_cell()
    {
        using var text = new PackageText();
        var path = text.NewPath(".xlsx");
        File.WriteAllBytes(path, Workbook("""<c r="B2"><f>HYPERLINK("x")</f><v>1</v></c>"""));
        var problem = PackageReader.Read(path, cancel: TestContext.Current.CancellationToken).Errors.First(p => p.Code == "FORMULA_CELL");
        (problem.Sheet, problem.Row, problem.Column).ShouldBe(("单位", 2, "单位名称"));
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var text = new PackageText();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => PackageReader.Read(text.Folder(), cancel: cancel.Token));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        using var text = new PackageText();
        var folder = text.Folder();
        var outside = text.NewPath(".csv");
        File.Move(Path.Combine(folder, "units.csv"), outside);
        File.CreateSymbolicLink(Path.Combine(folder, "units.csv"), outside);
        PackageReader.Read(folder, cancel: TestContext.Current.CancellationToken).Errors.ShouldContain(p => p.Code == "PATH_OUTSIDE");
    }

    private static (string Path, bool Certain) Make(PackageText text, byte[] zip, byte[] book, Random random, int kind)
    {
        var files = text.Files.Keys.ToArray();
        var file = files[random.Next(files.Length)];
        switch (kind)
        {
            case 0:
                return (Written(text, ".zip", zip[..random.Next(4, zip.Length - 1)]), true);
            case 1:
                return (Written(text, ".xlsx", book[..random.Next(4, book.Length - 1)]), true);
            case 2:
                return (Written(text, ".zip", Flipped(zip, random)), false);
            case 3:
                return (Written(text, ".xlsx", Flipped(book, random)), false);
            case 4:
                text.With("projects.csv", $"P9,九,,U1,,new,\"{Absurd[random.Next(Absurd.Length)]}\",1,,,,,,,,,,");
                return (text.Folder(), true);
            case 5:
                text.With("projects.csv", $"P9,九,,U1,,new,1,1,,{AbsurdDates[random.Next(AbsurdDates.Length)]},,,,,,,,");
                return (text.Folder(), true);
            case 6:
                return (Rewritten(text, file, bytes => Flipped(bytes, random)), false);
            case 7:
                return (Rewritten(text, "datapackage.json", _ => Encoding.UTF8.GetBytes(BadJson[random.Next(BadJson.Length)])), true);
            case 8:
                return (Rewritten(text, "datapackage.json", bytes => Flipped(bytes, random)), false);
            case 9:
                var broken = new byte[] { 0xFF, 0xC0, 0x80, 0xFE, 0x81 };
                return (Rewritten(text, file, bytes => [.. bytes[..random.Next(3, bytes.Length)], broken[random.Next(broken.Length)], 0xFF, .. bytes[^5..]]), true);
            case 10:
                string[] ways = ["../", "/", "a/../../", "..\\", "C:/"];
                return (Written(text, ".zip", new ZipBytes().Add("datapackage.json", PackageText.Descriptor(files)).Add(ways[random.Next(ways.Length)] + file, "x").ToArray()), true);
            default:
                var missing = text.Folder();
                File.Delete(Path.Combine(missing, file));
                return (missing, true);
        }
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var copy = bytes.ToArray();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        }

        return copy;
    }

    private static string Written(PackageText text, string end, byte[] bytes)
    {
        var path = text.NewPath(end);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Rewritten(PackageText text, string file, Func<byte[], byte[]> change)
    {
        var folder = text.Folder();
        var path = Path.Combine(folder, file);
        File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
        return folder;
    }

    private static byte[] Workbook(string cells) => new ZipBytes()
        .Add("xl/workbook.xml", """<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="单位" r:id="a"/></sheets></workbook>""")
        .Add("xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>""")
        .Add("xl/worksheets/s.xml", $"""<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>单位编号</t></is></c><c r="B1" t="inlineStr"><is><t>单位名称</t></is></c><c r="C1" t="inlineStr"><is><t>单位类别</t></is></c></row><row r="2">{cells}</row></sheetData></worksheet>""")
        .ToArray();
}
