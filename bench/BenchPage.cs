using System.Globalization;
using System.Text;

namespace Saima.Bench;

/// <summary>The page of results, in Markdown. A peer that was not there is left out.</summary>
internal sealed class BenchPage(int many, int some, int times)
{
    private readonly Dictionary<string, Dictionary<string, double>> measured = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();
    private readonly double loadBefore = Machine.Load();

    /// <summary>Whether every peer's standings are ours.</summary>
    public bool Agrees => measured.Where(m => m.Key.EndsWith(" agreement", StringComparison.Ordinal))
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
        Line($"{DateTime.UtcNow:yyyy-MM-dd}, round {RoundUnderTest.Round} of {RoundUnderTest.Season}; the median of {times} run(s) where a range is given.");
        EndToEnd("From files to standings.csv 从文件到榜单", many, "saima", "duckdb");
        EndToEnd("Against row stores, loading included 与行存数据库比（含装载）", some, "saima small", "sqlite", "postgres");
        Engine();
        Workbook();
    }

    private void EndToEnd(string title, int projects, string own, params string[] peers)
    {
        Line("");
        Line($"## {title}");
        Line("");
        Line($"{projects:N0} projects with about 12 plan rows, 12 reports and 4 milestones each.");
        Line("");
        Line("| | seconds | of these | peak memory | against Saima | rows that differ |");
        Line("|---|---:|---|---:|---:|---:|");
        var ours = measured.GetValueOrDefault(own);
        foreach (var name in (string[])[own, .. peers])
        {
            if (measured.TryGetValue(name, out var figures))
            {
                var ratio = ours is null || name == own ? "" : F($"{figures["total"] / ours["total"]:F1} ×");
                var differ = measured.TryGetValue(name + " agreement", out var agreement)
                    ? F($"{agreement["different"]:N0} of {agreement["rows"]:N0}; {agreement["inexact"]:N0} values off by {agreement["largestMillionths"]:N0} millionths")
                    : "";
                Line($"| {Title(name)} | {Seconds(figures)} | {Parts(figures)} | {figures["peakMiB"]:N0} MiB | {ratio} | {differ} |");
            }
        }
    }

    private void Engine()
    {
        var (engine, again) = (measured["engine"], measured["again"]);
        Line("");
        Line("## The engine alone 仅引擎");
        Line("");
        Line($"- {many:N0} projects on columns in memory: {engine["oneThread"]:F3} s on one thread, {engine["twoThreads"]:F3} s on two, the same bits; peak memory with the columns {engine["peakMiB"]:N0} MiB.");
        Line($"- 5,000 projects settled again after one change: median {again["total"] * 1000:F2} ms, 99th percentile {again["p99"] * 1000:F2} ms.");
    }

    private void Workbook()
    {
        if (measured.TryGetValue("workbook", out var ours) && measured.TryGetValue("miniexcel", out var bare))
        {
            Line("");
            Line("## A workbook of 100,000 rows 十万行工作簿");
            Line("");
            Line($"- Read, checked and turned into a data package: {ours["total"]:F2} s, {ours["peakMiB"]:N0} MiB; MiniExcel merely reading its cells: {bare["total"]:F2} s, {bare["peakMiB"]:N0} MiB: {ours["total"] / bare["total"]:F2} × its time.");
        }
    }

    private static string Seconds(Dictionary<string, double> figures) => figures.TryGetValue("slowest", out var slowest)
        ? F($"{figures["total"]:F2} ({figures["fastest"]:F2}–{slowest:F2})")
        : F($"{figures["total"]:F2}");

    private static string Parts(Dictionary<string, double> figures) => string.Join(
        ", ",
        new[] { "load", "read", "settle", "query", "write" }.Where(figures.ContainsKey).Select(part => F($"{part} {figures[part]:F2}")));

    private static string Title(string name) => name switch
    {
        "saima" or "saima small" => "Saima",
        "duckdb" => "DuckDB " + Peers.DuckDbPeer.Version() + ", two threads",
        "sqlite" => "SQLite, prepared inserts, then SQL",
        _ => "PostgreSQL 15, COPY, then SQL",
    };

    private static string F(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private void Line(FormattableString line) => text.Append(F(line)).Append('\n');

    private void Line(string line) => text.Append(line).Append('\n');
}
