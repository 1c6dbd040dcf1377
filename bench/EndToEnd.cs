using System.Diagnostics;
using Saima.Engines.Scoring;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.RuleSets;
using Saima.Projects.Packages;

namespace Saima.Bench;

/// <summary>Our side: from the CSV files to <c>standings.csv</c>, on two threads.</summary>
internal static class EndToEnd
{
    public static Dictionary<string, double> Run(string folder, string target)
    {
        var watch = Stopwatch.StartNew();
        var rules = Task.Run(() => RuleSetDocument.Default.Rules);
        var reading = PackageReader.Read(folder, new ReadingOptions(2));
        if (reading.Package is not { } package || reading.Problems.Count > 0)
        {
            throw new InvalidOperationException($"The package has {reading.Problems.Count} problems: {(reading.Problems.Count > 0 ? reading.Problems[0].Message.En : string.Empty)}");
        }

        var read = watch.Elapsed.TotalSeconds;
        var settlement = RaceScoring.Settle(package.Facts, rules.Result, EngineAlone.Frame, null, threads: 2);
        var settled = watch.Elapsed.TotalSeconds;
        using (var file = File.Create(target))
        {
            StandingsTable.Write(package, rules.Result, settlement, file, threads: 2);
        }

        var written = watch.Elapsed.TotalSeconds;
        return new() { ["total"] = written, ["read"] = read, ["settle"] = settled - read, ["write"] = written - settled, ["rows"] = settlement.Count };
    }
}
