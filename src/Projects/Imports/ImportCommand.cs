using System.CommandLine;
using Saima.Kernel.Modules;

namespace Saima.Projects.Imports;

/// <summary><c>saima import</c>.</summary>
public static class ImportCommand
{
    public static Command Create(CommandHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var file = new Argument<string>("FILE");
        var mapping = new Option<string?>("--mapping");
        var season = new Option<int?>("--season");
        var command = new Command("import") { file, mapping, season };
        command.SetAction((parse, cancellation) =>
        {
            var map = MappingFile.Read(parse.GetValue(mapping)!);
            if (map.Refusal is { } refusal)
            {
                foreach (var problem in refusal.Problems)
                {
                    Console.WriteLine(problem.Message.En);
                }

                return Task.FromResult(2);
            }

            var reading = ReadSpreadsheet.Run(SourceFile.Open(parse.GetValue(file)!), map.Value!, parse.GetValue(season), null, cancellation);
            Console.WriteLine($"read {reading.RowsRead} used {reading.RowsUsed} unknown {reading.CellsUnknown} rounded {reading.AmountsRounded} errors {reading.ErrorCount} problems {reading.ProblemCount}");
            foreach (var table in reading.Tables)
            {
                Console.WriteLine($"{table.Name} {table.Rows.Count} merged {table.Merged}");
            }

            foreach (var (reason, rows) in reading.SetAside)
            {
                Console.WriteLine($"aside {rows} {reason.En}");
            }

            foreach (var (table, reason, rows) in reading.NotMade)
            {
                Console.WriteLine($"not {table} {rows} {reason.En}");
            }

            foreach (var problem in reading.Problems.Take(40))
            {
                Console.WriteLine($"{problem.Severity} {problem.Sheet} {problem.Row} {problem.Column} {problem.Message.En}");
            }

            return Task.FromResult(0);
        });
        return command;
    }
}
