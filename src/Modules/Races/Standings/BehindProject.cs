using Saima.Engines.Scoring;

namespace Saima.Modules.Races.Standings;

/// <summary>A project with a snail or a yellow flag, and why; the unit by its name.</summary>
public sealed record BehindProject(string Project, string Name, string Unit, Flag Flag, string Reasons);
