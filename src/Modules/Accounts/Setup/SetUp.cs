using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Ui.Figures;

namespace Saima.Modules.Accounts.Setup;

/// <summary>The first two people of a new platform: the system administrator adds people, the security administrator grants their duties. They are two persons.</summary>
public static class SetUp
{
    public static async Task<Outcome<Person>> Run(
        SaimaDb db, UserManager<Person> users, TimeProvider time, SetupCode code, string? typed, (PersonOrder System, PersonOrder Security) people, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(code);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            // Of two who set up at once only one does.
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE accounts_person IN EXCLUSIVE MODE", cancel);
        }

        if (!await SetupCode.IsOpen(db, cancel))
        {
            return AccountRefusals.SetupClosed;
        }

        if (!code.Fits(typed))
        {
            return AccountRefusals.WrongSetupCode;
        }

        Person? first = null;
        foreach (var (order, role, prefix) in new[] { (people.System, Role.SystemAdministrator, ""), (people.Security, Role.SecurityAdministrator, "security-") })
        {
            var made = await AddPerson.Run(db, users, time, order.Name, order, cancel);
            if (made.Refusal is { } refusal)
            {
                return refusal with { Problems = [.. refusal.Problems.Select(problem => problem with { Column = prefix + problem.Column })] };
            }

            var duty = await GrantDuty.Run(db, time, null, order.Name, new(made.Value!.Id, role, Duty.District, Written.DayOf(time.GetUtcNow()), null, "设立平台 setup"), cancel);
            if (duty.Refusal is { } refused)
            {
                return refused;
            }

            first ??= made.Value;
        }

        await DemoPeople.Close(db, time.GetUtcNow(), first!.Name, cancel);
        await transaction.CommitAsync(cancel);
        return first;
    }
}
