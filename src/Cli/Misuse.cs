using System.CommandLine;
using System.CommandLine.Parsing;
using Saima.Kernel.Refusals;

namespace Saima.Cli;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class Misuse
{
    public static Phrase? Of(ParseResult parse)
    {
        // Asking for help or the version is never wrong.
        if (parse.Errors.Count == 0 || parse.Action is System.CommandLine.Help.HelpAction)
        {
            return null;
        }

        var command = Name(parse.CommandResult);
        if (parse.UnmatchedTokens.Count > 0)
        {
            var token = parse.UnmatchedTokens[0];
            return new($"{command} 没有“{token}”这个命令或参数；{command} --help 列出全部。", $"{command} has no command or argument “{token}”; {command} --help lists them all.");
        }

        return parse.CommandResult.Command.Subcommands.Count > 0 && parse.CommandResult.Command.Action is null
            ? new($"{command} 后面还要一个命令；{command} --help 列出全部。", $"{command} needs a command after it; {command} --help lists them all.")
            : new($"{parse.Errors[0].Message} {command} --help 有说明。", $"{parse.Errors[0].Message} See {command} --help.");
    }

    private static string Name(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? at = result; at is CommandResult command; at = command.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "saima" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
