using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports;

/// <summary>Mapping files: read strictly, every problem with its place, and written so that a person can read and change them.</summary>
public static class MappingFile
{
    private const int LargestFile = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 2,
        MaxDepth = 40,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public static Outcome<Mapping> Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return new Refusal("MAPPING_ABSENT", new Phrase($"找不到映射文件 {path}。", $"There is no mapping file {path}."),
                new Phrase("检查路径；或用 --save-mapping 先生成一个。", "Check the path, or make one with --save-mapping."));
        }

        return file.Length > LargestFile
            ? new Refusal("MAPPING_TOO_LARGE", new Phrase($"映射文件 {path} 过大。", $"The mapping file {path} is too large."),
                new Phrase("映射文件应只有几 KB。", "A mapping file has a few KB."))
            : Parse(File.ReadAllText(path, Encoding.UTF8), Path.GetFileName(path));
    }

    public static Outcome<Mapping> Parse(string text, string file)
    {
        Mapping? mapping;
        try
        {
            mapping = JsonSerializer.Deserialize<Mapping>(text, Json);
        }
        catch (JsonException problem)
        {
            return Refused(file, [new Problem(Severity.Error, "MAPPING_SYNTAX", file, null, (problem.LineNumber ?? 0) + 1,
                $"{(problem.BytePositionInLine ?? 0) + 1}", problem.Path,
                new Phrase($"第 {(problem.LineNumber ?? 0) + 1} 行附近无法按映射读取（位置 {problem.Path}）。",
                    $"Near line {(problem.LineNumber ?? 0) + 1} this is not a mapping (at {problem.Path}): {FirstSentence(problem.Message)}"),
                new Phrase("检查该处的名称、引号和逗号；可用名称见 docs/guide/import.md。", "Check the names, quotes and commas there; docs/guide/import.md lists the names."))]);
        }

        if (mapping is null)
        {
            return Refused(file, [new Problem(Severity.Error, "MAPPING_SYNTAX", file, null, 1, null, "null",
                new Phrase("映射文件是空的。", "The mapping file is empty."), new Phrase("用 --save-mapping 生成一个。", "Make one with --save-mapping."))]);
        }

        var problems = MappingChecks.Of(mapping, file);
        return problems.Count > 0 ? Refused(file, problems) : mapping;
    }

    /// <summary>The mapping as text; reading it back gives the same mapping.</summary>
    public static string Write(Mapping mapping) => JsonSerializer.Serialize(mapping, Json) + "\n";

    private static Refusal Refused(string file, IReadOnlyList<Problem> problems) => new("MAPPING_INVALID",
        new Phrase($"映射文件 {file} 有 {problems.Count} 处错误。", $"The mapping file {file} has {problems.Count} problem(s)."),
        new Phrase("按提示修改后再导入。", "Mend them and import again."), problems);

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace("Saima.Projects.Imports.", "", StringComparison.Ordinal);
    }
}
