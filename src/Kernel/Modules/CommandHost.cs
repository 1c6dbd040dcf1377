using System.CommandLine;
using Saima.Kernel.Data;

namespace Saima.Kernel.Modules;

/// <summary>What a command gets from the command line it runs in.</summary>
public sealed class CommandHost(Func<string?, IServiceProvider> openDatabase)
{
    private readonly Dictionary<string, Command> groups = [];

    /// <summary><c>--db</c>: where the platform's data is.</summary>
    public Option<string?> Db { get; } = new("--db") { Recursive = true };

    /// <summary><c>--json</c>: print for programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Recursive = true };

    /// <summary>
    /// The command of a name to which several modules add theirs: one and the same for all of them, because a command that
    /// is moved from one parent to another no longer knows the options of the root.
    /// </summary>
    public Command Group(string name, string description)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!groups.TryGetValue(name, out var group))
        {
            groups.Add(name, group = new Command(name, description));
        }

        return group;
    }

    /// <summary>Where the data is, of <c>--db</c> or the environment; nothing is opened.</summary>
    public DatabaseAddress Address(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return DatabaseAddress.Choose(parse.GetValue(Db));
    }

    /// <summary>Where a command says what it did.</summary>
    public CommandOutput Output(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return new(parse.InvocationConfiguration, parse.GetValue(Json));
    }

    /// <summary>Services on the database that <c>--db</c> names; migrated.</summary>
    public IServiceProvider OpenDatabase(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return openDatabase(parse.GetValue(Db));
    }
}
