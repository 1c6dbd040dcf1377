namespace Saima.Architecture.Tests;

/// <summary>Made-up trees for the twins that prove a rule can fail.</summary>
internal static class MadeUp
{
    public static Repository With(string path, string text) => new(new Dictionary<string, string> { [path] = text });
}
