using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Spectre.Console;

namespace Saima.Projects.Register;

/// <summary><c>saima register</c>: what changed the register, and taking a change back.</summary>
internal static class RegisterCommand
{
    public static Command Create(CommandHost host) => new("register", "登记簿 / the register of projects") { Changes(host), Undo(host) };

    private static Command Changes(CommandHost host)
    {
        var command = new Command("changes", "列出全部变更，最近的在前 / every change, the latest first");
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var changes = await scope.ServiceProvider.GetRequiredService<SaimaDb>().Set<RegisterChange>().AsNoTracking().OrderByDescending(change => change.Id).ToListAsync(cancel);
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(host.Json))
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(changes, JsonSerializerOptions.Web));
                return ExitStatus.Done;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("#", "变更 change", "年度 season", "时间 at", "经手 by", "来源 source", "新增 added", "更正 corrected", "撤回 withdrawn", "理由 reason");
            foreach (var change in changes)
            {
                table.AddRow(new[]
                {
                    Number(change.Id), change.UndoesId is { } undone ? $"{change.Kind} {Number(undone)}" : change.Kind, change.Season is { } season ? Number(season) : "",
                    change.At.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), change.By, change.Source ?? "", Number(change.Added), Number(change.Corrected), Number(change.Withdrawn), change.Reason ?? "",
                }.Select(Markup.Escape).ToArray());
            }

            AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) }).Write(table);
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command Undo(CommandHost host)
    {
        var id = new Argument<long>("change") { Description = "变更号 / number of the change" };
        var reason = new Option<string>("--reason") { Description = "撤销的理由 / why it is taken back", Required = true };
        var command = new Command("undo", "撤销一次变更：恢复先前的版本，什么也不删除 / take a change back: earlier versions return, nothing is deleted") { id, reason };
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var outcome = await UndoChange.Run(
                scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(),
                parse.GetValue(id), Environment.UserName, parse.GetValue(reason)!, cancel);
            if (outcome.Refusal is { } refusal)
            {
                return Refuse(parse, refusal);
            }

            var undone = outcome.Value!;
            await parse.InvocationConfiguration.Output.WriteLineAsync(parse.GetValue(host.Json)
                ? JsonSerializer.Serialize(undone, JsonSerializerOptions.Web)
                : new Phrase(
                    FormattableString.Invariant($"已撤销变更 {undone.UndoneId}（记为变更 {undone.ChangeId}）：恢复 {undone.Restored} 条，撤回 {undone.Withdrawn} 条。"),
                    FormattableString.Invariant($"Change {undone.UndoneId} is undone (as change {undone.ChangeId}): {undone.Restored} facts restored, {undone.Withdrawn} withdrawn.")).In(CultureInfo.CurrentUICulture));
            return ExitStatus.Done;
        });
        return command;
    }

    internal static int Refuse(ParseResult parse, Refusal refusal)
    {
        parse.InvocationConfiguration.Error.WriteLine(refusal.Message.In(CultureInfo.CurrentUICulture));
        parse.InvocationConfiguration.Error.WriteLine(refusal.Remedy.In(CultureInfo.CurrentUICulture));
        return ExitStatus.Refused;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
