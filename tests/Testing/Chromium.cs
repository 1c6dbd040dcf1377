namespace Saima.Testing;

/// <summary>The browser of the machine: <c>SAIMA_CHROMIUM</c>, or <c>chromium</c> on the path.</summary>
public static class Chromium
{
    /// <summary>What it is started with, so that it neither needs a sandbox nor calls home.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    public static string Path { get; } = Find(Environment.GetEnvironmentVariable("SAIMA_CHROMIUM") is { Length: > 0 } given ? given : "chromium");

    private static string Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return name.Contains('/', StringComparison.Ordinal) ? name
            : folders.Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException($"{name} was not found: install Chromium or set SAIMA_CHROMIUM.");
    }
}
