using NJsonSchema;
using Saima.Testing;

namespace Saima.Modules.Tests.Races.OpenData;

/// <summary>The standards' own schemas.</summary>
internal static class Schemas
{
    public static string Text(string file) => File.ReadAllText(Path.Combine(Approve.Root, "tests", "Modules.Tests", "Races", "OpenData", "schemas", file));

    public static Task<JsonSchema> Read(string file) => JsonSchema.FromJsonAsync(Text(file));

    /// <summary>What is wrong with a document, a line each.</summary>
    public static IReadOnlyList<string> Faults(this JsonSchema schema, string json) => [.. schema.Validate(json).Select(fault => $"{fault.Path}: {fault.Kind}")];
}
