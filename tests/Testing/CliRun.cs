using System.Diagnostics;
using Saima.Cli;

namespace Saima.Testing;

/// <summary>What a run of the command line said and how it ended.</summary>
public sealed record CliRun(int Status, string Output, string Error)
{
    /// <summary>Runs a command in this process.</summary>
    public static async Task<CliRun> Here(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await CommandLine.Run(args, output, error);
        return new(status, output.ToString(), error.ToString());
    }

    /// <summary>Starts a command as a process of its own, which a test may kill.</summary>
    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    /// <summary>Runs a command as a process of its own.</summary>
    public static Task<CliRun> InProcessOfItsOwn(params string[] args) => Ended(Start(args));

    /// <summary>Runs a command as a process of its own whose environment says more.</summary>
    public static Task<CliRun> With(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Ended(Process.Start(start)!);
    }

    private static async Task<CliRun> Ended(Process started)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
