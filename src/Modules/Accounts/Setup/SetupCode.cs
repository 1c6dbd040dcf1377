using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Setup;

/// <summary>What only whoever started the platform can read: with it the first administrators are made. It is another at every start.</summary>
public sealed class SetupCode
{
    public string Text { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public bool Fits(string? typed) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed?.Trim().ToLowerInvariant() ?? ""), System.Text.Encoding.UTF8.GetBytes(Text));

    /// <summary>Whether nobody but the people of the sample has an account.</summary>
    public static async Task<bool> IsOpen(SaimaDb db, CancellationToken cancel) => !await db.Set<Person>().AnyAsync(person => !person.Demo, cancel);
}
