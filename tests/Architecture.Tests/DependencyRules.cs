using System.Xml.Linq;

namespace Saima.Architecture.Tests;

/// <summary>Who may depend on whom, read from the project files.</summary>
internal static class DependencyRules
{
    private static readonly string[] ModuleMay = ["Engines", "Kernel", "Ui", "Projects", "Contracts"];

    private static readonly Dictionary<string, string[]> May = new(StringComparer.Ordinal)
    {
        ["Engines"] = [],
        ["Kernel"] = ["Engines"],
        ["Ui"] = ["Kernel"],
        ["Projects"] = ["Engines", "Kernel", "Ui"],
        ["Contracts"] = ["Kernel", "Projects"],
        ["Composition"] = ["Engines", "Kernel", "Ui", "Projects", "Contracts", "Modules/*"],
        ["Migrations.Sqlite"] = ["Composition", "Kernel"],
        ["Migrations.Postgres"] = ["Composition", "Kernel"],
        ["Web"] = ["Composition", "Kernel", "Ui", "Migrations.Sqlite", "Migrations.Postgres"],
        ["Cli"] = ["Composition", "Kernel", "Ui", "Migrations.Sqlite", "Migrations.Postgres"],
    };

    public static IReadOnlyList<string> Projects(Repository repository) =>
        [.. repository.Under("src/", ".csproj").Select(RoomOf)];

    public static IReadOnlyList<string> Violations(Repository repository)
    {
        var found = new List<string>();
        foreach (var path in repository.Under("src/", ".csproj"))
        {
            var room = RoomOf(path);
            var project = XDocument.Parse(repository.Files[path]);
            var allowed = room.StartsWith("Modules/", StringComparison.Ordinal) ? ModuleMay : May.GetValueOrDefault(room);
            if (allowed is null)
            {
                found.Add($"{path}: no rule says what {room} may reference; write one in ARCHITECTURE.md and here.");
                continue;
            }

            foreach (var reference in References(project).Select(include => RoomOf(Resolve(path, include))))
            {
                var isModule = reference.StartsWith("Modules/", StringComparison.Ordinal);
                if (!allowed.Contains(reference) && !(isModule && allowed.Contains("Modules/*")))
                {
                    found.Add($"{path}: {room} may not reference {reference}.");
                }
            }

            if (room == "Engines" && project.Descendants("PackageReference").Any(package => (string?)package.Attribute("PrivateAssets") != "all"))
            {
                found.Add($"{path}: engines use no packages.");
            }

            var transitive = project.Descendants("DisableTransitiveProjectReferences").Select(element => element.Value).SingleOrDefault();
            if (room != "Web" && transitive is not null)
            {
                found.Add($"{path}: only Web may decide on transitive references.");
            }
        }

        return found;
    }

    private static IEnumerable<string> References(XDocument project) =>
        project.Descendants("ProjectReference").Select(element => (string)element.Attribute("Include")!);

    private static string Resolve(string from, string include)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in include.Replace('\\', '/').Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string RoomOf(string project)
    {
        var folder = project[..project.LastIndexOf('/')];
        return folder.StartsWith("src/", StringComparison.Ordinal) ? folder["src/".Length..] : folder;
    }
}
