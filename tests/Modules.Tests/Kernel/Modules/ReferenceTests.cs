using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Saima.Cli;
using Saima.Testing;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Modules;

/// <summary>Lists that nobody keeps by hand.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_list_of_commands_is_what_the_program_has()
    {
        var text = new StringBuilder("# Commands 命令\n\nWritten and approved by a test; do not edit. Exit statuses: 0 done · 1 a bug · 2 refused, nothing written · 3 a check found a difference · 130 cancelled.\n");
        Write(text, CommandLine.Root(), "saima");
        Approve.Text("docs/reference/cli.md", text.ToString());
    }

    [Fact]
    public async Task The_list_of_tables_is_what_the_database_has()
    {
        await using var sqlite = TestDatabase.Create("sqlite");
        await using var postgres = TestDatabase.Create("postgres");
        var other = Tables(postgres.Open().Model).ToDictionary(table => table.Name);
        var text = new StringBuilder("# Tables 数据表\n\nWritten and approved by a test; do not edit. A key column is marked *, one that may be empty ?.\n");
        foreach (var table in Tables(sqlite.Open().Model))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n| column | SQLite | PostgreSQL |\n|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                var twin = other[table.Name].FindColumn(column.Name)!;
                var mark = table.PrimaryKey!.Columns.Contains(column) ? "*" : column.IsNullable ? "?" : "";
                text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}`{mark} | {column.StoreType} | {twin.StoreType} |\n");
            }
        }

        Approve.Text("docs/reference/tables.md", text.ToString());
    }

    private static IEnumerable<ITable> Tables(IModel model) => model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal);

    private static void Write(StringBuilder text, Command command, string name)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## `{string.Join(' ', command.Arguments.Select(one => one.Name).Prepend(name))}`\n\n{command.Description}\n");
        var lines = command.Arguments.Select(one => $"- `{one.Name}`: {one.Description}\n")
            .Concat(command.Options.Where(one => !one.Hidden && one.Description is not null && one.Name.Length > 2 && !(command is RootCommand && one.Name is "--help" or "--version"))
                .Select(one => $"- `{one.Name}`{(one.Required ? " (required)" : "")}: {one.Description}\n"))
            .ToList();
        text.Append(lines.Count == 0 ? "" : "\n" + string.Concat(lines));
        foreach (var inner in command.Subcommands.Where(one => !one.Hidden).OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            Write(text, inner, $"{name} {inner.Name}");
        }
    }
}
