using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Kernel.Time;
using Saima.Modules.Races.Cohorts;
using Saima.Modules.Races.Life;
using Saima.Projects.Packages;
using Saima.Projects.Plans;
using Saima.Projects.Register;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Rounds;

/// <summary>What round is to be frozen and on whose word.</summary>
/// <param name="Reason">Why data that are frozen already, or published, are frozen anew.</param>
public sealed record FreezeOrder(int Season, int Round, string By, string? Reason = null);

/// <summary>Frozen data.</summary>
/// <param name="NothingNew">The register holds what was frozen before: nothing was written.</param>
public sealed record RoundFrozen(RoundFreeze Freeze, bool NothingNew);

/// <summary>
/// Use case: freezes the data of a round at this moment. From then on the round is settled from what was frozen, whatever is corrected in the register;
/// freezing again, with a reason, is a new version.
/// </summary>
internal static class FreezeRound
{
    /// <param name="turn">The move of the round this is the work of.</param>
    public static async Task<Outcome<RoundFrozen>> Run(SaimaDb db, TimeProvider time, FreezeOrder order, LifeTurn? turn, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Round is < 1 or > Season.RoundsPerSeason)
        {
            return RoundRefusals.NoSuchRound(order.Round);
        }

        if (string.IsNullOrWhiteSpace(order.By))
        {
            return RoundRefusals.WhoMissing;
        }

        var now = time.GetUtcNow().ToUniversalTime();
        if (new SeasonRound(new(order.Season), order.Round).CutOff is var cutOff && Written.DayOf(now) <= cutOff)
        {
            return RoundRefusals.TooEarlyToFreeze(order.Season, order.Round, cutOff);
        }

        // The baselines that count for this round; those in force return, should it be an earlier one.
        await ApplyBaselines.Run(db, time, order.Season, order.Round, order.By, cancel);
        var outcome = await Freeze(db, order, now, turn, cancel);
        await ApplyBaselines.Run(db, time, order.Season, await Freezes.LastRound(db, order.Season, cancel) + 1, order.By, cancel);
        return outcome;
    }

    private static async Task<Outcome<RoundFrozen>> Freeze(SaimaDb db, FreezeOrder order, DateTimeOffset now, LifeTurn? turn, CancellationToken cancel)
    {
        // Asked for before the facts are read: a change in between is told as made after the freezing rather than not at all.
        var change = await db.Set<RegisterChange>().MaxAsync(one => (long?)one.Id, cancel) ?? 0;
        var read = await ReadRegister.Run(db, order.Season, cancel);
        if (read.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var (bytes, hash) = Pack(read.Value!, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StoreRound.Lock(db, cancel);
        var known = await Freezes.Latest(db, order.Season, order.Round, cancel);
        if (known?.Sha256 == hash && (turn is null || turn.Order.Move == RoundMove.Refreeze))
        {
            return new RoundFrozen(known!, NothingNew: true);
        }

        var lines = new List<LedgerLine>();
        if (turn is not null)
        {
            var taken = await turn.Take(db, cancel);
            if (taken.Refusal is { } refusal)
            {
                return refusal;
            }

            lines.Add(taken.Value!);
        }

        if (known?.Sha256 == hash)
        {
            await AppendToLedger.Run(db, now, order.By, lines, cancel);
            await transaction.CommitAsync(cancel);
            return new RoundFrozen(known, NothingNew: true);
        }

        var published = await db.Set<SettledRound>().AnyAsync(round => round.Season == order.Season && round.Round == order.Round && round.PublishedAt != null, cancel);
        if ((known is not null || published) && string.IsNullOrWhiteSpace(order.Reason))
        {
            return RoundRefusals.ReasonToFreezeAgain(order.Season, order.Round, known?.Version);
        }

        var freeze = new RoundFreeze
        {
            Season = order.Season,
            Round = order.Round,
            Version = (known?.Version ?? 0) + 1,
            FrozenAt = now,
            FrozenBy = order.By,
            Reason = string.IsNullOrWhiteSpace(order.Reason) ? null : order.Reason,
            Sha256 = hash,
            ChangeId = change,
            Projects = read.Value!.Facts.ProjectCount,
            Rows = PackageTable.All.Sum(table => (long)read.Value.Rows(table)),
        };
        db.Add(freeze);
        await db.SaveChangesAsync(cancel);
        db.Add(new FrozenPackage { FreezeId = freeze.Id, Bytes = bytes });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await KeepCohort.Run(db, freeze, read.Value, cancel);
        var before = known is null ? null : JsonSerializer.Serialize(new { version = known.Version, sha256 = known.Sha256 });
        var after = JsonSerializer.Serialize(new { version = freeze.Version, sha256 = hash, projects = freeze.Projects, rows = freeze.Rows });
        lines.Insert(0, new("races.freeze", FormattableString.Invariant($"races/{order.Season}/{order.Round}"), freeze.Reason, before, after));
        await AppendToLedger.Run(db, now, order.By, lines, cancel);
        await transaction.CommitAsync(cancel);
        return new RoundFrozen(freeze, NothingNew: false);
    }

    /// <summary>The package as a zip, and the SHA-256 of its tables: how well the zip was pressed does not count.</summary>
    private static (byte[] Bytes, string Hash) Pack(DataPackage package, CancellationToken cancel)
    {
        using var zip = new MemoryStream();
        PackageWriter.WriteZip(package, zip, cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var table = new MemoryStream();
        foreach (var one in PackageTable.All)
        {
            table.SetLength(0);
            PackageWriter.WriteCanonicalCsv(package, one, table);
            hash.AppendData(SHA256.HashData(table.GetBuffer().AsSpan(0, (int)table.Length)));
        }

        return (zip.ToArray(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
