using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Saima.Composition;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Cli;

/// <summary>The root command: global options, the modules' commands, and the one place where what goes wrong becomes a sentence and an exit status.</summary>
public static class CommandLine
{
    public static RootCommand Root()
    {
        var host = new CommandHost(db => OpenDatabase.Run(DatabaseAddress.Choose(db), AllModules.List));
        host.Db.Description = "数据库：SQLite 文件或 postgres://… / the database: a SQLite file or postgres://…";
        host.Json.Description = "输出供程序读取 / print for programs";
        var root = new RootCommand("Saima 赛马：重大项目赛马晾晒 / races a district's major projects") { host.Db, host.Json, Language.Option() };
        Command[] own = [DatabaseCommand.Create(host, AllModules.List), LedgerCommand.Create(host, AllModules.List), ServeCommand.Create(host)];
        foreach (var command in AllModules.List.SelectMany(module => module.Commands(host)).Concat(own).Distinct())
        {
            if (root.Subcommands.Any(known => known.Name == command.Name))
            {
                throw new InvalidOperationException($"Two modules bring a command \"{command.Name}\"; commands they share come from CommandHost.Group.");
            }

            root.Add(command);
        }

        return root;
    }

    public static async Task<int> Run(string[] args, TextWriter? output = null, TextWriter? error = null, CancellationToken cancel = default)
    {
        error ??= Console.Error;
        Language.Use(args);
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output ?? Console.Out, Error = error };
            var parse = Root().Parse(args);
            return Misuse.Of(parse) is { } misuse ? Say(error, ExitStatus.Refused, misuse) : await parse.InvokeAsync(configuration, cancel);
        }
        catch (OperationCanceledException)
        {
            return Say(error, ExitStatus.Cancelled, new("已取消，什么也没有写入。", "Cancelled; nothing was written."));
        }
        catch (UnusableSettingsException fault)
        {
            return Say(error, ExitStatus.Refused, new(fault.Refusal.Message.Zh + fault.Refusal.Remedy.Zh, $"{fault.Refusal.Message.En} {fault.Refusal.Remedy.En}"));
        }
        catch (Exception fault) when (fault is SqliteException or NpgsqlException)
        {
            return Say(error, ExitStatus.Refused, new($"数据库打不开或写不了：{fault.Message}", $"The database cannot be opened or written: {fault.Message}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Say(error, ExitStatus.Refused, new($"文件读不了或写不了：{fault.Message}", $"A file cannot be read or written: {fault.Message}"));
        }
#pragma warning disable CA1031 // Whatever else goes wrong is a bug, and a bug is a sentence too.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (Environment.GetEnvironmentVariable("SAIMA_DEBUG") is { Length: > 0 })
            {
                await error.WriteLineAsync(fault.ToString());
            }

            return Say(error, ExitStatus.Failed, new(
                $"程序出错：{fault.Message} 请把这句话连同命令报告给我们（设 SAIMA_DEBUG=1 可看详情）。",
                $"This is a bug in Saima: {fault.Message} Please report this sentence with the command (SAIMA_DEBUG=1 shows details)."));
        }
    }

    private static int Say(TextWriter error, int status, Phrase phrase)
    {
        error.WriteLine(phrase.In(CultureInfo.CurrentUICulture));
        return status;
    }
}
