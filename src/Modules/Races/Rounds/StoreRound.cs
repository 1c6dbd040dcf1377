using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Publications;
using Saima.Projects.Packages;

namespace Saima.Modules.Races.Rounds;

/// <summary>Keeps a settled edition: round, bundle, standings and ledger in one transaction.</summary>
internal static class StoreRound
{
    private const int RowsAtOnce = 2000;

    /// <returns>Whether it was kept; if not, another edition came in between.</returns>
    public static async Task<Outcome<bool>> Run(
        SaimaDb db, SettledRound round, string? reason, DataPackage package, BundleOrder order, BuiltBundle built, byte[] bytes, LifeTurn? turn, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Lock(db, cancel);
        if ((await RoundArchive.Latest(db, round.Season, round.Round, cancel))?.Id != round.SupersedesId)
        {
            return false;
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

        db.Add(round);
        await db.SaveChangesAsync(cancel);
        db.Add(new RoundBundle { RoundId = round.Id, Bytes = bytes });
        var texts = new RoundTexts(Texts(package.ProjectIds), Texts(package.ProjectNames), Texts(package.UnitCodes), Texts(package.UnitNames));
        db.AddRange(RoundRows.Units(round.Id, built.Settlement, package.Facts, texts));
        await Save(db, cancel);
        foreach (var rows in RoundRows.Standings(round.Id, built.Settlement, package.Facts, texts, order.Rules.Rules, built.Frame, order.Previous?.For(package)).Chunk(RowsAtOnce))
        {
            db.AddRange(rows);
            await Save(db, cancel);
        }

        var after = JsonSerializer.Serialize(new
        {
            edition = round.Edition,
            bundle = round.BundleHash,
            supersedes = order.Supersedes,
            previous = round.PreviousBundleHash,
            rules = round.RuleSetHash,
            projects = round.Projects,
            red = round.Red,
            yellow = round.Yellow,
            snail = round.Snail,
            exempt = round.Exempt,
            none = round.None,
        });
        var before = order.Supersedes is null ? null : JsonSerializer.Serialize(new { edition = round.Edition - 1, bundle = order.Supersedes });
        await AppendToLedger.Run(db, round.SettledAt, round.SettledBy, [new("races.settle", Subject(round), reason, before, after), .. lines], cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            // Until its statistics are taken PostgreSQL reads the whole of a table that was just filled, for a page of fifty rows.
            await db.Database.ExecuteSqlRawAsync("ANALYZE races_standing, races_unit_standing", cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Nothing new is to be kept: only the round moves.</summary>
    /// <returns>Whether that is still the latest edition; if not, nothing was done.</returns>
    public static async Task<Outcome<bool>> Unchanged(SaimaDb db, SettledRound known, LifeTurn? turn, CancellationToken cancel)
    {
        if (turn is null || turn.Order.Move == RoundMove.Correct)
        {
            return true;
        }

        turn.Unchanged = true;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Lock(db, cancel);
        if ((await RoundArchive.Latest(db, known.Season, known.Round, cancel))?.Id != known.Id)
        {
            return false;
        }

        var taken = await turn.Take(db, cancel);
        if (taken.Refusal is { } refusal)
        {
            return refusal;
        }

        await AppendToLedger.Run(db, turn.Now, turn.Actor.Name, [taken.Value!], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    internal static string Subject(SettledRound round) => string.Create(CultureInfo.InvariantCulture, $"races/{round.Season}/{round.Round}");

    /// <summary>One settles or publishes at a time; SQLite locks the database as it is.</summary>
    internal static async Task Lock(SaimaDb db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE races_round IN EXCLUSIVE MODE", cancel);
        }
    }

    private static async Task Save(SaimaDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static string[] Texts(TextColumn column) => [.. Enumerable.Range(0, column.Count).Select(row => column[row]!)];
}
