using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Life;

/// <summary>What somebody may do with a round, or why not.</summary>
/// <param name="Refusal">Empty if the move can be made now.</param>
public sealed record LifeChoice(RoundMove Move, Refusal? Refusal);

/// <summary>A round's life as its page shows it.</summary>
/// <param name="Choices">The moves there are from where it is, the one that brings it on first.</param>
public sealed record LifeView(RoundLife Life, IReadOnlyList<LifeStep> Steps, IReadOnlyList<Waiting> Waiting, IReadOnlyList<LifeChoice> Choices)
{
    public bool Blocked => Waiting.Any(one => one.Blocks);
}

/// <summary>Reads a round's life for the person who looks.</summary>
public static class ReadLife
{
    public static async Task<LifeView> Run(SaimaDb db, TimeProvider time, IEnumerable<RoundGate> gates, Actor actor, (int Season, int Round) round, bool unpublished, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var life = await RoundLives.Find(db, round.Season, round.Round, cancel);
        var waiting = await LifeGates.Read(db, time, gates, life, cancel);
        var blocks = waiting.Where(one => one.Blocks).ToList();
        var onward = LifeMachine.Onward(life.Phase);
        return new(
            life, await RoundLives.Steps(db, round.Season, round.Round, cancel), waiting,
            [.. LifeMachine.From(life.Phase).Where(move => move != RoundMove.PublishCorrection || unpublished).OrderByDescending(move => move == onward)
                .Select(move => new LifeChoice(move, Refused(life, actor, move, blocks)))]);
    }

    private static Refusal? Refused(RoundLife life, Actor actor, RoundMove move, List<Waiting> blocks)
    {
        // The reason is asked for by the form.
        var moved = LifeMachine.Move(life, actor, move, "?");
        return moved.Refusal ?? (blocks.Count > 0 && moved.Value > life.Phase ? LifeRefusals.Waits(blocks) : null);
    }
}
