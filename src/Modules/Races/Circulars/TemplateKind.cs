using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Modules.Races.Circulars;

/// <summary>What a template is for.</summary>
public enum TemplateKind
{
    /// <summary>通报.</summary>
    Circular,

    /// <summary>项目一页通.</summary>
    Project,

    /// <summary>单位一页通.</summary>
    Unit,

    /// <summary>汇报提纲.</summary>
    Deck,
}

/// <summary>The sections of a template as the project office wrote them; their names are those of <see cref="TemplateSections"/>.</summary>
public sealed record TemplateContent(IReadOnlyDictionary<string, string> Sections)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string this[string section] => Sections.GetValueOrDefault(section, "");

    /// <summary>Sections in their order, line ends as one.</summary>
    public string ToJson(TemplateKind kind) =>
        JsonSerializer.Serialize(TemplateSections.Of(kind).ToDictionary(section => section.Name, section => this[section.Name].ReplaceLineEndings("\n").TrimEnd()), Json);

    public static TemplateContent Parse(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash(TemplateKind kind) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson(kind))));
}
