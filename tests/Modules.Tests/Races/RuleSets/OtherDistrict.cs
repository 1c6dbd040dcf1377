using Saima.Modules.Races.RuleSets;

namespace Saima.Modules.Tests.Races.RuleSets;

/// <summary>The rules of an invented county, read from a file that only the tests have.</summary>
internal static class OtherDistrict
{
    public static byte[] Source { get; } = Read();

    public static RuleSetDocument Document { get; } = RuleSetDocument.Parse(Source, "other-county.json").Value!;

    private static byte[] Read()
    {
        using var stream = typeof(OtherDistrict).Assembly.GetManifestResourceStream("other-county.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
