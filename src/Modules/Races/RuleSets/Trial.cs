using Saima.Engines.Scoring;

namespace Saima.Modules.Races.RuleSets;

/// <summary>A project's place by one rule set.</summary>
/// <param name="Rank">Inside the lane; 0 without a score.</param>
/// <param name="Score">Millionths, or <see cref="Settlement.Undefined"/>.</param>
/// <param name="Reasons">Codes joined with <c>|</c>.</param>
public sealed record TrialPlace(Flag Flag, string Lane, int Rank, long Score, string Reasons);

/// <summary>A project by the rules it was settled by and by those that are tried.</summary>
public sealed record TrialProject(string Project, string Name, string Unit, TrialPlace Was, TrialPlace Would)
{
    public bool FlagMoves => Was.Flag != Would.Flag;
}

/// <summary>A unit by both rule sets; rank 0 is not ranked.</summary>
public sealed record TrialUnit(string Unit, string Name, UnitClass Class, int RankWas, int RankWould, long ScoreWas, long ScoreWould);

/// <summary>How many projects go from a flag to a flag.</summary>
public sealed record TrialMove(Flag From, Flag To, int Projects);

/// <summary>What a round would have been by other rules. It is shown and thrown away: no result of the race.</summary>
/// <param name="Projects">Those that take part.</param>
/// <param name="Moves">Every flag to every flag, those that stay among them.</param>
/// <param name="Differ">Projects whose flag, lane, rank or score differs; those whose flag moves first.</param>
/// <param name="Units">Units whose rank or score differs.</param>
public sealed record Trial(
    SettledRound Round, RuleSet Was, RuleSetDocument Tried, int Projects, IReadOnlyList<TrialMove> Moves, IReadOnlyList<TrialProject> Differ, IReadOnlyList<TrialUnit> Units)
{
    public int FlagsMoved => Moves.Where(move => move.From != move.To).Sum(move => move.Projects);

    public int RanksMoved => Differ.Count(project => (project.Was.Lane, project.Was.Rank) != (project.Would.Lane, project.Would.Rank));

    public int Of(Flag flag, bool would) => Moves.Where(move => (would ? move.To : move.From) == flag).Sum(move => move.Projects);
}
