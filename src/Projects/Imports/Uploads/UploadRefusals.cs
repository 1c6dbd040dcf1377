using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports.Uploads;

/// <summary>Every way the import desk says no.</summary>
internal static class UploadRefusals
{
    public static Refusal NoFile { get; } = new("NO_FILE", new("没有选择文件。", "No file was chosen."), new("把文件拖进来，或点“选择文件”。", "Drop a file here, or choose one."));

    public static Refusal Empty(string name) => new("EMPTY_FILE", new($"“{name}”是空文件。", $"“{name}” is empty."), new("检查文件是否保存完整，再选一次。", "See whether it was saved whole, and choose it again."));

    public static Refusal WrongType(string name) => new(
        "FILE_TYPE", new($"“{name}”不是表格，也不是数据包。", $"“{name}” is neither a spreadsheet nor a data package."),
        new("可以导入 .xlsx、.csv 和数据包 .zip；旧的 .xls 请先另存为 .xlsx。", "What can be imported is .xlsx, .csv and a data package as .zip; save an old .xls as .xlsx first."));

    public static Refusal TooLarge(string name) => new(
        "FILE_TOO_LARGE", new($"“{name}”超过 {UploadShelf.Largest >> 20} MB。", $"“{name}” has more than {UploadShelf.Largest >> 20} MB."),
        new("分成几个文件，或在命令行用 saima import 导入。", "Part it into several files, or import it with saima import on the command line."));

    public static Refusal Full { get; } = new(
        "UPLOADS_FULL", new("还没有处理完的上传太多了。", "Too many uploads are waiting."), new("先完成或放弃下面列出的上传。", "Finish or drop some of those listed below first."));

    public static Refusal BadSeason(string typed) => new(
        "BAD_SEASON", new($"“{typed}”不是年度。", $"“{typed}” is not a year."), new("写成 2023 这样的四位年份，在 2000 与 2199 之间。", "Write four digits like 2023, from 2000 to 2199."));

    public static Refusal WhoMissing { get; } = new("WHO_MISSING", new("没有写明经办人和理由，没有导入。", "It is not said who imports and why; nothing was imported."), new("两项都填上，各不超过 200 个字。", "Fill in both, with at most 200 characters each."));

    public static Refusal Faulty(long errors) => new(
        "IMPORT_FAULTY", new($"有 {errors} 处错误，没有写入任何内容。", $"There are {errors} errors; nothing was written."), new("按“问题”一节改正表格或改列，再导入。", "Mend the file or the columns after the list of problems, then import."));

    public static Refusal Running(Upload other) => new(
        "IMPORT_RUNNING",
        new($"{other.By} 正在导入 {other.Season} 年度的“{other.FileName}”，这一次没有写入。", $"{other.By} is importing “{other.FileName}” for {other.Season}; this one wrote nothing."),
        new("等那一次完成后，再按一次导入。", "Wait until that one is done and import again."));

    public static Refusal Busy { get; } = new("REGISTER_BUSY", new("登记簿正由别人写入，等了一分钟还没有轮到，没有写入。", "Somebody else is writing to the register; after a minute of waiting nothing was written."), new("过一会儿再按一次导入。", "Import again in a while."));

    public static Refusal Cancelled { get; } = new("IMPORT_CANCELLED", new("导入已取消，登记簿没有变。", "The import was cancelled; the register is as it was."), new("需要时再按一次导入，或放弃这个上传。", "Import again when you like, or drop the upload."));

    public static Refusal MappingMissing { get; } = new("NO_FILE", new("没有选择映射文件。", "No mapping file was chosen."), new("选择从这里或命令行保存的 .json 映射。", "Choose a .json mapping that was saved here or on the command line."));

    public static Refusal BadName { get; } = new("BAD_NAME", new("映射的名称只能用文字、数字、空格和 - _，不超过 40 个字。", "The name of a mapping has letters, digits, spaces, - and _, at most 40 of them."), new("换一个名称。", "Choose another name."));

    public static Problem NothingRecognised(Upload upload) => new(
        Severity.Error, "NOTHING_RECOGNISED", upload.FileName, null, null, null, null,
        new("没有认出表头。", "No header was recognised."),
        new("在“列的对应”里指明表头在第几行、哪一列是什么，再重新读取。", "Say under “Columns” in which row the header is and which column is what, then read again."));

    public static Problem OtherSeason(Upload upload, IReadOnlyList<int> years)
    {
        var list = string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
        return new(
            Severity.Error, "SEASON_DIFFERS", upload.FileName, null, null, null, upload.Season.ToString(CultureInfo.InvariantCulture),
            new($"数据包的月份属于 {list} 年，选的年度是 {upload.Season}。", $"The months of the package lie in {list}, the season chosen is {upload.Season}."),
            new("把年度改对，再重新读取。", "Choose the right season and read again."));
    }
}
