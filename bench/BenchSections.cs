namespace Saima.Bench;

/// <summary>The page of results is written by two commands: each replaces its own part and leaves the other's.</summary>
internal static class BenchSections
{
    /// <summary>Where the part about the pages begins.</summary>
    public const string Pages = "<!-- bench/pages -->";

    public static void Replace(string file, string mark, string text)
    {
        var kept = File.Exists(file) ? File.ReadAllText(file).Split(mark)[0].TrimEnd('\n') : "";
        File.WriteAllText(file, $"{kept}\n\n{mark}\n\nWritten by `bench/pages` on {DateTime.UtcNow:yyyy-MM-dd}. {Machine.Describe()}.\n\n{text}");
    }

    /// <summary>What the other command wrote, to be kept below.</summary>
    public static string After(string file, string mark) => File.Exists(file) && File.ReadAllText(file).Split(mark) is [_, var rest] ? "\n" + mark + rest : "";
}
