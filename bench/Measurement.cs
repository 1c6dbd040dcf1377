using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Saima.Bench;

/// <summary>One measurement: a process of its own, so that its peak memory is its own; it prints its figures as one line of JSON.</summary>
internal static class Measurement
{
    private static readonly Dictionary<string, Func<string[], Dictionary<string, double>>> All = new(StringComparer.Ordinal)
    {
        ["saima"] = arguments => EndToEnd.Run(arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture)),
        ["duckdb"] = arguments => Peers.DuckDbPeer.Run(arguments[0], arguments[1]),
        ["sqlite"] = arguments => Peers.SqlitePeer.Run(arguments[0], arguments[1]),
        ["postgres"] = arguments => Peers.PostgresPeer.Run(arguments[0], arguments[1], arguments[2]),
        ["engine"] = arguments => EngineAlone.Run(int.Parse(arguments[0], CultureInfo.InvariantCulture)),
        ["again"] = arguments => EngineAlone.Again(int.Parse(arguments[0], CultureInfo.InvariantCulture)),
        ["workbook"] = arguments => WorkbookImport.Run(arguments[0], Path.Combine(AppContext.BaseDirectory, "district-register.json"), arguments[1]),
        ["miniexcel"] = arguments => WorkbookImport.Bare(arguments[0]),
        ["agreement"] = arguments => Agreement.Run(arguments[0], arguments[1]),
        ["bandwidth"] = _ => MemoryBandwidth.Run(),
    };

    /// <summary>Inside the child.</summary>
    public static int Print(string name, string[] arguments)
    {
        var figures = All[name](arguments);
        figures["peakMiB"] = PeakMiB();
        figures.TryAdd("cpu", Environment.CpuUsage.TotalTime.TotalSeconds);
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }

    /// <summary>In a child of its own; figures by name, <c>total</c> being the seconds of the whole job.</summary>
    public static Dictionary<string, double> Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["measure", name, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(output)!
            : throw new InvalidOperationException($"The measurement {name} ended with {child.ExitCode}.");
    }

    /// <summary>All of them in turn, several times, so that a slow minute of the machine meets all; of each the run with the median total, with all totals' spread beside.</summary>
    public static Dictionary<string, double>[] InTurn(int times, params (string Name, string[] Arguments)[] all)
    {
        var runs = Array.ConvertAll(all, _ => new List<Dictionary<string, double>>());
        for (var time = 0; time < times; time++)
        {
            for (var i = 0; i < all.Length; i++)
            {
                runs[i].Add(Run(all[i].Name, all[i].Arguments));
            }
        }

        return Array.ConvertAll(runs, own =>
        {
            var ordered = own.OrderBy(run => run["total"]).ToList();
            var median = ordered[ordered.Count / 2];
            (median["fastest"], median["slowest"]) = (ordered[0]["total"], ordered[^1]["total"]);
            return median;
        });
    }

    private static double PeakMiB() =>
        File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
            .First();
}
