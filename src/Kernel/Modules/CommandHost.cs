using System.CommandLine;

namespace Saima.Kernel.Modules;

/// <summary>What a command gets from the command line it runs in.</summary>
public sealed class CommandHost(Func<string?, IServiceProvider> openDatabase)
{
    /// <summary><c>--db</c>: where the platform's data is.</summary>
    public Option<string?> Db { get; } = new("--db") { Recursive = true };

    /// <summary><c>--json</c>: print for programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true };

    /// <summary>Services on the database that <c>--db</c> names; migrated.</summary>
    public IServiceProvider OpenDatabase(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return openDatabase(parse.GetValue(Db));
    }
}
