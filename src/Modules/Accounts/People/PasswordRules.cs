using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;

namespace Saima.Modules.Accounts.People;

/// <summary>What a password must be: twelve characters, three of four classes, without the person's own name, and none of the last five.</summary>
public sealed class PasswordRules(SaimaDb db) : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const int Remembered = 5;

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

        var old = await db.Set<OldPassword>().AsNoTracking().Where(one => one.PersonId == user.Id).OrderByDescending(one => one.Id).Take(Remembered).Select(one => one.Hash).ToListAsync();
        return old.Any(hash => manager.PasswordHasher.VerifyHashedPassword(user, hash, text) != PasswordVerificationResult.Failed) ? Failed("PASSWORD_USED_BEFORE") : IdentityResult.Success;
    }

    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
