using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Saima.Bench.Pages;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Time;
using Saima.Projects.Register;
using Saima.Projects.Reporting;

namespace Saima.Bench.Reports;

/// <summary>Many reporters submit at once, each a report of their own, on both databases; beside it as many bare inserts at once, the least any platform pays.</summary>
internal static class ReportsRun
{
    private const int Reporters = 200;
    private const int Season = 2023;
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("saima-reports-").FullName;
        try
        {
            var databases = new List<(string Title, string Db)> { ("SQLite", Path.Combine(folder, "reports.db")) };
            if (Option(args, "--postgres") is { } postgres)
            {
                databases.Add(("PostgreSQL", postgres));
            }

            var text = new StringBuilder($"# Reports at once 同时填报\n\nWritten by `bench/reports` on {DateTime.UtcNow:yyyy-MM-dd}. {Machine.Describe()}.\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{Reporters} people submit the January report of a project of their own at the same moment, through the same command as the page; milliseconds from that moment until each is answered, the median of {Rounds} rounds. “Bare” is one row inserted by each of as many transactions at once on the same database.\n\n");
            text.Append("| database | reports: median | p95 | all | lost or refused | bare: p95 | p95 to bare p95 |\n|---|---:|---:|---:|---:|---:|---:|\n");
            foreach (var (title, db) in databases)
            {
                text.AppendLine(Measure(title, db).GetAwaiter().GetResult());
            }

            Console.Write(text);
            if (Option(args, "--page") is { } page)
            {
                File.WriteAllText(page, text.ToString());
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Measure(string title, string db)
    {
        SaimaProcess.Command("sample", "load", "--db", db);
        var address = DatabaseAddress.Choose(db);
        await using var services = new ServiceCollection().AddSaima(address, AllModules.List, new ConfigurationBuilder().Build()).BuildServiceProvider();
        await Execute(services, "CREATE TABLE bench_bare (id INTEGER, said TEXT)");
        var (reports, bare, lost) = (new List<double[]>(), new List<double[]>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var prefix = $"B{round}-";
            await Add(services, prefix);
            reports.Add(await AtOnce(async at =>
            {
                await using var scope = services.CreateAsyncScope();
                var texts = new Dictionary<string, string> { ["invested"] = "10", ["year_to_date"] = "10", ["building"] = "10", ["progress"] = "主体施工" };
                var actor = new Actor($"{prefix}{at}", $"填报员{at}", [new(Role.Reporter, new HashSet<string> { "S05" })]);
                var done = await SubmitFilings.Run(scope.ServiceProvider.GetRequiredService<SaimaDb>(), TimeProvider.System, actor, new(Season, new Month(Season, 1), "", [new($"{prefix}{at:D3}", 1, 0, texts)]));
                Interlocked.Add(ref lost, done.Value is { Submitted: 1 } ? 0 : 1);
            }));
            bare.Add(await AtOnce(at => Execute(services, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO bench_bare VALUES ({at}, 'x')"))));
        }

        await using var look = services.CreateAsyncScope();
        lost += (Reporters * Rounds) - await look.ServiceProvider.GetRequiredService<SaimaDb>().Set<MonthlyFiling>().CountAsync();
        var (p50, p95, all, least) = (Median(reports, 0.5), Median(reports, 0.95), Median(reports, 1), Median(bare, 0.95));
        return string.Create(CultureInfo.InvariantCulture, $"| {title} | {p50:F0} | {p95:F0} | {all:F0} | {lost} | {least:F0} | {p95 / least:F1} × |");
    }

    private static async Task Add(ServiceProvider services, string prefix)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
        var change = await db.Set<RegisterChange>().Select(one => one.Id).FirstAsync();
        db.AddRange(Enumerable.Range(0, Reporters).Select(at => new ProjectFact { Season = Season, Project = $"{prefix}{at:D3}", Name = $"{prefix}{at}", Unit = "S05", Class = "new", TotalInvestment = 100_000_000, AnnualPlan = 0, ChangeId = change, Version = 1 }));
        await db.SaveChangesAsync();
    }

    /// <summary>Milliseconds until each was answered, in order.</summary>
    private static async Task<double[]> AtOnce(Func<int, Task> work)
    {
        var watch = Stopwatch.StartNew();
        var answered = await Task.WhenAll(Enumerable.Range(0, Reporters).Select(at => Task.Run(async () =>
        {
            await work(at);
            return watch.Elapsed.TotalMilliseconds;
        })));
        Array.Sort(answered);
        return answered;
    }

    private static double Median(List<double[]> rounds, double share)
    {
        var sorted = rounds.Select(round => round[Math.Max(0, (int)Math.Ceiling(share * round.Length) - 1)]).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task Execute(ServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
        await transaction.CommitAsync();
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
