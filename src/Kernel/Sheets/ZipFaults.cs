using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Sheets;

/// <summary>Every way a zip is refused.</summary>
internal static class ZipFaults
{
    public static UnreadableFile NotAZip(string file) => Of(
        "NOT_A_ZIP", file, null, new("压缩包不完整或已损坏，打不开。", "The zip is truncated or damaged and cannot be opened."), new("重新压缩或重新下载后再试。", "Pack or download it again."));

    public static UnreadableFile Damaged(string file, string entry) => Of(
        "ZIP_DAMAGED", file, entry, new("压缩包里的这个文件已损坏。", "This entry of the zip is damaged."), new("重新压缩或重新下载后再试。", "Pack or download it again."));

    public static UnreadableFile TooManyEntries(string file, int most) => Of(
        "ZIP_TOO_MANY_ENTRIES", file, null,
        new(string.Create(CultureInfo.InvariantCulture, $"压缩包里的文件超过 {most} 个。"), string.Create(CultureInfo.InvariantCulture, $"The zip has more than {most} entries.")),
        new("只放数据包的文件。", "Pack the files of the package only."));

    public static UnreadableFile Bomb(string file, string entry) => Of(
        "ZIP_BOMB", file, entry, new("解压后大得离谱，疑为压缩炸弹，已停止。", "It inflates beyond all measure and looks like a zip bomb; reading stopped."),
        new("只放数据包的文件；确有这么多数据时改用文件夹。", "Pack the files of the package only; use a folder if there really is so much data."));

    public static UnreadableFile BadName(string file, string entry) => Of(
        "ZIP_BAD_NAME", file, entry, new("文件名指向压缩包之外，或含有不允许的字符。", "The entry's name leads out of the zip or has characters that are not allowed."),
        new("用普通的相对文件名，不要 ..、盘符或开头的斜杠。", "Use plain relative names without .., drives or leading slashes."));

    public static UnreadableFile Duplicate(string file, string entry) => Of(
        "ZIP_DUPLICATE_ENTRY", file, entry, new("压缩包里有两个同名文件。", "Two entries of the zip have the same name."), new("只留一个。", "Keep one of them."));

    public static UnreadableFile Encrypted(string file, string entry) => Of(
        "ZIP_ENCRYPTED", file, entry, new("压缩包加了密码。", "The zip is encrypted."), new("去掉密码再压缩。", "Pack it without a password."));

    public static UnreadableFile Link(string file, string entry) => Of(
        "ZIP_LINK", file, entry, new("压缩包里有符号链接。", "The zip holds a symbolic link."), new("放真正的文件，不要链接。", "Pack the file itself, not a link."));

    public static UnreadableFile Nested(string file, string entry) => Of(
        "ZIP_NESTED", file, entry, new("压缩包里又有压缩包。", "The zip holds another zip."), new("把文件直接放进一个压缩包。", "Pack the files straight into one zip."));

    private static UnreadableFile Of(string code, string file, string? entry, Phrase message, Phrase remedy) =>
        new(new Problem(Severity.Error, code, file, null, null, null, entry is { Length: > 80 } ? entry[..80] + "…" : entry, message, remedy));
}
