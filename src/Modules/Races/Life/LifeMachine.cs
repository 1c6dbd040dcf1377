using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary>The moves a round may take, who may take them, and which two are never of one person. Pure.</summary>
public static class LifeMachine
{
    private static readonly (RoundPhase From, RoundMove Move, RoundPhase To)[] Table =
    [
        (RoundPhase.Draft, RoundMove.Open, RoundPhase.Open),
        (RoundPhase.Open, RoundMove.Lock, RoundPhase.Locked),
        (RoundPhase.Locked, RoundMove.Reopen, RoundPhase.Open),
        (RoundPhase.Locked, RoundMove.Verify, RoundPhase.Verifying),
        (RoundPhase.Verifying, RoundMove.Score, RoundPhase.Scored),
        (RoundPhase.Scored, RoundMove.Score, RoundPhase.Scored),
        (RoundPhase.Scored, RoundMove.Air, RoundPhase.Objection),
        (RoundPhase.Objection, RoundMove.CloseObjections, RoundPhase.Review),
        (RoundPhase.Objection, RoundMove.BackToScored, RoundPhase.Scored),
        (RoundPhase.Review, RoundMove.BackToScored, RoundPhase.Scored),
        (RoundPhase.Review, RoundMove.Schedule, RoundPhase.Review),
        (RoundPhase.Review, RoundMove.Publish, RoundPhase.Published),
        (RoundPhase.Published, RoundMove.Rectify, RoundPhase.Rectifying),
        (RoundPhase.Rectifying, RoundMove.Archive, RoundPhase.Archived),
        .. Staying(RoundMove.Refreeze, RoundPhase.Locked, RoundPhase.Verifying, RoundPhase.Scored, RoundPhase.Published, RoundPhase.Rectifying, RoundPhase.Archived),
        .. Staying(RoundMove.Correct, RoundPhase.Published, RoundPhase.Rectifying, RoundPhase.Archived),
        .. Staying(RoundMove.PublishCorrection, RoundPhase.Published, RoundPhase.Rectifying, RoundPhase.Archived),
    ];

    /// <summary>A round aired before the platform knew it begins its life where history left it.</summary>
    private static readonly (RoundPhase From, RoundMove Move, RoundPhase To)[] History =
        [(RoundPhase.Draft, RoundMove.Import, RoundPhase.Published), (RoundPhase.Draft, RoundMove.Import, RoundPhase.Archived)];

    /// <summary>Moves that are refused without a reason.</summary>
    public static IReadOnlyList<RoundMove> NeedsReason { get; } = [RoundMove.Reopen, RoundMove.Refreeze, RoundMove.BackToScored, RoundMove.Correct];

    /// <summary>Moves that say a result is good; not for the person who settled it.</summary>
    public static IReadOnlyList<RoundMove> Approves { get; } = [RoundMove.Schedule, RoundMove.Publish, RoundMove.PublishCorrection];

    /// <summary>Moves that settle.</summary>
    public static IReadOnlyList<RoundMove> Settles { get; } = [RoundMove.Score, RoundMove.BackToScored, RoundMove.Correct];

    /// <summary>The paths of the machine as a condition of the database on a step.</summary>
    internal static string Paths { get; } = string.Join(" OR ", Table.Concat(History).Select(path => $"(\"from\" = '{path.From}' AND \"move\" = '{path.Move}' AND \"to\" = '{path.To}')"));

    /// <summary>The phase a move leads to; empty if there is no such move there.</summary>
    public static RoundPhase? Next(RoundPhase phase, RoundMove move) =>
        Table.Where(path => path.From == phase && path.Move == move).Select(path => (RoundPhase?)path.To).FirstOrDefault();

    /// <summary>What may be done in a phase, in the order of the life.</summary>
    public static IReadOnlyList<RoundMove> From(RoundPhase phase) => [.. Table.Where(path => path.From == phase).Select(path => path.Move)];

    /// <summary>The move that brings a round on; empty in the archive.</summary>
    public static RoundMove? Onward(RoundPhase phase) => phase == RoundPhase.Archived ? null : Table.First(path => path.From == phase && path.To == phase + 1).Move;

    /// <summary>Stable code of a move for commands and the ledger, e.g. <c>close-objections</c>.</summary>
    public static string Code(RoundMove move) => string.Concat(move.ToString().Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>Whether somebody's role covers a move: the project office of the whole district runs the race.</summary>
    public static bool May(Actor actor, RoundMove move)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return move != RoundMove.Import && actor.Scopes is null && actor.Duties.Any(duty => duty is { Role: Role.ProjectOffice, Covers: null });
    }

    /// <summary>Whether the person is another than the one who settled the latest edition: who scores decides no objection and approves no publishing.</summary>
    public static bool MayJudge(RoundLife? life, string person) => life?.ScoredBy is null || life.ScoredBy != person;

    /// <summary>Whether a move is possible from where the round is, for this person.</summary>
    /// <returns>The phase it leads to.</returns>
    public static Outcome<RoundPhase> Move(RoundLife? life, Actor actor, RoundMove move, string? reason)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var phase = life?.Phase ?? RoundPhase.Draft;
        if (!May(actor, move))
        {
            return LifeRefusals.NotYours(move);
        }

        if (Next(phase, move) is not { } next)
        {
            return LifeRefusals.NoSuchMove(phase, move);
        }

        return Approves.Contains(move) && !MayJudge(life, actor.Id) ? LifeRefusals.ScoredIt(move)
            : NeedsReason.Contains(move) && string.IsNullOrWhiteSpace(reason) ? LifeRefusals.NoReason(move)
            : next;
    }

    internal static string Listed<T>()
        where T : struct, Enum => Listed(Enum.GetValues<T>());

    internal static string Listed<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(value => $"'{value}'"));

    private static IEnumerable<(RoundPhase From, RoundMove Move, RoundPhase To)> Staying(RoundMove move, params RoundPhase[] phases) => phases.Select(phase => (phase, move, phase));
}
