using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Notices.Reminders;
using Saima.Ui;

namespace Saima.Modules.Notices.Channels;

/// <summary>What somebody wishes, as typed.</summary>
/// <param name="From">Clock, <c>21:00</c>.</param>
/// <param name="Seen">Revision that was on the screen.</param>
public sealed record TypedSettings(IReadOnlyCollection<Stage> Mail, IReadOnlyCollection<Stage> Robots, string From, string To, bool WorkingDaysOnly, string Language, int Seen);

/// <summary>Keeps how somebody is notified.</summary>
public static class KeepSettings
{
    public static async Task<NoticeSettings> Read(SaimaDb db, string person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, cancel) ?? new() { Person = person };
    }

    public static async Task<Outcome<NoticeSettings>> Run(SaimaDb db, TimeProvider time, Actor actor, TypedSettings typed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(typed);
        var (from, to) = (Minute(typed.From), Minute(typed.To));
        var problems = new[] { ("from", typed.From, from), ("to", typed.To, to) }.Where(one => one.Item3 is null)
            .Select(one => NoticeRefusals.Field(one.Item1, one.Item2, "NO_CLOCK", new("不是时刻。", "It is no time of day."), new("写成 21:00；起止相同就是不设免打扰。", "Write 21:00; the same twice is for no quiet hours."))).ToList();
        if (Preferences.Languages.All(language => language.Code != typed.Language))
        {
            problems.Add(NoticeRefusals.Field("language", typed.Language, "NO_LANGUAGE", new("没有这种语言。", "There is no such language."), new("从列表里选。", "Choose from the list.")));
        }

        if (problems.Count > 0)
        {
            return NoticeRefusals.Faulty(problems);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var kept = await db.Set<NoticeSettings>().SingleOrDefaultAsync(one => one.Person == actor.Id, cancel);
        if ((kept?.Revision ?? 0) != typed.Seen)
        {
            return NoticeRefusals.Moved;
        }

        var before = kept is null ? null : State(kept);
        if (kept is null)
        {
            db.Add(kept = new() { Person = actor.Id });
        }

        (kept.MailStages, kept.RobotStages, kept.QuietFrom, kept.QuietTo) = (Bits(typed.Mail), Bits(typed.Robots), from!.Value, to!.Value);
        (kept.WorkingDaysOnly, kept.Language, kept.Revision) = (typed.WorkingDaysOnly, typed.Language, kept.Revision + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return NoticeRefusals.Moved;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await AppendToLedger.Run(db, time.GetUtcNow(), actor.Name, [new("notices.settings", $"notices/settings/{actor.Id}", null, before, State(kept))], cancel);
        await transaction.CommitAsync(cancel);
        return kept;
    }

    /// <summary>A minute of the day as a clock shows it.</summary>
    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static int? Minute(string text) => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? (clock.Hour * 60) + clock.Minute : null;

    private static int Bits(IEnumerable<Stage> stages) => stages.Aggregate(0, (bits, stage) => bits | (1 << (int)stage));

    private static string State(NoticeSettings settings) => JsonSerializer.Serialize(new
    {
        mail = settings.MailStages,
        robots = settings.RobotStages,
        quiet = $"{Clock(settings.QuietFrom)}–{Clock(settings.QuietTo)}",
        workingDaysOnly = settings.WorkingDaysOnly,
        language = settings.Language,
    });
}
