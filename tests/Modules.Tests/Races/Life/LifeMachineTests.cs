using CsCheck;
using Saima.Kernel.Identity;
using Saima.Modules.Races.Life;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.Life;

public sealed class LifeMachineTests
{
    private static readonly RoundMove[] Moves = Enum.GetValues<RoundMove>();

    private static readonly Gen<Actor> Actors = Gen.Select(Gen.Int[1, 4], Any(Enum.GetValues<Role>()), Gen.Bool, Gen.Bool).Select((who, role, district, program) =>
        new Actor($"p{who}", $"p{who}", [new(role, district ? null : new HashSet<string> { "U01" })]) { Scopes = program ? new HashSet<string> { "rounds" } : null });

    [Fact]
    public void Whoever_moves_at_random_never_skips_a_phase_and_never_publishes_what_they_settled() =>
        Gen.Select(Actors, Any(Moves), Gen.Bool).Array[0, 60].Sample(tries =>
        {
            var life = new RoundLife();
            foreach (var (actor, move, says) in tries)
            {
                var moved = LifeMachine.Move(life, actor, move, says ? "why" : null);
                if (moved.Refusal is not null)
                {
                    continue;
                }

                actor.Duties.ShouldContain(duty => duty.Role == Role.ProjectOffice && duty.Covers == null);
                actor.Scopes.ShouldBeNull();
                (moved.Value - life.Phase).ShouldBeLessThanOrEqualTo(1);
                (says || moved.Value >= life.Phase).ShouldBeTrue("nothing goes back without a reason");
                (life.Phase >= RoundPhase.Published && moved.Value < RoundPhase.Published).ShouldBeFalse("what is published is never taken back");
                if (LifeMachine.Approves.Contains(move))
                {
                    life.ScoredBy.ShouldNotBe(actor.Id);
                }

                life.ScoredBy = LifeMachine.Settles.Contains(move) ? actor.Id : life.ScoredBy;
                life.Phase = moved.Value;
                (life.Phase < RoundPhase.Scored || life.ScoredBy is not null).ShouldBeTrue();
            }
        });

    private static Gen<T> Any<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    [Fact]
    public void The_phases_follow_each_other_from_the_draft_to_the_archive()
    {
        var phase = RoundPhase.Draft;
        while (LifeMachine.Onward(phase) is { } move)
        {
            LifeMachine.Next(phase, move).ShouldBe(phase + 1);
            phase++;
        }

        phase.ShouldBe(RoundPhase.Archived);
    }
}
