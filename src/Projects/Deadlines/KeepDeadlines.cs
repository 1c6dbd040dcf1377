using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Deadlines;

/// <summary>Keeps the deadlines of a season's reports as the next version; the versions before it stay, and so does what was judged by them.</summary>
public static class KeepDeadlines
{
    /// <param name="seen">Version that was on the screen, 0 for the example; if another is in force by now, nothing is kept.</param>
    public static async Task<Outcome<FilingDeadlines>> Run(SaimaDb db, TimeProvider time, Actor actor, int season, TypedDeadlines typed, int seen, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Holds(Role.ProjectOffice))
        {
            return DeadlineRefusals.NotYours;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE projects_filing_deadlines IN EXCLUSIVE MODE", cancel);
        }

        var calendars = await FilingCalendars.Read(db, season, cancel);
        var (deadlines, problems) = CheckDeadlines.Run(season, typed, calendars.Days);
        if (problems.Count > 0)
        {
            return DeadlineRefusals.Faulty(problems);
        }

        var known = calendars.Versions.Count > 0 ? calendars.Versions[0] : null;
        if ((known?.Version ?? 0) != seen)
        {
            return DeadlineRefusals.ChangedMeanwhile(known!);
        }

        var now = time.GetUtcNow().ToUniversalTime();
        (deadlines.Version, deadlines.KeptAt, deadlines.KeptBy) = (seen + 1, now, actor.Name);
        db.Add(deadlines);
        await db.SaveChangesAsync(cancel);
        var subject = string.Create(CultureInfo.InvariantCulture, $"projects/{season}/deadlines");
        await AppendToLedger.Run(db, now, actor.Name, [new("projects.deadlines", subject, deadlines.Document, known is null ? null : Text(known), Text(deadlines))], cancel);
        await transaction.CommitAsync(cancel);
        return deadlines;
    }

    private static string Text(FilingDeadlines one) => JsonSerializer.Serialize(new { one.Version, one.FromMonth, one.OpeningDay, one.ReportDays, one.CheckDays, one.AcceptDays, one.OwnDays, one.Document });
}
