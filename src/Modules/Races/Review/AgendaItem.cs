using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Saima.Modules.Races.Objections;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races.Review;

/// <summary>What an item of the agenda is about, in the order of the agenda.</summary>
public enum AgendaKind
{
    /// <summary>Falsification or another finding of the round's inspections.</summary>
    Finding,

    Snail,

    /// <summary>A yellow flag that follows a yellow flag or a snail: it has consequences.</summary>
    Yellow,

    /// <summary>An exemption.</summary>
    Exempt,

    /// <summary>An objection that was upheld.</summary>
    Objection,

    /// <summary>Whether the round is published.</summary>
    Publish,
}

/// <summary>Something the meeting has to decide, derived from the round.</summary>
/// <param name="Key">The same as long as it is the same item.</param>
/// <param name="Facts">Fingerprint of what is decided on.</param>
/// <param name="Row">The project's result, of an item about a project.</param>
/// <param name="About">The objection, of an item about one.</param>
public sealed record AgendaItem(string Key, AgendaKind Kind, string Facts, StandingRow? Row, ListedObjection? About)
{
    public const string PublishKey = "publish";

    /// <summary>An item about a project's flag; empty where the flag needs no decision.</summary>
    public static AgendaItem? Of(StandingRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var metrics = RoundRows.Metrics(row);
        AgendaKind? kind = metrics.Findings.Count > 0 ? AgendaKind.Finding
            : row.Flag == Engines.Scoring.Flag.Snail ? AgendaKind.Snail
            : row.Flag == Engines.Scoring.Flag.Exempt ? AgendaKind.Exempt
            : row.Flag == Engines.Scoring.Flag.Yellow && metrics.PreviousFlag is Engines.Scoring.Flag.Yellow or Engines.Scoring.Flag.Snail ? AgendaKind.Yellow
            : null;
        // Where others moved past it the decision stands; the rank is not among the facts.
        return kind is { } known ? new($"{known.ToString().ToLowerInvariant()}-{row.Project}", known, Print($"{row.Flag}|{row.Reasons}|{row.Lane}|{row.Score}|{row.Deviation}|{string.Join(',', metrics.Findings)}"), row, null) : null;
    }

    public static AgendaItem Of(ListedObjection objection)
    {
        ArgumentNullException.ThrowIfNull(objection);
        var about = objection.Objection;
        return new($"objection-{about.Number}", AgendaKind.Objection, Print($"{about.Number}|{about.Outcome}|{about.Corrects}|{about.CorrectedTo}"), null, objection);
    }

    public static AgendaItem Publish(SettledRound edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new(PublishKey, AgendaKind.Publish, edition.BundleHash, null, null);
    }

    internal static string Print(string facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString(CultureInfo.InvariantCulture))));
}
