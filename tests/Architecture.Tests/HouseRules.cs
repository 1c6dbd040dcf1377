using System.Text.RegularExpressions;

namespace Saima.Architecture.Tests;

/// <summary>Rules about where things lie.</summary>
internal static partial class HouseRules
{
    public const int TooManyRootEntries = 20;

    public static IReadOnlyList<string> Alphabet(Repository repository)
    {
        var found = new List<string>();
        var modules = repository.Under("src/Modules/", ".csproj").Select(path => path[..path.LastIndexOf('/')]);
        foreach (var folder in modules)
        {
            var name = folder[(folder.LastIndexOf('/') + 1)..];
            foreach (var file in new[] { "README.md", $"{name}Module.cs", $"{name}Data.cs" }.Where(file => !repository.Files.ContainsKey($"{folder}/{file}")))
            {
                found.Add($"{folder}: {file} is missing.");
            }
        }

        return found;
    }

    public static IReadOnlyList<string> Readmes(Repository repository)
    {
        var rooms = repository.Under("src/", ".csproj").Select(path => path[..path.LastIndexOf('/')])
            .Where(folder => !folder.Contains("/Migrations.", StringComparison.Ordinal));
        var engines = repository.Under("src/Engines/", ".cs").Where(path => path.Count(character => character == '/') > 2)
            .Select(path => string.Join('/', path.Split('/')[..3]));
        return
        [
            .. rooms.Concat(engines).Distinct().Where(folder => folder != "src/Engines" && !repository.Files.ContainsKey($"{folder}/README.md"))
                .Select(folder => $"{folder} has no README.md."),
        ];
    }

    public static IReadOnlyList<string> Links(Repository repository)
    {
        var found = new List<string>();
        foreach (var path in repository.Under(string.Empty, ".md"))
        {
            foreach (var target in Link().Matches(repository.Files[path]).Select(match => match.Groups[1].Value).Where(target => !target.Contains(':', StringComparison.Ordinal)))
            {
                var full = Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(path)!, target))).TrimEnd('/');
                if (!repository.Files.Keys.Any(file => file == full || file.StartsWith(full + "/", StringComparison.Ordinal)))
                {
                    found.Add($"{path}: the link to {target} leads nowhere.");
                }
            }
        }

        return found;
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    public static IReadOnlyList<string> Decisions(Repository repository)
    {
        var found = new List<string>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in repository.Under("docs/decisions/", ".md"))
        {
            var lines = repository.Files[path].TrimEnd('\n').Split('\n').Length;
            if (lines is < 8 or > 60)
            {
                found.Add($"{path}: {lines} lines; a decision is one page.");
            }

            if (!numbers.Add(Path.GetFileName(path)[..4]))
            {
                found.Add($"{path}: the number is taken.");
            }
        }

        return found;
    }
}
