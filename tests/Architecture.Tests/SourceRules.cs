using System.Text.RegularExpressions;

namespace Saima.Architecture.Tests;

/// <summary>Rules that can be read off the text of the sources.</summary>
internal static partial class SourceRules
{
    /// <summary>Files past their size, by name and the size they may have; this list only shrinks.</summary>
    private static readonly Dictionary<string, int> LargeByException = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Sizes(Repository repository)
    {
        var found = new List<string>();
        foreach (var (path, text) in repository.Files.Where(file => file.Key.StartsWith("src/", StringComparison.Ordinal)))
        {
            var lines = text.Count(character => character == '\n');
            var most = LargeByException.GetValueOrDefault(path, MostLines(path, text));
            if (lines > most)
            {
                found.Add($"{path}: {lines} lines, at most {most}.");
            }
        }

        return found;
    }

    public static IReadOnlyList<string> Names(Repository repository) =>
    [
        .. from path in repository.Under("src/", ".cs")
           where !IsGenerated(path)
           from Match match in TypeDeclaration().Matches(repository.Files[path])
           let name = match.Groups["name"].Value
           where NothingName().IsMatch(name)
           select $"{path}: {name} says nothing; name it by what it is in the field.",
        .. from path in repository.Under("src/", "Extensions.cs") select $"{path}: name the file by what it adds.",
    ];

    public static IReadOnlyList<string> Air(Repository repository) =>
    [
        .. from path in repository.Under("src/", ".cs").Concat(repository.Under("src/", ".razor"))
           where !IsGenerated(path)
           from Match match in FromTheAir().Matches(repository.Files[path])
           select $"{path}: {match.Value} takes clock or chance from the air; use TimeProvider or a seed.",
    ];

    public static IReadOnlyList<string> Unfinished(Repository repository) =>
    [
        .. from path in repository.Under("src/", ".cs").Concat(repository.Under("src/", ".razor"))
           where !IsGenerated(path)
           from Match match in NotDone().Matches(repository.Files[path])
           select $"{path}: {match.Value}",
    ];

    public static IReadOnlyList<string> MachinePaths(Repository repository) =>
    [
        .. from file in repository.Files
           from Match match in OneMachine().Matches(file.Value)
           where !file.Key.EndsWith("/SourceRules.cs", StringComparison.Ordinal) && !file.Key.EndsWith("/SourceTests.cs", StringComparison.Ordinal)
           select $"{file.Key}: {match.Value} is a path of one machine or a package host.",
    ];

    public static IReadOnlyList<string> Constructors(Repository repository) =>
    [
        .. from path in repository.Under("src/", ".cs")
           where !IsGenerated(path)
           from Match match in PrimaryConstructor().Matches(repository.Files[path])
           let count = match.Groups["parameters"].Value.Split(',').Length
           where count > 6
           select $"{path}: the constructor of {match.Groups["name"].Value} has {count} parameters, at most 6.",
    ];

    private static int MostLines(string path, string text) => Path.GetFileName(path) switch
    {
        _ when IsGenerated(path) => int.MaxValue,
        "Program.cs" => 40,
        var name when name.EndsWith(".razor.cs", StringComparison.Ordinal) => 120,
        var name when name.EndsWith(".razor", StringComparison.Ordinal) => 150,
        var name when name.EndsWith(".cs", StringComparison.Ordinal) => UseCase().IsMatch(text) ? 150 : 300,
        _ => int.MaxValue,
    };

    private static bool IsGenerated(string path) => path.Contains("/Migrations.", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("(Service|Manager|Helper|Helpers|Util|Utils|Utility|Common|Base|Impl|Dto)$")]
    private static partial Regex NothingName();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bRandom\.Shared\b|\bnew Random\(\)")]
    private static partial Regex FromTheAir();

    [GeneratedRegex(@"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex NotDone();

    [GeneratedRegex(@"(?<![\w.])/(work|root|farm|home/\w+)/\w+|https?://[a-z0-9.-]*(nuget|npmjs|debian)\.[a-z]+")]
    private static partial Regex OneMachine();

    [GeneratedRegex(@"sealed class (?<name>\w+)\((?<parameters>[^)]*)\)")]
    private static partial Regex PrimaryConstructor();

    [GeneratedRegex(@"public (static )?(async )?(Task<)?Outcome<[^(]*\bRun(Async)?\(")]
    private static partial Regex UseCase();
}
