using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Accounts.Tokens;

/// <summary>Ends a token at once.</summary>
public static class RevokeToken
{
    public static async Task<Outcome<ProgramToken>> Run(SaimaDb db, TimeProvider time, Actor actor, Guid id, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        if (AccountRefusals.Unexplained("revoke-reason", reason.Trim()) is { } unexplained)
        {
            return unexplained;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<ProgramToken>().SingleOrDefaultAsync(token => token.Id == id && token.RevokedAt == null, cancel) is not { } revoked)
        {
            return AccountRefusals.NoToken;
        }

        (revoked.RevokedAt, revoked.RevokedBy) = (time.GetUtcNow(), actor.Name);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, revoked.RevokedAt.Value, actor.Name, [new("accounts.revoke-token", IssueToken.Subject(id), reason.Trim(), null, null)], cancel);
        await transaction.CommitAsync(cancel);
        return revoked;
    }
}
