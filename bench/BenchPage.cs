using System.Globalization;
using System.Text;

namespace Saima.Bench;

/// <summary>The page of results, in Markdown. A peer that was not there is left out.</summary>
internal sealed class BenchPage(int many, int some, int times)
{
    private readonly Dictionary<string, Dictionary<string, double>> measured = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();
    private readonly double loadBefore = Machine.Load();

    /// <summary>Whether every peer's standings are ours, and ours the same on one thread.</summary>
    public bool Agrees => measured["saima"]["hash32"] == measured["saima alone"]["hash32"]
        && measured.Where(m => m.Key.EndsWith(" agreement", StringComparison.Ordinal))
            .All(m => m.Value["rows"] == m.Value["ourRows"] && m.Value["different"] == 0 && m.Value["largestMillionths"] <= 1);

    public string Markdown => text.ToString();

    public void Add(string name, Dictionary<string, double> figures) => measured[name] = figures;

    public void Finish()
    {
        Line("# Benchmark 基准");
        Line("");
        Line("Written by `bench/run`; what is measured and how: [bench/README.md](../../bench/README.md). 由 `bench/run` 生成。");
        Line("");
        Line($"Machine: {Machine.Describe()}.");
        Line($"Memory read by two threads: {measured["bandwidth"]["gigabytesPerSecond"]:F1} GB/s. Load when it began: {loadBefore:F1}, when it ended: {Machine.Load():F1}.");
        Line($"{DateTime.UtcNow:yyyy-MM-dd}, round {RoundUnderTest.Round} of {RoundUnderTest.Season}; {(times > 1 ? F($"the median of {times} runs, taken in turn, where a range is given") : "one run each")}.");
        EndToEnd("From files to standings.csv 从文件到榜单", many, "saima", "duckdb");
        var alone = measured["saima alone"];
        Line("");
        Line($"Saima on one thread: {alone["total"]:F2} s, {(Agrees ? "the same bytes" : "OTHER BYTES")}.");
        EndToEnd("Against row stores, loading included 与行存数据库比（含装载）", some, "saima small", "sqlite", "postgres");
        Engine();
        Workbook();
        if (many == 1_000_000)
        {
            Aims();
        }
    }

    private void EndToEnd(string title, int projects, string own, params string[] peers)
    {
        Line("");
        Line($"## {title}");
        Line("");
        Line($"{projects:N0} projects with about 12 plan rows, 12 reports and 4 milestones each.");
        Line("");
        Line("| | seconds | of these | processor seconds | peak memory | against Saima | rows that differ |");
        Line("|---|---:|---|---:|---:|---:|---|");
        var ours = measured[own];
        foreach (var name in (string[])[own, .. peers])
        {
            if (measured.TryGetValue(name, out var figures))
            {
                var ratio = name == own ? "" : F($"{figures["total"] / ours["total"]:F1} ×");
                var differ = measured.TryGetValue(name + " agreement", out var agreement)
                    ? F($"{agreement["different"]:N0} of {agreement["rows"]:N0}; {agreement["inexact"]:N0} values off by {agreement["largestMillionths"]:N0} millionths")
                    : "";
                // A server's work is not the client's.
                var (processor, peak) = name == "postgres" ? ("", "") : (F($"{figures["cpu"]:F1}"), F($"{figures["peakMiB"]:N0} MiB"));
                Line($"| {Title(name)} | {Seconds(figures)} | {Parts(figures)} | {processor} | {peak} | {ratio} | {differ} |");
            }
        }
    }

    private void Engine()
    {
        var (engine, again) = (measured["engine"], measured["again"]);
        Line("");
        Line("## The engine alone 仅引擎");
        Line("");
        Line($"- {many:N0} projects on columns in memory: {engine["oneThread"]:F3} s on one thread, {engine["twoThreads"]:F3} s on two, {engine["fourThreads"]:F3} s on four, the same bits; peak memory with the columns {engine["peakMiB"]:N0} MiB.");
        Line($"- 5,000 projects settled again after one change: median {again["total"] * 1000:F2} ms, 99th percentile {again["p99"] * 1000:F2} ms.");
    }

    private void Workbook()
    {
        var (ours, bare) = (measured["workbook"], measured["miniexcel"]);
        Line("");
        Line("## A district's workbook of 100,000 rows 十万行台账");
        Line("");
        Line($"- Read by a mapping and checked: {ours["read"]:F1} s; into the register (SQLite, one transaction, {ours["facts"]:N0} facts with their history): {ours["write"]:F1} s; progress told {ours["told"]:N0} times; peak memory {ours["peakMiB"]:N0} MiB.");
        Line($"- MiniExcel merely reading the {bare["cells"]:N0} cells: {bare["total"]:F1} s, {bare["peakMiB"]:N0} MiB.");
    }

    private void Aims()
    {
        var (saima, duckdb, engine, again) = (measured["saima"], measured["duckdb"], measured["engine"], measured["again"]);
        var ratio = duckdb["total"] / saima["total"];
        Line("");
        Line("## Aims 目标");
        Line("");
        Line("| aim for 1,000,000 projects on 2 cores | here | |");
        Line("|---|---:|---|");
        Aim("end to end at least 3 times as fast as DuckDB", F($"{ratio:F2} ×"), ratio >= 3);
        Aim("end to end within 4 GiB", F($"{saima["peakMiB"] / 1024:F2} GiB"), saima["peakMiB"] <= 4096);
        Aim("engine alone at most 0.3 s, identical bits on any number of threads", F($"{engine["twoThreads"]:F3} s"), engine["twoThreads"] <= 0.3);
        Aim("5,000 projects settled again within 2 ms", F($"{again["total"] * 1000:F2} ms"), again["total"] <= 0.002);
    }

    private void Aim(string aim, string here, bool met) => Line($"| {aim} | {here} | {(met ? "met 达到" : "not met 未达到")} |");

    private static string Seconds(Dictionary<string, double> figures) => figures.TryGetValue("slowest", out var slowest)
        ? F($"{figures["total"]:F2} ({figures["fastest"]:F2}–{slowest:F2})")
        : F($"{figures["total"]:F2}");

    private static string Parts(Dictionary<string, double> figures) => string.Join(
        ", ",
        new[] { "load", "read", "settle", "query", "write" }.Where(figures.ContainsKey).Select(part => F($"{part} {figures[part]:F2}")));

    private string Title(string name) => name switch
    {
        "saima" or "saima small" => "Saima",
        "duckdb" => "DuckDB " + Peers.DuckDbPeer.Version() + ", two threads",
        "sqlite" => "SQLite " + Peers.SqlitePeer.Version() + ", prepared inserts, then SQL",
        _ => F($"PostgreSQL {measured[name]["version"]:F0}, COPY, then SQL"),
    };

    private static string F(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private void Line(FormattableString line) => text.Append(F(line)).Append('\n');

    private void Line(string line) => text.Append(line).Append('\n');
}
