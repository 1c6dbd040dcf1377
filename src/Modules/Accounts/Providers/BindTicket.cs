using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Saima.Modules.Accounts.Providers;

/// <summary>Says for five minutes that in this session the password was typed once more; without it nobody binds an account.</summary>
public sealed class BindTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("saima.bind").ToTimeLimitedDataProtector();

    public string Issue(Guid session) => seal.Protect(session.ToString(), Lives);

    public bool Fits(string? ticket, Guid session)
    {
        try
        {
            return !string.IsNullOrEmpty(ticket) && seal.Unprotect(ticket) == session.ToString();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
