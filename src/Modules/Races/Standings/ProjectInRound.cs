using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Standings;

/// <summary>A project's result in one round.</summary>
public sealed record ProjectInRound(long RoundId, string Lane, int? Rank, Flag Flag, long? Score, long? Deviation);
