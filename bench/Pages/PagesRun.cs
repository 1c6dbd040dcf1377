using System.Globalization;
using System.Text;
using Saima.Projects.Samples;

namespace Saima.Bench.Pages;

/// <summary>Everything about the pages in one run; writes its part of the page of results.</summary>
internal static class PagesRun
{
    private static readonly string[] Lists =
    [
        "/projects/2023", "/projects/2023?q={word}", "/projects/2023?q={initials}", "/projects/2023?class=new&size=1-5", "/projects/2023?flag=yellow", "/projects/2023?sort=name&page=900",
        "/?bench=1", "/seasons/2023/rounds/6?bench=1", "/seasons/2023/rounds/6?bench=1&page=900", "/seasons/2023/rounds/6/lanes/build?bench=1&flag=yellow", "/seasons/2023/rounds/6?q={word}", "/seasons/2023/rounds/6?q={initials}",
        "/seasons/2023/rounds/6?bench=1&moved=up", "/seasons/2023/rounds/6/units?bench=1",
    ];

    private static readonly string[] Board = ["/", "/seasons/2023/rounds/6", "/seasons/2023/rounds/5/projects/P027", "/seasons/2023/rounds/6/units"];

    public static int Run(string[] args)
    {
        var projects = int.Parse(Option(args, "--projects") ?? "100000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("saima-pages-").FullName;
        try
        {
            var text = new StringBuilder();
            ListsOf(text, folder, projects, Option(args, "--postgres"));
            Console.Write(text);
            PublicBoard(text, folder, Option(args, "--lighthouse"));
            Console.Write(text);
            if (Option(args, "--page") is { } page)
            {
                BenchSections.Replace(page, BenchSections.Pages, text.ToString());
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ListsOf(StringBuilder text, string folder, int projects, string? postgres)
    {
        Say($"{projects} projects");
        var package = Path.Combine(folder, "package");
        var refusal = CreateSample.Run(new(projects, GeneratedFacts.Seed, package, RoundUnderTest.Season)).Refusal;
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Message.En);
        }

        var databases = new List<(string Title, string Db)> { ("SQLite", Path.Combine(folder, "lists.db")) };
        if (postgres is not null)
        {
            databases.Add(("PostgreSQL", postgres));
        }

        var measured = new List<IReadOnlyList<ListTiming>>();
        foreach (var (title, db) in databases)
        {
            Say($"into {title}");
            SaimaProcess.Command("import", package, "--season", "2023", "--db", db);
            AiredRounds.Run(db, RoundUnderTest.Season, 5, 6);
            SaimaProcess.CommandWith(ListTiming.Password, "people", "add", ListTiming.User, "--name", "Bench", "--role", "project-office", "--db", db);
            Say($"lists on {title}");
            using var site = SaimaProcess.Serve(db);
            measured.Add(ListTiming.Measure(site.Address, Lists));
        }

        text.Append(CultureInfo.InvariantCulture, $"## Lists of {projects:N0} projects 十万项目的列表\n\n");
        text.Append("Milliseconds from the request to the last byte, over loopback, one visitor; what is kept is asked for in a way that is not kept. “First” is the first answer of a site just started.\n\n");
        text.Append("| address | ").AppendJoin(" | ", databases.Select(database => $"{database.Title}: first | median | p95")).Append(" | KiB sent |\n|---|").AppendJoin("|", databases.Select(_ => "---:|---:|---:")).Append("|---:|\n");
        for (var at = 0; at < Lists.Length; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{measured[0][at].Address}` | ");
            text.AppendJoin(" | ", measured.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one[at].First:F0} | {one[at].Median:F1} | {one[at].P95:F1}")));
            text.Append(CultureInfo.InvariantCulture, $" | {measured[0][at].Bytes / 1024.0:F1} |\n");
        }

        var slowest = measured.SelectMany(one => one).Max(one => one.P95);
        text.Append(CultureInfo.InvariantCulture, $"\nAim: every list under 100 ms. Slowest p95: {slowest:F1} ms, {(slowest < 100 ? "met 达到" : "not met 未达到")}.\n");
    }

    private static void PublicBoard(StringBuilder text, string folder, string? lighthouse)
    {
        Say("the public board");
        var db = Path.Combine(folder, "sample.db");
        SaimaProcess.Command("sample", "load", "--db", db);
        using var site = SaimaProcess.Serve(db);
        Load.Report(text, site.Address, Board, Say);
        if (lighthouse is not null)
        {
            Say("Lighthouse");
            Lighthouse.Report(text, lighthouse, folder, site.Address, Board);
        }
    }

    private static void Say(string what) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}");

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 || at + 1 >= args.Length ? null : args[at + 1];
    }
}
