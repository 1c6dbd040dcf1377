using Saima.Kernel.Refusals;
using Saima.Modules.Races.Standings;
using Saima.Ui.Figures;

namespace Saima.Modules.Races.Rounds;

/// <summary>What became of an edition.</summary>
internal static class EditionStates
{
    /// <param name="editions">Of the same round, the latest first.</param>
    public static Phrase Of(SettledRound edition, IReadOnlyList<SettledRound> editions) => edition.PublishedAt is { } at
        ? editions.Any(one => one.Edition > edition.Edition && one.PublishedAt is not null) ? RoundsWords.Replaced : RoundsWords.Out(Numbers.Day(Written.DayOf(at)))
        : edition.Edition == editions[0].Edition ? RoundsWords.Waits : RoundsWords.Replaced;
}
