using System.Globalization;
using Saima.Projects.Samples;

namespace Saima.Bench;

/// <summary>All measurements in one run, on the same files; prints a page and writes it where <c>--page</c> says.</summary>
internal static class BenchRun
{
    private const int Few = 5_000;

    public static int All(string[] args)
    {
        var quick = args.Contains("--quick");
        var many = int.Parse(Option(args, "--projects") ?? (quick ? "100000" : "1000000"), CultureInfo.InvariantCulture);
        var some = Math.Min(many, quick ? 20_000 : 100_000);
        var times = quick ? 1 : 3;
        var postgres = Option(args, "--postgres");
        var folder = Directory.CreateTempSubdirectory("saima-bench-").FullName;
        try
        {
            var page = new BenchPage(many, some, times);
            page.Add("bandwidth", Measurement.Run("bandwidth"));
            var large = Package(folder, many);
            EndToEnd(page, folder, large, times);
            var small = many == some ? large : Package(folder, some);
            RowStores(page, folder, small, postgres);
            Say("The engine alone");
            page.Add("engine", Measurement.Run("engine", Text(many)));
            page.Add("again", Measurement.Run("again", Text(Few)));
            Workbook(page, folder);
            Say("done");
            page.Finish();
            Console.Write(page.Markdown);
            if (Option(args, "--page") is { } path)
            {
                File.WriteAllText(path, page.Markdown + BenchSections.After(path, BenchSections.Pages));
            }

            return page.Agrees ? 0 : 3;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void EndToEnd(BenchPage page, string folder, string package, int times)
    {
        var (ours, theirs) = (Path.Combine(folder, "saima.csv"), Path.Combine(folder, "duckdb.csv"));
        Say("Saima and DuckDB in turn");
        var runs = Measurement.InTurn(times, ("saima", [package, ours, "2"]), ("duckdb", [package, theirs]));
        page.Add("saima", runs[0]);
        page.Add("duckdb", runs[1]);
        page.Add("duckdb agreement", Measurement.Run("agreement", ours, theirs));
        Say("Saima on one thread");
        page.Add("saima alone", Measurement.Run("saima", package, ours, "1"));
    }

    private static void RowStores(BenchPage page, string folder, string package, string? postgres)
    {
        var (ours, theirs) = (Path.Combine(folder, "saima.csv"), Path.Combine(folder, "peer.csv"));
        Say("Saima, fewer projects");
        page.Add("saima small", Measurement.Run("saima", package, ours, "2"));
        Say("SQLite");
        page.Add("sqlite", Measurement.Run("sqlite", package, theirs));
        page.Add("sqlite agreement", Measurement.Run("agreement", ours, theirs));
        if (postgres is not null)
        {
            Say("PostgreSQL");
            page.Add("postgres", Measurement.Run("postgres", package, theirs, postgres));
            page.Add("postgres agreement", Measurement.Run("agreement", ours, theirs));
        }
    }

    private static void Workbook(BenchPage page, string folder)
    {
        Say("A workbook");
        var workbook = Path.Combine(folder, "register.xlsx");
        DistrictWorkbook.Write(workbook);
        page.Add("workbook", Measurement.Run("workbook", workbook, Path.Combine(folder, "bench.db")));
        page.Add("miniexcel", Measurement.Run("miniexcel", workbook));
    }

    private static string Package(string folder, int projects)
    {
        Say($"{projects} projects");
        var target = Path.Combine(folder, "package-" + Text(projects));
        var refusal = CreateSample.Run(new(projects, GeneratedFacts.Seed, target, RoundUnderTest.Season)).Refusal;
        return refusal is null ? target : throw new InvalidOperationException(refusal.Message.En);
    }

    private static void Say(string what) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 || at + 1 >= args.Length ? null : args[at + 1];
    }
}
