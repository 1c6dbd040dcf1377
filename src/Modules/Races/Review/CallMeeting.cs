using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Ledger;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Life;

namespace Saima.Modules.Races.Review;

/// <summary>A meeting as somebody calls it.</summary>
/// <param name="Seen">Number of the call that was on the screen, 0 for none.</param>
/// <param name="Present">One a line: name, then the post where it is said, parted by a blank or a comma.</param>
public sealed record MeetingOrder(int Season, int Round, int Seen, string? HeldOn, string? Place, string? Chair, string? Present, string? Quorum);

/// <summary>Use case: calls the meeting that reviews a round, or calls it again with other people or another day; what was signed under the call before lapses.</summary>
public static class CallMeeting
{
    private const int LongestWord = 100;
    private static readonly char[] Marks = [' ', '\t', '，', ',', '　', '、'];

    public static async Task<Outcome<ReviewMeeting>> Run(SaimaDb db, TimeProvider time, Actor actor, MeetingOrder order, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(order);
        if (!actor.Duties.Any(duty => duty is { Role: Role.ProjectOffice, Covers: null }))
        {
            return ReviewRefusals.NotYours;
        }

        var (meeting, present, problems) = Read(order);
        if (problems.Count > 0)
        {
            return ReviewRefusals.Faulty(problems);
        }

        var now = time.GetUtcNow();
        (meeting.CalledBy, meeting.CalledName, meeting.CalledAt) = (actor.Id, actor.Name, now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RoundLives.Hold(db, cancel);
        if ((await RoundLives.Find(db, order.Season, order.Round, cancel)).Phase != RoundPhase.Review)
        {
            return ReviewRefusals.NotInReview;
        }

        if (await db.Set<ReviewMeeting>().Where(one => one.Season == order.Season && one.Round == order.Round).MaxAsync(one => (int?)one.Number, cancel) is var last && (last ?? 0) != order.Seen)
        {
            return ReviewRefusals.Moved;
        }

        db.Add(meeting);
        await db.SaveChangesAsync(cancel);
        db.AddRange(present.Select((one, at) => new ReviewAttendee { MeetingId = meeting.Id, Position = at + 1, Name = one.Name, Post = one.Post }));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        var after = JsonSerializer.Serialize(new { meeting.Number, meeting.HeldOn, meeting.Place, meeting.Chair, meeting.Quorum, present = present.Select(one => one.Name) });
        await AppendToLedger.Run(db, now, actor.Name, [new("races.review-call", FormattableString.Invariant($"races/{order.Season}/{order.Round}"), null, null, after)], cancel);
        await transaction.CommitAsync(cancel);
        return meeting;
    }

    private static (ReviewMeeting Meeting, IReadOnlyList<(string Name, string? Post)> Present, List<Problem> Problems) Read(MeetingOrder order)
    {
        var problems = new List<Problem>();
        void Say(string field, string zh, string en, string zhHow, string enHow) => problems.Add(ReviewRefusals.Fault(field, new(zh, en), new(zhHow, enHow)));
        var (place, chair) = ((order.Place ?? "").Trim(), (order.Chair ?? "").Trim());
        if (!DateOnly.TryParseExact(order.HeldOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Say("held_on", "没有写明会议日期。", "The day of the meeting is missing.", "选一天。", "Choose a day.");
        }

        if (place.Length is 0 or > LongestWord)
        {
            Say("place", "没有写明地点。", "The place is missing.", "写明地点，不超过 100 个字。", "Give it, with at most 100 characters.");
        }

        if (chair.Length is 0 or > LongestWord)
        {
            Say("chair", "没有写明主持人。", "Who chairs is missing.", "写主持人在平台上的姓名。", "Give the name the chair has on the platform.");
        }

        if (!int.TryParse(order.Quorum, NumberStyles.None, CultureInfo.InvariantCulture, out var quorum) || quorum is < 1 or > ReviewRefusals.MostPresent)
        {
            Say("quorum", "签署人数至少是 1。", "At least one besides the chair signs.", "填主持人以外须签署同意的人数。", "Say how many besides the chair must approve.");
        }

        var present = (order.Present ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Person).Prepend((Name: chair, Post: null)).GroupBy(one => one.Name)
            .Select(same => (same.Key, same.Select(one => one.Post).FirstOrDefault(post => post is not null))).Where(one => one.Key.Length > 0).ToList();
        if (present.Count is < 2 or > ReviewRefusals.MostPresent || present.Exists(one => one.Key.Length > LongestWord || one.Item2?.Length > LongestWord))
        {
            Say("present", "出席名单里除主持人外至少要有一人，最多六十人。", "The list of those present has at least one besides the chair and at most sixty.", "每行一人：姓名，空一格，职务。", "One a line: name, a blank, post.");
        }

        return (new() { Season = order.Season, Round = order.Round, Number = order.Seen + 1, HeldOn = day, Place = place, Chair = chair, Quorum = quorum, CalledBy = "", CalledName = "" }, present, problems);
    }

    private static (string Name, string? Post) Person(string line)
    {
        var parts = line.Split(Marks, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (parts.FirstOrDefault() ?? "", parts.Length > 1 ? parts[1].Trim(Marks) : null);
    }
}
