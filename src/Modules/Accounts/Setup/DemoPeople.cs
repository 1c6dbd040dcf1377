using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Sessions;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.Setup;

/// <summary>示例账号: one invented person for each role, made with the sample and only with it. Their password is public.</summary>
public static class DemoPeople
{
    public const string Password = "Shangyu-demo-2023";

    public static IReadOnlyList<(string User, string Name, Role Role, string Unit)> All { get; } =
    [
        ("office", "示例项目办", Role.ProjectOffice, Duty.District),
        ("leader", "示例领导", Role.Leader, Duty.District),
        ("reporter", "示例填报员", Role.Reporter, "S05"),
        ("checker", "示例审核员", Role.Checker, "S05"),
        ("statistics", "示例统计核验", Role.StatisticsVerifier, Duty.District),
        ("system", "示例系统管理员", Role.SystemAdministrator, Duty.District),
        ("security", "示例安全管理员", Role.SecurityAdministrator, Duty.District),
        ("audit", "示例审计管理员", Role.AuditAdministrator, Duty.District),
    ];

    /// <summary>Makes those that are not there; where somebody real has an account, none.</summary>
    public static async Task Run(SaimaDb db, UserManager<Person> users, TimeProvider time, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        if (!await SetupCode.IsOpen(db, cancel))
        {
            return;
        }

        foreach (var (user, name, role, unit) in All)
        {
            if (await db.Set<Person>().AnyAsync(person => person.UserName == user, cancel))
            {
                continue;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var made = (await AddPerson.Run(db, users, time, by, new(user, name, Password, Demo: true), cancel)).Value!;
            await GrantDuty.Run(db, time, null, by, new(made.Id, role, unit, Written.DayOf(time.GetUtcNow()), null, "示例账号 demo account"), cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Closes them, within the transaction that sets the platform up: from then on nobody signs in with a public password.</summary>
    public static async Task Close(SaimaDb db, DateTimeOffset now, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var demo = await db.Set<Person>().Where(person => person.Demo && person.ClosedAt == null).ToListAsync(cancel);
        if (demo.Count == 0)
        {
            return;
        }

        var ids = demo.ConvertAll(person => person.Id);
        demo.ForEach(person => person.ClosedAt = now);
        await db.SaveChangesAsync(cancel);
        await db.Set<Duty>().Where(duty => ids.Contains(duty.PersonId) && duty.EndedAt == null).ExecuteUpdateAsync(duty => duty.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, by), cancel);
        await db.Set<Session>().Where(one => ids.Contains(one.PersonId) && one.EndedAt == null).ExecuteUpdateAsync(one => one.SetProperty(row => row.EndedAt, now), cancel);
        await AppendToLedger.Run(db, now, by, demo.Select(person => new LedgerLine("accounts.close", AddPerson.Subject(person.Id), "设立平台 setup", null, null)), cancel);
    }

    /// <summary>Whether any of them is there.</summary>
    public static Task<bool> Exist(SaimaDb db, CancellationToken cancel) => db.Set<Person>().AnyAsync(person => person.Demo && person.ClosedAt == null, cancel);
}
