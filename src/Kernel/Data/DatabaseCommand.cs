using System.CommandLine;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Data;

/// <summary><c>saima db</c>: make, check, back up and restore the database.</summary>
public static class DatabaseCommand
{
    public static Command Create(CommandHost host, IReadOnlyList<SaimaModule> modules)
    {
        ArgumentNullException.ThrowIfNull(host);
        return new("db", "数据库：新建、升级、备份、恢复、检查 / the database: create, migrate, back up, restore, check")
        {
            Migrate(host, modules, "create", "新建数据库 / make the database"),
            Migrate(host, modules, "migrate", "升级到当前版本 / bring the tables up to date"),
            BackUp(host),
            Restore(host, modules),
            Check(host, modules),
        };
    }

    private static Command Migrate(CommandHost host, IReadOnlyList<SaimaModule> modules, string name, string description)
    {
        var command = new Command(name, description);
        command.SetAction(parse =>
        {
            var address = host.Address(parse);
            if (name == "migrate" && !CheckDatabase.Exists(address))
            {
                return host.Output(parse).Refuse(DatabaseRefusals.Missing(address));
            }

            OpenDatabase.Migrate(address, modules);
            host.Output(parse).Result(new { database = address.Name }, new($"{address.Name} 已就绪。", $"{address.Name} is ready."));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command BackUp(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "备份文件 / the backup" };
        var force = Force();
        var command = new Command("backup", "备份到一个文件 / back up to one file") { file, force };
        command.SetAction(async (parse, cancel) =>
        {
            var output = host.Output(parse);
            var outcome = await BackUpDatabase.Run(host.Address(parse), parse.GetValue(file)!, parse.GetValue(force), cancel);
            if (outcome.Refusal is { } refusal)
            {
                return output.Refuse(refusal);
            }

            output.Result(
                new { file = parse.GetValue(file), bytes = outcome.Value },
                new($"已备份到 {parse.GetValue(file)}（{outcome.Value} 字节）。", $"Backed up to {parse.GetValue(file)} ({outcome.Value} bytes)."));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Restore(CommandHost host, IReadOnlyList<SaimaModule> modules)
    {
        var file = new Argument<string>("FILE") { Description = "备份文件 / the backup" };
        var force = Force();
        var command = new Command("restore", "核验备份后恢复 / verify a backup, then restore it") { file, force };
        command.SetAction(async (parse, cancel) =>
        {
            var output = host.Output(parse);
            var outcome = await RestoreDatabase.Run(host.Address(parse), modules, parse.GetValue(file)!, parse.GetValue(force), cancel);
            return outcome.Refusal is { } refusal ? output.Refuse(refusal) : Print(output, outcome.Value!);
        });
        return command;
    }

    private static Command Check(CommandHost host, IReadOnlyList<SaimaModule> modules)
    {
        var command = new Command("check", "检查文件、引用和台账 / check pages, references and the ledger");
        command.SetAction(async (parse, cancel) =>
        {
            var output = host.Output(parse);
            var outcome = await CheckDatabase.Run(host.Address(parse), modules, cancel);
            return outcome.Refusal is { } refusal ? output.Refuse(refusal) : Print(output, outcome.Value!);
        });
        return command;
    }

    private static int Print(CommandOutput output, DatabaseChecked found)
    {
        if (!output.Json)
        {
            output.Table([new("表", "Table"), new("行数", "Rows")], found.Rows.Select(table => new[] { table.Key, table.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        }

        var head = found.Ledger?.Head;
        var fault = found.Faults.Count > 0 ? found.Faults[0] : null;
        output.Result(
            new { sound = fault is null, rows = found.Rows, ledgerHead = head, faults = found.Faults.Select(one => one.En) },
            fault ?? new Phrase($"数据库完好；台账末尾封印 {head}。", $"The database is sound; the last seal of the ledger is {head}."));
        return fault is null ? ExitStatus.Done : ExitStatus.Differs;
    }

    private static Option<bool> Force() => new("--force") { Description = "替换已有的 / replace what is there" };
}
