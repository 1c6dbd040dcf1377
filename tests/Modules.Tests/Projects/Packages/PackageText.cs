using System.IO.Compression;
using System.Text;
using Saima.Projects.Packages;

namespace Saima.Modules.Tests.Projects.Packages;

/// <summary>A small sound package as texts by file name, to be bent by a test, and the folders and zips made from it.</summary>
internal sealed class PackageText : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("saima-package-").FullName;
    private int made;

    public Dictionary<string, string> Files { get; } = new()
    {
        ["projects.csv"] = """
            id,name,code,unit,town,class,total_investment,annual_plan,opening_cumulative,planned_start,started_on,included_on,planned_completion,completed_on,listed_on,suspended_from,suspended_to,suspension_reason
            P1,示例一号,2311-330109-04-01-789813,U1,,new,12500.5,1200,0,2023-01-10,2023-01-12,2023-02-01,2025-06-30,,,,,
            P2,"示例,二号",,U2,百官,continuing,30000,600,100.25,2022-01-10,2022-01-12,2022-02-01,2024-06-30,,,2023-05-01,2023-06-01,等地

            """,
        ["units.csv"] = "code,name,class\nU1,示例平台,platform\nU2,示例镇,town\n",
        ["plans.csv"] = "project,month,planned\nP1,2023-01,600\nP1,2023-02,600\nP2,2023-01,600\n",
        ["reports.csv"] = "project,month,invested,ytd,submitted_on,verified,progress\nP1,2023-01,500,500,2023-02-03,true,打桩\nP1,2023-02,100.5,600.5,2023-03-03,false,\n",
        ["milestones.csv"] = "project,name,planned_on,achieved_on\nP1,开工,2023-01-10,2023-01-12\nP1,结顶,2023-09-01,\n",
        ["issues.csv"] = "project,title,level,raised_on,due_on,closed_on\nP1,用地,L2,2023-02-01,2023-03-01,\n",
        ["findings.csv"] = "project,kind,found_on\nP2,falsification,2023-03-01\n",
        ["holidays.csv"] = "date,kind\n2023-01-02,off\n2023-01-28,work\n",
    };

    public static string Descriptor(IEnumerable<string> files) =>
        "{\"resources\":[" + string.Join(",", files.Select(file => $"{{\"name\":\"{Path.GetFileNameWithoutExtension(file)}\",\"path\":\"{file}\"}}")) + "]}";

    public string NewPath(string end = "") => Path.Combine(root, $"p{++made}{end}");

    public PackageText With(string file, string row)
    {
        Files[file] += row + "\n";
        return this;
    }

    public PackageText Replace(string file, string from, string to)
    {
        if (!Files[file].Contains(from, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{file} does not hold {from}.");
        }

        Files[file] = Files[file].Replace(from, to, StringComparison.Ordinal);
        return this;
    }

    public string Folder()
    {
        var folder = NewPath();
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Files)
        {
            File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
        }

        File.WriteAllText(Path.Combine(folder, "datapackage.json"), Descriptor(Files.Keys));
        return folder;
    }

    public string Zip()
    {
        var path = NewPath(".zip");
        ZipFile.CreateFromDirectory(Folder(), path);
        return path;
    }

    public PackageReading Read() => PackageReader.Read(Folder());

    public DataPackage Sound()
    {
        var reading = Read();
        return reading.Package ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static string Canonical(DataPackage package, PackageTable table)
    {
        using var into = new MemoryStream();
        PackageWriter.WriteCanonicalCsv(package, table, into);
        return Encoding.UTF8.GetString(into.ToArray());
    }

    public static string Canonical(DataPackage package) => string.Join("---\n", PackageTable.All.Select(table => Canonical(package, table)));

    public void Dispose() => Directory.Delete(root, true);
}
