using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Engines.Scoring;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Life;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Races.Review;

/// <summary>An item with its latest decision.</summary>
public sealed record DecidedItem(AgendaItem Item, ReviewDecision? Decision)
{
    /// <summary>What was decided on is still so.</summary>
    public bool IsCurrent => Decision is not null && Decision.Facts == Item.Facts;

    public bool IsAgreed => IsCurrent && Decision!.Outcome == ReviewOutcome.Agree;
}

/// <summary>A signature and whether it still stands.</summary>
public sealed record SeenSignature(ReviewSignature Signature, bool Stands);

/// <summary>The review of a round as it stands: agenda, meeting, decisions, signatures. Read in a fixed number of queries.</summary>
public sealed record ReviewState(
    RoundLife Life, SettledRound Edition, IReadOnlyList<DecidedItem> Items, ReviewMeeting? Meeting, IReadOnlyList<ReviewAttendee> Attendees, IReadOnlyList<SeenSignature> Signatures, IReadOnlySet<string> Scorers)
{
    public RuleSet Rules => field ??= RuleSetDocument.Parse(Encoding.UTF8.GetBytes(Edition.RuleSetDocument), "rules.json").Value!.Rules;

    public int Undecided => Items.Count(item => !item.IsAgreed);

    /// <summary>Fingerprint of the agenda and its decisions, which is what is signed.</summary>
    public string Agenda => AgendaOf(Items);

    public bool ChairSigned => Signatures.Any(one => one is { Stands: true, Signature: { AsChair: true, Approves: true } });

    /// <summary>How many approve besides the chair.</summary>
    public int Approvals => Signatures.Count(one => one is { Stands: true, Signature: { Approves: true, AsChair: false } });

    /// <summary>How many signatures are missing, the chair's among them.</summary>
    public int Missing => Meeting is null ? 0 : (ChairSigned ? 0 : 1) + Math.Max(0, Meeting.Quorum - Approvals);

    /// <summary>Whether the leading group has approved what is under review.</summary>
    public bool IsApproved => Meeting is not null && Undecided == 0 && Missing == 0;

    public bool IsPresent(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Attendees.Any(one => one.Name == actor.Name);
    }

    public bool Scored(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Scorers.Contains(actor.Id) || !LifeMachine.MayJudge(Life, actor.Id);
    }

    /// <returns>Empty if nothing is settled yet.</returns>
    public static async Task<ReviewState?> Read(SaimaDb db, int season, int round, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (round is < 1 or > Kernel.Time.Season.RoundsPerSeason || await RoundArchive.Latest(db, season, round, cancel) is not { } edition)
        {
            return null;
        }

        var life = await RoundLives.Find(db, season, round, cancel);
        var items = await Derive(db, edition, cancel);
        var decisions = (await db.Set<ReviewDecision>().AsNoTracking().Where(one => one.Season == season && one.Round == round).ToListAsync(cancel)).GroupBy(one => one.Item).ToDictionary(group => group.Key, group => group.MaxBy(one => one.Version)!);
        var decided = items.Select(item => new DecidedItem(item, decisions.GetValueOrDefault(item.Key))).ToList();
        var meeting = await db.Set<ReviewMeeting>().AsNoTracking().Where(one => one.Season == season && one.Round == round).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        var attendees = meeting is null ? [] : await db.Set<ReviewAttendee>().AsNoTracking().Where(one => one.MeetingId == meeting.Id).OrderBy(one => one.Position).ToListAsync(cancel);
        var signatures = await db.Set<ReviewSignature>().AsNoTracking().Where(one => db.Set<ReviewMeeting>().Any(held => held.Id == one.MeetingId && held.Season == season && held.Round == round)).OrderBy(one => one.Id).ToListAsync(cancel);
        var agenda = AgendaOf(decided);
        return new(
            life, edition, decided, meeting, attendees,
            signatures.ConvertAll(one => new SeenSignature(one, one.MeetingId == meeting?.Id && one.BundleHash == edition.BundleHash && one.Agenda == agenda)), await RoundScorers.Read(db, season, round, cancel));
    }

    private static async Task<IReadOnlyList<AgendaItem>> Derive(SaimaDb db, SettledRound edition, CancellationToken cancel)
    {
        // A finding needs a decision whatever flag it led to; it is told by the stored metrics.
        var rows = await db.Set<StandingRow>().AsNoTracking().Where(row => row.RoundId == edition.Id && ((row.Flag != Flag.Red && row.Flag != Flag.None) || row.Metrics.Contains("\"Findings\":[\""))).OrderBy(row => row.Position).ToListAsync(cancel);
        var upheld = (await ReadObjections.All(db, edition.Season, edition.Round, cancel)).Where(one => one.Objection.IsUpheld);
        return
        [
            .. rows.Select(AgendaItem.Of).OfType<AgendaItem>().OrderBy(item => item.Kind).ThenBy(item => item.Row!.Position),
            .. upheld.Select(AgendaItem.Of), AgendaItem.Publish(edition),
        ];
    }

    private static string AgendaOf(IReadOnlyList<DecidedItem> items) =>
        AgendaItem.Print(string.Join('\n', items.Select(item => FormattableString.Invariant($"{item.Item.Key}|{item.Item.Facts}|{item.Decision?.Version}|{item.Decision?.Outcome}"))));
}
