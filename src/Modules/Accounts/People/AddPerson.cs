using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.People;

/// <summary>A new person.</summary>
/// <param name="User">Name of the account.</param>
/// <param name="Name">What the person is called.</param>
public sealed record PersonOrder(string User, string Name, string Password, bool Demo = false)
{
    /// <summary>Whoever adds the person chose the password; it has to be changed at the first sign-in.</summary>
    public bool MustChange { get; init; }
}

/// <summary>Makes an account; it can do nothing until a duty is granted.</summary>
public static partial class AddPerson
{
    private const int LongestName = 40;

    public static async Task<Outcome<Person>> Run(SaimaDb db, UserManager<Person> users, TimeProvider time, string by, PersonOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        var (user, name) = (order.User.Trim(), order.Name.Trim());
        var problems = new List<Problem>();
        if (!Account().IsMatch(user))
        {
            problems.AddRange(AccountRefusals.Of(IdentityResult.Failed(new IdentityError { Code = "InvalidUserName" }), user));
        }

        if (BadName(name) is { } bad)
        {
            problems.Add(bad);
        }

        var person = new Person { Id = Guid.NewGuid(), UserName = user, Name = name, Demo = order.Demo, MustChange = order.MustChange, CreatedAt = time.GetUtcNow(), LockoutEnabled = true };
        foreach (var rule in users.PasswordValidators)
        {
            problems.AddRange(AccountRefusals.Of(await rule.ValidateAsync(users, person, order.Password), user));
        }

        if (problems.Count > 0)
        {
            return AccountRefusals.Faulty(problems);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var made = await users.CreateAsync(person, order.Password);
        if (!made.Succeeded)
        {
            return AccountRefusals.Faulty(AccountRefusals.Of(made, user));
        }

        db.Add(new OldPassword { PersonId = person.Id, Hash = person.PasswordHash!, At = person.CreatedAt });
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, person.CreatedAt, by, [new("accounts.add", Subject(person.Id), null, null, JsonSerializer.Serialize(new { user, demo = person.Demo }))], cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return person;
    }

    internal static Problem? BadName(string name) => name.Length is not (0 or > LongestName) && !name.Any(char.IsControl) ? null
        : AccountRefusals.Field("name", name, "BAD_NAME", new("姓名没有填，或太长。", "There is no name, or it is too long."), new($"写 1 到 {LongestName} 个字。", $"Write 1 to {LongestName} characters."));

    internal static string Subject(Guid person) => $"accounts/{person}";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$")]
    private static partial Regex Account();
}
