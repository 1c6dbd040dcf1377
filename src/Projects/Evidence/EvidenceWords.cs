using System.Globalization;
using Saima.Kernel.Evidence;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Evidence;

/// <summary>What the pages of evidence say.</summary>
public static class EvidenceWords
{
    public static Phrase Title { get; } = new("佐证", "Evidence");

    public static Phrase TitleOf(string project) => new($"{project}：佐证", $"Evidence of {project}");

    public static Phrase Help { get; } = new(
        "照片和文件按内容保存，不能删除；有误的另传一份替换，原来的仍可查看。提示只是请审核人多看一眼。", "Photos and documents are kept by content and never removed; a wrong one is replaced by another and stays readable. A hint only asks the checker to look twice.");

    public static Phrase Add { get; } = new("添加佐证", "Add evidence");

    public static Phrase Proves { get; } = new("证明什么", "What it proves");

    public static Phrase Files { get; } = new("照片或文件（可多选）", "Photos or documents, several at once");

    public static Phrase NewFile { get; } = new("新的照片或文件", "The new photo or document");

    public static Phrase Types { get; } = new(
        "JPEG、PNG、WebP 照片不超过 20 MB；PDF、Word、Excel、PowerPoint 不超过 50 MB；一次共 100 MB。", "Photos as JPEG, PNG, WebP up to 20 MB; PDF, Word, Excel, PowerPoint up to 50 MB; 100 MB at once.");

    public static Phrase TooLarge { get; } = new("选的文件太大了，请减少份数或缩小后再选。", "What was chosen is too large; choose fewer or smaller files.");

    public static Phrase Note { get; } = new("说明（可不填）", "Note, if any");

    public static Phrase NoteTitle { get; } = new("说明", "Note");

    public static Phrase Send { get; } = new("上传", "Upload");

    public static Phrase All { get; } = new("全部", "All");

    public static Phrase Filter { get; } = new("按用途", "By what it proves");

    public static Phrase None { get; } = new("还没有佐证", "There is no evidence yet");

    public static Phrase NoneHelp { get; } = new("手机拍照即可上传；照片的时间和地点会自动读取。", "Upload photos right from the phone; their time and place are read.");

    public static Phrase NonePanel { get; } = new("还没有照片或文件。", "There are no photos or documents yet.");

    public static Phrase See { get; } = new("查看全部", "See all");

    public static Phrase Download { get; } = new("下载原件", "Download the original");

    public static Phrase By { get; } = new("上传人", "Given by");

    public static Phrase At { get; } = new("上传时间", "Given at");

    public static Phrase TakenAt { get; } = new("拍摄时间（相机所写）", "Taken at (as the camera wrote)");

    public static Phrase TakenHere { get; } = new("拍摄地点（相机所写）", "Taken where (as the camera wrote)");

    public static Phrase Unwritten { get; } = new("照片没有写明", "not written in the photo");

    public static Phrase Size { get; } = new("大小", "Size");

    public static Phrase Fingerprint { get; } = new("指纹（SHA-256）", "Fingerprint (SHA-256)");

    public static Phrase Hints { get; } = new("提示", "Hints");

    public static Phrase NoHints { get; } = new("没有要留意的地方。", "Nothing to look at twice.");

    public static Phrase Versions { get; } = new("各版", "Versions");

    public static Phrase Current { get; } = new("现用", "current");

    public static Phrase Replaced { get; } = new("已被替换", "replaced");

    public static Phrase ReplacedBy { get; } = new("这一份已被替换，现用的是另一份。", "This piece was replaced; another is current.");

    public static Phrase OpenCurrent { get; } = new("打开现用的", "Open the current one");

    public static Phrase Replace { get; } = new("替换", "Replace");

    public static Phrase ReplaceHelp { get; } = new("原来的一份保留，仍可查看和下载。", "The old piece is kept and can still be seen and downloaded.");

    public static Phrase Reason { get; } = new("理由", "Reason");

    public static Phrase Document { get; } = new("文件", "document");

    public static Phrase Version { get; } = new("版本", "Version");

    public static Phrase Name { get; } = new("文件名", "File");

    public static Phrase Added(int files) => new($"已保存 {files} 份佐证。", files == 1 ? "1 piece of evidence is kept." : $"{files} pieces of evidence are kept.");

    public static Phrase MarkNone { get; } = new("还没有佐证", "no evidence yet");

    public static Phrase Mark(int pieces) => new($"佐证 {pieces} 份", pieces == 1 ? "1 piece of evidence" : $"{pieces} pieces of evidence");

    public static Phrase Count(int pieces) => new($"共 {pieces} 份", pieces == 1 ? "1 piece" : $"{pieces} pieces");

    public static Phrase Pixels(int wide, int high) => new($"{wide} × {high} 像素", $"{wide} × {high} pixels");

    public static Phrase Bytes(long length) => length >= 1 << 20
        ? new(Text($"{length / 1048576m:0.0} MB"), Text($"{length / 1048576m:0.0} MB"))
        : new(Text($"{Math.Max(1, length / 1024)} KB"), Text($"{Math.Max(1, length / 1024)} KB"));

    public static Phrase Of(EvidencePurpose purpose) => purpose switch
    {
        EvidencePurpose.Report => new("月报", "Monthly report"),
        EvidencePurpose.Milestone => new("节点", "Milestone"),
        EvidencePurpose.Start => new("开工", "Start of work"),
        EvidencePurpose.Inclusion => new("入库纳统", "Inclusion in the statistics"),
        EvidencePurpose.Inspection => new("核查", "Inspection"),
        _ => new("竣工", "Completion"),
    };

    public static Phrase Hint(RaisedFlag flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag.Flag switch
        {
            EvidenceFlag.SameFile => new("同一文件已在别处用过", "The same file was used before"),
            EvidenceFlag.LooksTheSame => new("与用过的照片看起来一样", "Looks like a photo used before"),
            EvidenceFlag.OutsideParcel => flag.Metres < 1000
                ? new(Text($"拍摄地点在地块外 {flag.Metres:0} 米"), Text($"Taken {flag.Metres:0} metres outside of the parcel"))
                : new(Text($"拍摄地点在地块外 {flag.Metres / 1000:0.0} 公里"), Text($"Taken {flag.Metres / 1000:0.0} km outside of the parcel")),
            EvidenceFlag.ElsewhereTaken => new(Text($"拍摄地点距项目 {flag.Metres / 1000:0.0} 公里"), Text($"Taken {flag.Metres / 1000:0.0} km away from the project")),
            _ => new("拍摄时间不在这个月", "Not taken in this month"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
