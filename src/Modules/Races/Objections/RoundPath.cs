using System.Globalization;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Races.Rounds;
using Saima.Modules.Races.Standings;
using Saima.Ui.Layout;

namespace Saima.Modules.Races.Objections;

/// <summary>The path to a page of a round: through the desk for those who may open it, through the inbox for the others.</summary>
internal static class RoundPath
{
    public static IReadOnlyList<Crumb> To(Actor actor, int season, int round, params IReadOnlyList<Crumb> steps)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var first = actor.HoldsAny(Roles.District) ? new Crumb[] { new(In(RoundsWords.Desk), RacesLinks.RoundsOf(season)), new(In(BoardWords.RoundOf(round)), RacesLinks.RoundOnDesk(season, round)) } : [new(In(BoardWords.RoundTitle(season, round)))];
        return [.. first, .. steps];
    }

    public static IReadOnlyList<Crumb> To(Actor actor, int season, int round, string title) => To(actor, season, round, new Crumb(title));

    private static string In(Phrase phrase) => phrase.In(CultureInfo.CurrentUICulture);
}
