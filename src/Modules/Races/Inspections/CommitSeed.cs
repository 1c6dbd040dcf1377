using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;

namespace Saima.Modules.Races.Inspections;

/// <summary>Draws the secret of a round's sample and publishes its hash, before anybody can know what will be reported: part of opening a round, in its transaction, and done once.</summary>
internal static class CommitSeed
{
    private const int Bytes = 32;

    public static async Task Run(SaimaDb db, DateTimeOffset now, int season, int round, string by, CancellationToken cancel)
    {
        if (await db.Set<RoundDraw>().AnyAsync(one => one.Season == season && one.Round == round, cancel))
        {
            return;
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var draw = new RoundDraw { Season = season, Round = round, Secret = secret, Commitment = RoundDraw.Hash(secret), CommittedAt = now, CommittedBy = by };
        db.Add(draw);
        await db.SaveChangesAsync(cancel);
        await AppendToLedger.Run(db, now, by, [new("races.commit-seed", InspectionLedger.Subject(season, round), null, null, JsonSerializer.Serialize(new { commitment = draw.Commitment }))], cancel);
    }
}
