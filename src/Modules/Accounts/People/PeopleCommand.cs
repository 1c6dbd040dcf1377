using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Duties;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.People;

/// <summary><c>saima people</c>: for whoever runs the platform, also when no administrator can sign in any more.</summary>
internal static class PeopleCommand
{
    public static Command Create(CommandHost host) => new("people", "人员 / people") { Add(host), List(host) };

    private static Command Add(CommandHost host)
    {
        var user = new Argument<string>("USER") { Description = "账号名 / name of the account" };
        var name = new Option<string>("--name") { Description = "姓名 / what the person is called", Required = true };
        var role = new Option<string>("--role") { Description = $"职责 / duty: {string.Join(' ', Enum.GetValues<Role>().Select(Roles.Code))}", Required = true };
        var unit = new Option<string>("--unit") { Description = "单位代码；* 为全区 / code of the unit, * for the district", DefaultValueFactory = _ => Duty.District };
        var command = new Command("add", "添加人员并授予职责；密码从标准输入的第一行读 / add a person with a duty; the password is the first line of standard input") { user, name, role, unit };
        command.SetAction(async (parse, cancel) =>
        {
            var output = host.Output(parse);
            if (Roles.Find(parse.GetValue(role)) is not { } held)
            {
                return output.Refuse(new("NO_SUCH_ROLE", new($"没有职责“{parse.GetValue(role)}”。", $"There is no duty “{parse.GetValue(role)}”."), new("saima people add --help 列出全部。", "saima people add --help lists them.")));
            }

            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var (db, time) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var made = await AddPerson.Run(db, scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), time, Environment.UserName, new(parse.GetValue(user)!, parse.GetValue(name)!, await Console.In.ReadLineAsync(cancel) ?? ""), cancel);
            if (made.Value is not { } person)
            {
                return output.Refuse(made.Refusal!);
            }

            var granted = await GrantDuty.Run(db, time, null, Environment.UserName, new(person.Id, held, parse.GetValue(unit)!, Written.DayOf(time.GetUtcNow()), null, "命令行 command line"), cancel);
            if (granted.Refusal is { } refusal)
            {
                return output.Refuse(refusal);
            }

            await transaction.CommitAsync(cancel);
            output.Result(new { id = person.Id, user = person.UserName }, AccountWords.AddedWith(person.Name, Roles.Title(held)));
            return ExitStatus.Done;
        });
        return command;
    }

    private static Command List(CommandHost host)
    {
        var command = new Command("list", "列出人员和职责 / list people and their duties");
        command.SetAction(async (parse, cancel) =>
        {
            await using var scope = host.OpenDatabase(parse).CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SaimaDb>();
            var duties = (await db.Set<Duty>().AsNoTracking().Where(duty => duty.EndedAt == null).ToListAsync(cancel)).ToLookup(duty => duty.PersonId);
            var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.NormalizedUserName).ToListAsync(cancel);
            var rows = people.ConvertAll(person => new { user = person.UserName!, name = person.Name, duties = duties[person.Id].Select(duty => $"{Roles.Code(duty.Role)} {duty.Unit}").ToList(), closed = person.ClosedAt is not null, demo = person.Demo });
            var text = rows.Count == 0 ? "—" : string.Join('\n', rows.Select(row => $"{row.user}  {row.name}  {string.Join("; ", row.duties)}{(row.closed ? "  ×" : "")}"));
            host.Output(parse).Result(rows, new Phrase(text, text));
            return ExitStatus.Done;
        });
        return command;
    }
}
