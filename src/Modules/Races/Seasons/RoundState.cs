namespace Saima.Modules.Races.Seasons;

/// <summary>How far a round is.</summary>
public enum RoundState
{
    NotDue,
    Open,
    Frozen,
    Settled,
    Published,
    Corrected,
}

/// <summary>Says how far a round is from what is kept of it.</summary>
public static class RoundStates
{
    /// <param name="editions">Of this round, the latest first.</param>
    /// <param name="freezes">Of this round, the latest first.</param>
    public static RoundState Of(DateOnly cutOff, DateOnly today, IReadOnlyList<SettledRound> editions, IReadOnlyList<RoundFreeze> freezes)
    {
        ArgumentNullException.ThrowIfNull(editions);
        ArgumentNullException.ThrowIfNull(freezes);
        if (freezes.Count > 0 && (editions.Count == 0 || (freezes[0].FrozenAt > editions[0].SettledAt && editions[0].FreezeId != freezes[0].Id)))
        {
            return RoundState.Frozen;
        }

        return editions.Count == 0 ? today > cutOff ? RoundState.Open : RoundState.NotDue
            : editions[0].PublishedAt is null ? RoundState.Settled
            : editions.Skip(1).Any(edition => edition.PublishedAt is not null) ? RoundState.Corrected : RoundState.Published;
    }
}
