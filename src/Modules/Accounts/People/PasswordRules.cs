using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Units;

namespace Saima.Modules.Accounts.People;

/// <summary>What a password must be: twelve characters, three of four classes, without the person's own name or what everybody here would guess, none of those that many choose, and none of the last five.</summary>
public sealed class PasswordRules(SaimaDb db) : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const int Remembered = 5;
    private const int ShortestName = 2;
    private const int ShortestWord = 4;

    // What this platform is called, and where it is.
    private static readonly string[] Guessed = ["saima", "赛马", "shangyu", "上虞"];

    public async Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        var text = password ?? "";
        var classes = (text.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (text.Any(char.IsAsciiLetterLower) ? 1 : 0) + (text.Any(char.IsAsciiDigit) ? 1 : 0) + (text.Any(letter => !char.IsAsciiLetterOrDigit(letter)) ? 1 : 0);
        if (text.Length is < Shortest or > Longest)
        {
            return Failed("PASSWORD_LENGTH");
        }

        if (classes < 3)
        {
            return Failed("PASSWORD_CLASSES");
        }

        if (user.UserName is { Length: > 2 } name && text.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return Failed("PASSWORD_HAS_NAME");
        }

        // That of the sample's people is public anyhow.
        if (!user.Demo && await Guessable(user, text))
        {
            return Failed("PASSWORD_GUESSED");
        }

        if (!user.Demo && CommonPasswords.Contain(text))
        {
            return Failed("PASSWORD_COMMON");
        }

        var old = await db.Set<OldPassword>().AsNoTracking().Where(one => one.PersonId == user.Id).OrderByDescending(one => one.Id).Take(Remembered).Select(one => one.Hash).ToListAsync();
        return old.Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, text) != PasswordVerificationResult.Failed) ? Failed("PASSWORD_USED_BEFORE") : IdentityResult.Success;
    }

    private async Task<bool> Guessable(Person user, string text)
    {
        var held = await db.Set<Duty>().AsNoTracking().Where(duty => duty.PersonId == user.Id && duty.EndedAt == null).Select(duty => duty.Unit).ToListAsync();
        var tree = held.Count == 0 ? UnitTree.Empty : await UnitTree.Read(db, CancellationToken.None);
        var units = held.Where(tree.Units.ContainsKey).Select(code => tree.Units[code].Name);
        return Guessed.Append(user.Name).Concat(units).Any(word => word.Length >= (word.All(char.IsAscii) ? ShortestWord : ShortestName) && text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
