using System.Security.Cryptography;
using Saima.Engines.Scoring;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.RuleSets;

/// <summary>
/// A rule set as it is issued: the rules with their author, document number and period. It is published beside every result, and its hash says
/// which rules a result was settled by.
/// </summary>
public sealed record RuleSetDocument
{
    private static readonly Lazy<RuleSetDocument> Embedded = new(() =>
        Parse(DefaultSource, "saima-2m-example.json").Value ?? throw new InvalidOperationException("The default rule set is faulty."));

    internal RuleSetDocument(
        RuleSet rules, int version, IReadOnlyDictionary<string, string> title, string issuer, string documentNo,
        DateOnly effectiveFrom, DateOnly? effectiveTo, SupersededRuleSet? supersedes)
    {
        (Rules, Version, Title, Issuer, DocumentNo) = (rules, version, title, issuer, documentNo);
        (EffectiveFrom, EffectiveTo, Supersedes) = (effectiveFrom, effectiveTo, supersedes);
    }

    /// <summary>The rule set that is used where none is given: the published example.</summary>
    public static RuleSetDocument Default => Embedded.Value;

    /// <summary>The file <see cref="Default"/> is read from.</summary>
    public static byte[] DefaultSource => Resource("saima-2m-example.json");

    /// <summary>The JSON Schema of rule-set documents.</summary>
    public static byte[] Schema => Resource("rule-set.schema.json");

    /// <summary>The rules as the engine reads them.</summary>
    public RuleSet Rules { get; }

    public string Code => Rules.Code;

    public int Version { get; }

    /// <summary>Title by language tag.</summary>
    public IReadOnlyDictionary<string, string> Title { get; }

    /// <summary>Who issued it.</summary>
    public string Issuer { get; }

    /// <summary>Document number 文号.</summary>
    public string DocumentNo { get; }

    public DateOnly EffectiveFrom { get; }

    /// <summary>Last day it applies; empty until further notice.</summary>
    public DateOnly? EffectiveTo { get; }

    /// <summary>The rule set it replaces.</summary>
    public SupersededRuleSet? Supersedes { get; }

    /// <summary>The document in its one canonical form: the same rules are always the same bytes.</summary>
    public byte[] Canonical => field ??= RuleSetWriting.Write(this);

    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Canonical));

    /// <summary>Reads a document; everything wrong with it is reported at once, with line and column.</summary>
    public static Outcome<RuleSetDocument> Parse(ReadOnlySpan<byte> bytes, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var problems = new RuleSetProblems(fileName);
        var root = LocatedJson.Read(bytes, problems);
        var document = root is null ? null : new RuleSetReading(problems).Read(root);
        if (document is not null && problems.Found.Count == 0)
            return document;
        return Refused(fileName, problems.Found);
    }

    internal static Refusal Refused(string fileName, IReadOnlyList<Problem> problems) => new(
        "RULES_REFUSED",
        new Phrase($"规则集文件“{fileName}”有 {problems.Count} 处错误", $"The rule set \"{fileName}\" has {problems.Count} faults"),
        new Phrase("请按下列行列逐条改正后重试", "Correct them at the lines and columns below and try again"),
        problems);

    private static byte[] Resource(string name)
    {
        using var stream = typeof(RuleSetDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Names the rule set a newer one replaces.</summary>
public sealed record SupersededRuleSet(string Code, int Version);
