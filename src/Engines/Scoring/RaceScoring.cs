namespace Saima.Engines.Scoring;

/// <summary>Settles a round: lanes, flags with reasons, scores, ranks and the unit table.</summary>
public static class RaceScoring
{
    /// <summary>Settles a round.</summary>
    /// <param name="facts">Frozen facts.</param>
    /// <param name="rules">Rule set.</param>
    /// <param name="frame">Season, round and deadline.</param>
    /// <param name="previous">The previous round's results, or none.</param>
    /// <param name="threads">Threads to use, ≥ 1; the result does not depend on it.</param>
    /// <returns>The settlement.</returns>
    public static Settlement Settle(RoundFacts facts, RuleSet rules, RoundFrame frame, PreviousRound? previous = null, int threads = 1) =>
        throw new NotImplementedException();
}
