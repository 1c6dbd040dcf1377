using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Modules;

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
            var output = host.Output(parse);
            if (output.Json)
            {
                output.Result(changes, new("", ""));
                return ExitStatus.Done;
            }

            output.Table(
                [new("号", "#"), new("变更", "change"), new("年度", "season"), new("时间", "at"), new("经手", "by"), new("来源", "source"), new("新增", "added"), new("更正", "corrected"), new("撤回", "withdrawn"), new("理由", "reason")],
                changes.Select(Row));
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
                return host.Output(parse).Refuse(refusal);
            }

            var undone = outcome.Value!;
            host.Output(parse).Result(undone, new(
                FormattableString.Invariant($"已撤销变更 {undone.UndoneId}（记为变更 {undone.ChangeId}）：恢复 {undone.Restored} 条，撤回 {undone.Withdrawn} 条。"),
                FormattableString.Invariant($"Change {undone.UndoneId} is undone (as change {undone.ChangeId}): {undone.Restored} facts restored, {undone.Withdrawn} withdrawn.")));
            return ExitStatus.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> Row(RegisterChange change) =>
    [
        Number(change.Id),
        change.UndoesId is { } undone ? $"{change.Kind} {Number(undone)}" : change.Kind,
        change.Season is { } season ? Number(season) : "",
        change.At.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        change.By,
        change.Source ?? "",
        Number(change.Added),
        Number(change.Corrected),
        Number(change.Withdrawn),
        change.Reason ?? "",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
