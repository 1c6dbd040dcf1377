using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Units;

namespace Saima.Modules.Accounts.Duties;

/// <summary>A duty that is to be granted.</summary>
public sealed record DutyOrder(Guid Person, Role Role, string Unit, DateOnly From, DateOnly? To, string Reason);

/// <summary>Grants a person a role in a unit for a period. Nobody grants themselves a duty, and no one holds two of the three administrators.</summary>
public static class GrantDuty
{
    private const int LongestReason = 200;

    /// <param name="granter">Who grants; empty where the platform itself does at its setup.</param>
    public static async Task<Outcome<Duty>> Run(SaimaDb db, TimeProvider time, Actor? granter, string by, DutyOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (granter?.Id == order.Person.ToString())
        {
            return AccountRefusals.OwnDuty;
        }

        var reason = order.Reason.Trim();
        var problems = new List<Problem>();
        if (reason.Length is 0 or > LongestReason)
        {
            problems.Add(AccountRefusals.Field("reason", null, "WHY_MISSING", new("请写明授予的依据。", "Say on what ground it is granted."), new($"写任命文件或理由，不超过 {LongestReason} 个字。", $"Write the appointment or the reason, with at most {LongestReason} characters.")));
        }

        if (order.To < order.From)
        {
            problems.Add(AccountRefusals.Field("to", order.To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "DATE_ORDER", new("期满早于开始。", "It ends before it begins."), new("改正两个日期。", "Mend the two days.")));
        }

        if (order.Unit != Duty.District && !(await UnitTree.Read(db, cancel)).Units.ContainsKey(order.Unit))
        {
            problems.Add(AccountRefusals.Field("unit", order.Unit, "UNKNOWN_UNIT", new($"没有单位 {order.Unit}。", $"There is no unit {order.Unit}."), new("从列表里选。", "Choose from the list.")));
        }

        if (problems.Count > 0)
        {
            return AccountRefusals.Faulty(problems);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (!await db.Set<Person>().AnyAsync(person => person.Id == order.Person && person.ClosedAt == null, cancel))
        {
            return AccountRefusals.Missing;
        }

        var held = await db.Set<Duty>().AsNoTracking().Where(duty => duty.PersonId == order.Person && duty.EndedAt == null).ToListAsync(cancel);
        if (Roles.Administrators.Contains(order.Role) && held.FirstOrDefault(duty => Roles.Administrators.Contains(duty.Role) && duty.Role != order.Role) is { } other)
        {
            return AccountRefusals.TwoAdministrators(other.Role, order.Role);
        }

        if (held.Any(duty => duty.Role == order.Role && duty.Unit == order.Unit))
        {
            return AccountRefusals.DutyHeld;
        }

        var now = time.GetUtcNow();
        var granted = new Duty { PersonId = order.Person, Role = order.Role, Unit = order.Unit, From = order.From, To = order.To, GrantedBy = by, GrantedAt = now, Reason = reason };
        db.Add(granted);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, by, [new("accounts.grant", AddPerson.Subject(order.Person), reason, null, JsonSerializer.Serialize(new { role = Roles.Code(order.Role), unit = order.Unit, from = order.From, to = order.To }))], cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return granted;
    }
}
