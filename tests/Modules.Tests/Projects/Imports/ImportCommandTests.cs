using System.CommandLine;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Modules;
using Saima.Projects.Imports;
using Saima.Projects.Register;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_dry_run_shows_the_rows_and_writes_nothing()
    {
        var file = Book(Register.Body);
        var before = Files();
        var (status, output, _) = await Run("import", file, "--mapping", Checkout.Sample("district-register.json"), "--dry-run");
        status.ShouldBe(ExitStatus.Done);
        output.ShouldContain("name=示例甲厂房");
        output.ShouldContain("月度计划投资 / 4月 → month_plan");
        output.ShouldContain("读入 5 行，用到 3 行，搁置 2 行");
        Files().ShouldBe(before);
    }

    [Fact]
    public async Task Faults_are_listed_marked_in_a_workbook_and_nothing_else_is_written()
    {
        var file = Book([.. Register.Body, "9|示9|示例壬||续建|示例镇||多少|1"]);
        var annotated = Path.Combine(folder, "问题.xlsx");
        var (status, output, _) = await Run("import", file, "--mapping", Checkout.Sample("district-register.json"), "--annotated", annotated, "--out", Path.Combine(folder, "out.zip"));
        status.ShouldBe(ExitStatus.Refused);
        output.ShouldContain("BAD_NUMBER");
        output.ShouldContain("[重大项目] 第10行 “总投资（万元）”");
        File.Exists(annotated).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "out.zip")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mapping_is_proposed_saved_and_works_on_the_workbook_it_was_proposed_for()
    {
        var file = Book(Register.Body);
        var mapping = Path.Combine(folder, "本区.json");
        (await Run("import", file, "--season", "2023", "--save-mapping", mapping)).Status.ShouldBe(ExitStatus.Done);
        (await Run("import", file, "--season", "2023", "--save-mapping", mapping)).Status.ShouldBe(ExitStatus.Refused);
        var target = Path.Combine(folder, "package");
        (await Run("import", file, "--mapping", mapping, "--out", target)).Status.ShouldBe(ExitStatus.Done);
        var projects = await File.ReadAllLinesAsync(Path.Combine(target, "projects.csv"), TestContext.Current.CancellationToken);
        projects.Length.ShouldBe(4);
        projects[1].ShouldStartWith("示1,示例甲厂房,,示例街道,示例街道,new,12000.5,3000,");
        File.Exists(Path.Combine(target, "datapackage.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_target_it_goes_into_the_register()
    {
        await using var data = TestDatabase.Create("sqlite");
        var (status, output, error) = await Start(data, "import", Book(Register.Body), "--mapping", Checkout.Sample("district-register.json"), "--by", "示例用户");
        status.ShouldBe(ExitStatus.Done, output + error);
        (await data.Open().Set<ProjectFact>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
        (await data.Open().Set<RegisterChange>().SingleAsync(TestContext.Current.CancellationToken)).By.ShouldBe("示例用户");
    }

    [Theory]
    [InlineData("package")]
    [InlineData("package.zip")]
    public async Task A_data_package_needs_no_mapping_and_goes_straight_into_the_register(string name)
    {
        var package = Path.Combine(folder, name);
        (await Run("import", Book(Register.Body), "--mapping", Checkout.Sample("district-register.json"), "--out", package)).Status.ShouldBe(ExitStatus.Done);
        await using var data = TestDatabase.Create("sqlite");
        (await Start(data, "import", package, "--dry-run")).Status.ShouldBe(ExitStatus.Done);
        (await data.Open().Set<RegisterChange>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        var (status, output, error) = await Start(data, "import", package, "--season", "2023");
        status.ShouldBe(ExitStatus.Done, output + error);
        (await data.Open().Set<ProjectFact>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
    }

    [Fact]
    public async Task A_folder_that_is_no_package_is_refused()
    {
        var (status, _, error) = await Run("import", folder);
        status.ShouldBe(ExitStatus.Refused);
        error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("missing.xlsx", null, "没有")]
    [InlineData("text.xlsx", "this is no workbook", "")]
    [InlineData("empty.csv", "", "")]
    [InlineData("blank.csv", "\n\n\n", "")]
    [InlineData("quote.csv", "项目名称,责任单位\n\"never closed", "")]
    public async Task A_file_that_cannot_be_read_is_refused_with_a_sentence(string name, string? content, string said)
    {
        var path = Path.Combine(folder, name);
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        }

        var (status, output, error) = await Run("import", path, "--mapping", Checkout.Sample("district-register.json"), "--dry-run");
        status.ShouldBe(ExitStatus.Refused);
        (output + error).ShouldNotContain("   at ");
        (output + error).Length.ShouldBeGreaterThan(20 + said.Length);
    }

    [Theory]
    [InlineData("gb18030", ",")]
    [InlineData("utf-8", ";")]
    [InlineData("utf-8-bom", "\t")]
    [InlineData("utf-16", ",")]
    public async Task A_csv_is_read_in_the_encoding_and_with_the_delimiter_it_was_written(string encoding, string delimiter)
    {
        Encoding text = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
            "utf-16" => Encoding.Unicode,
            "utf-8-bom" => new UTF8Encoding(true),
            _ => new UTF8Encoding(false),
        };
        var path = Path.Combine(folder, "台账.csv");
        var rows = Register.Head.Concat(Register.Body).Select(row => string.Join(delimiter, row.Split('|').Select(cell => $"\"{cell}\"")));
        await File.WriteAllTextAsync(path, string.Join("\r\n", rows), text, TestContext.Current.CancellationToken);
        var (status, output, _) = await Run("import", path, "--mapping", Checkout.Sample("district-register.json"), "--dry-run", "--json");
        status.ShouldBe(ExitStatus.Done, output);
        output.ShouldContain("\"rowsUsed\":3");
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_read_with_progress_and_can_be_cancelled()
    {
        var file = Book([.. Enumerable.Range(1, 100_000).Select(number => $"={number}|示{number}|示例项目{number}||续建|示例镇{number % 20}镇||={number}.5|=12|=1|=1|=1|=1|=1|=4|进行|是|#44927|#44928|#44930")]);
        var reading = ReadSpreadsheet.Run(SourceFile.Open(file, TestContext.Current.CancellationToken), Register.Mapping(), null, null, TestContext.Current.CancellationToken);
        reading.Problems.ShouldBeEmpty();
        reading.Table("projects").Rows.Count.ShouldBe(100_000);
        reading.Table("plans").Rows.Count.ShouldBe(400_000);
        reading.Table("projects").Rows[99_999]["total_investment"].ShouldBe("1000005000");
        reading.Table("projects").Rows[0]["planned_start"].ShouldBe("2023-01-01");
        using var stop = new CancellationTokenSource();
        var seen = new List<long>();
        var target = Path.Combine(folder, "cancelled.zip");
        Should.Throw<OperationCanceledException>(() =>
        {
            var progress = new Watch(value =>
            {
                seen.Add(value.Rows);
                if (value.Rows > 50_000)
                {
                    stop.Cancel();
                }
            });
            var read = ReadSpreadsheet.Run(SourceFile.Open(file, stop.Token), Register.Mapping(), null, progress, stop.Token);
            WritePackage.Run(read, target, stop.Token);
        });
        seen.Count.ShouldBeInRange(20, 30);
        Directory.GetFileSystemEntries(folder).ShouldHaveSingleItem();
    }

    private string Book(IEnumerable<string> body)
    {
        var path = Path.Combine(folder, "台账.xlsx");
        Workbooks.Write(path, "重大项目", Register.Head.Concat(body), "A1:X1", "J3:M3", "R3:S3", "U3:W3", "A3:A4");
        return path;
    }

    private string[] Files() => [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static Task<(int Status, string Output, string Error)> Run(params string[] arguments) => Start(null, arguments);

    private static async Task<(int Status, string Output, string Error)> Start(TestDatabase? data, params string[] arguments)
    {
        var host = new CommandHost(_ => data?.Services() ?? throw new InvalidOperationException("This command opens no database."));
        var root = new RootCommand { host.Db, host.Json, ImportCommand.Create(host) };
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }

    private sealed class Watch(Action<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen(value);
    }
}
