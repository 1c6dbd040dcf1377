using Microsoft.Extensions.Configuration;

namespace Saima.Kernel.Documents;

/// <summary>
/// The typefaces of official documents. The names the standard speaks of are commercial; the open ones after them are taken where a computer lacks those,
/// and an office that has a licence names its own under <c>Documents:Fonts</c>.
/// </summary>
public sealed record FontSet(Typeface Title, Typeface Body, Typeface Heading, Typeface Subheading, Typeface Figures)
{
    public static FontSet Standard { get; } = new(
        new("方正小标宋简体", ["思源宋体", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun"]),
        new("仿宋", ["仿宋_GB2312", "朱雀仿宋", "FangSong"]),
        new("黑体", ["思源黑体", "Source Han Sans SC", "SimHei"]),
        new("楷体", ["楷体_GB2312", "霞鹜文楷", "LXGW WenKai", "KaiTi"]),
        new("宋体", ["思源宋体", "Source Han Serif SC", "SimSun"]));

    public IEnumerable<Typeface> All => [Title, Body, Heading, Subheading, Figures];

    /// <summary>The standard set with what the site says: names parted by commas, the first one preferred.</summary>
    public static FontSet From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Documents:Fonts");
        Typeface Of(string key, Typeface standard) =>
            (section[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, .. var rest]
                ? new(first, [.. rest, .. standard.Substitutes.Prepend(standard.Name).Except(rest.Append(first))])
                : standard;
        return new(Of("Title", Standard.Title), Of("Body", Standard.Body), Of("Heading", Standard.Heading), Of("Subheading", Standard.Subheading), Of("Figures", Standard.Figures));
    }
}

/// <param name="Substitutes">In the order they are taken.</param>
public sealed record Typeface(string Name, IReadOnlyList<string> Substitutes);
