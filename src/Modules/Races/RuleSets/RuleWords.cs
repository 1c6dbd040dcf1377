using System.Collections.Frozen;
using System.Text.Json;
using Saima.Engines.Scoring;

namespace Saima.Modules.Races.RuleSets;

/// <summary>The words of a rule-set document and what the engine calls them: always the engine's own names, in camel case.</summary>
internal static class RuleWords
{
    public static readonly FrozenDictionary<string, Metric> Metrics = Words<Metric>();

    public static readonly FrozenDictionary<string, State> States = Words<State>();

    public static readonly FrozenDictionary<string, ProjectClass> Classes = Words<ProjectClass>();

    public static readonly FrozenDictionary<string, Flag> Flags = Words<Flag>();

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(Of, StringComparer.Ordinal);
}
