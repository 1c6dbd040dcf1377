using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using Saima.Engines.Scoring;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;

namespace Saima.Bench;

/// <summary>Our side: from the CSV files to <c>standings.csv</c>, with every cell checked.</summary>
internal static class EndToEnd
{
    public static Dictionary<string, double> Run(string folder, string target, int threads)
    {
        var watch = Stopwatch.StartNew();
        var rules = Task.Run(() => RuleSetDocument.Default.Rules);
        var reading = PackageReader.Read(folder, new ReadingOptions(threads));
        if (reading.Package is not { } package || reading.Problems.Count > 0)
        {
            throw new InvalidOperationException($"The package has {reading.Problems.Count} problems: {(reading.Problems.Count > 0 ? reading.Problems[0].Message.En : string.Empty)}");
        }

        var read = watch.Elapsed.TotalSeconds;
        var settlement = RaceScoring.Settle(package.Facts, rules.Result, EngineAlone.Frame, null, threads);
        var settled = watch.Elapsed.TotalSeconds;
        using (var file = File.Create(target))
        {
            StandingsTable.Write(package, rules.Result, settlement, file, threads);
        }

        var written = watch.Elapsed.TotalSeconds;
        var processor = Environment.CpuUsage.TotalTime;
        using var result = File.OpenRead(target);
        return new()
        {
            ["total"] = written,
            ["read"] = read,
            ["settle"] = settled - read,
            ["write"] = written - settled,
            ["rows"] = settlement.Count,
            ["cpu"] = processor.TotalSeconds,
            ["hash32"] = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(result)),
        };
    }
}
