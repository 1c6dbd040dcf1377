using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.Publications;

/// <summary>The first place where a bundle is not what its own data and rules give.</summary>
/// <param name="Entry">Entry of the bundle, or <c>zip</c> for what lies around the entries.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Character of the line from 1.</param>
/// <param name="Field">Heading of the column, in a table.</param>
/// <param name="Expected">What recomputing gives there.</param>
/// <param name="Found">What the bundle has there.</param>
public sealed record Difference(string Entry, long? Line, long? Column, string? Field, string? Expected, string? Found, Phrase What)
{
    public static Difference Missing(string entry) =>
        new(entry, null, null, null, entry, null, new($"缺少条目 {entry}", $"The entry {entry} is missing"));

    public static Difference Extra(string entry) =>
        new(entry, null, null, null, null, entry, new($"多出条目 {entry}", $"The entry {entry} is one too many"));

    public static Difference Hash(string entry, string stated, string actual) => new(
        entry, null, null, null, stated, actual,
        new($"{entry} 的 SHA-256 与 manifest.json 所载不符：应为 {stated}，实为 {actual}", $"{entry} does not have the SHA-256 the manifest states: expected {stated}, found {actual}"));

    public static Difference Unreadable(string entry, long? line, string? field, string? found, Phrase why) => new(
        entry, line, null, field, null, found, new($"{Place(entry, line, null, field).Zh} 无法复算：{why.Zh}", $"{Place(entry, line, null, field).En} cannot be recomputed: {why.En}"));

    public static Difference At(string entry, long line, long column, string? field, string expected, string found)
    {
        var place = Place(entry, line, column, field);
        return new(entry, line, column, field, expected, found, new($"{place.Zh}：应为“{expected}”，实为“{found}”", $"{place.En}: expected \"{expected}\", found \"{found}\""));
    }

    public static Difference Zip(string near, long offset, string expected, string found) => new(
        "zip", null, null, null, expected, found,
        new(
            string.Create(CultureInfo.InvariantCulture, $"zip 结构不同（{near}，第 {offset} 字节）：应为 {expected}，实为 {found}"),
            string.Create(CultureInfo.InvariantCulture, $"The zip itself differs ({near}, byte {offset}): expected {expected}, found {found}")));

    public static Difference Chain(Phrase what, string? expected, string? found) =>
        new(BundleFormat.Manifest, null, null, "previous", expected, found, what);

    private static Phrase Place(string entry, long? line, long? column, string? field)
    {
        FormattableString zh = $"{entry}{(line is null ? "" : $" 第 {line} 行")}{(column is null ? "" : $"第 {column} 列")}{(field is null ? "" : $"（{field}）")}";
        FormattableString en = $"{entry}{(line is null ? "" : $" line {line}")}{(column is null ? "" : $" column {column}")}{(field is null ? "" : $" ({field})")}";
        return new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
    }
}
