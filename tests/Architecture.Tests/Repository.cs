namespace Saima.Architecture.Tests;

/// <summary>The source tree as files; tests of tests hand in a made-up one.</summary>
internal sealed record Repository(IReadOnlyDictionary<string, string> Files)
{
    private static readonly string[] Unread = ["/artifacts/", "/node_modules/", "/.git/", "/wwwroot/lib/", "/data/", "/TestResults/"];
    private static readonly string[] Texts =
        [".cs", ".csproj", ".props", ".targets", ".razor", ".css", ".js", ".json", ".md", ".sh", ".txt", ".sql", ".slnx", ".editorconfig", ""];
    private static readonly string[] Pictures = [".png", ".svg"];

    public static Repository Here { get; } = Read(FindRoot());

    public static string Root { get; } = FindRoot();

    public IEnumerable<string> Under(string folder, string ending) =>
        Files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Saima.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No Saima.slnx above the test assembly.");
    }

    private static Repository Read(string root) => new(
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Name: "/" + Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(file => !Unread.Any(part => file.Name.Contains(part, StringComparison.Ordinal)))
            .Where(file => Texts.Concat(Pictures).Contains(Path.GetExtension(file.Name)) && new FileInfo(file.Full).Length < 2_000_000)
            .ToDictionary(file => file.Name[1..], file => Pictures.Contains(Path.GetExtension(file.Name)) ? string.Empty : File.ReadAllText(file.Full)));
}
