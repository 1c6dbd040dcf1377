using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Kernel.Evidence;

/// <summary>Every way a piece of evidence is refused.</summary>
internal static class EvidenceRefusals
{
    public static Refusal Empty(string name) => new(
        "EVIDENCE_EMPTY", new($"“{Cut(name)}”是空文件。", $"“{Cut(name)}” is empty."), new("请重新选择有内容的文件。", "Choose a file that has content."));

    public static Refusal TooLarge(string name, long most) => new(
        "EVIDENCE_TOO_LARGE",
        new(Text($"“{Cut(name)}”超过 {most >> 20} MB，已停止接收，没有保存。"), Text($"“{Cut(name)}” is larger than {most >> 20} MB; receiving stopped and nothing was kept.")),
        new("请压缩照片，或把文件拆成几份再上传。", "Make the photo smaller, or split the document and upload the parts."));

    public static Refusal Unknown(string name) => new(
        "EVIDENCE_TYPE",
        new($"“{Cut(name)}”的内容不是可接受的照片或文件。", $"The content of “{Cut(name)}” is no photo or document that is accepted."),
        new("可用：JPEG、PNG、WebP 照片，PDF，以及 Word、Excel、PowerPoint（docx、xlsx、pptx）。", "Accepted: photos as JPEG, PNG or WebP; PDF; Word, Excel and PowerPoint (docx, xlsx, pptx)."));

    public static Refusal Heic(string name) => new(
        "EVIDENCE_HEIC",
        new($"“{Cut(name)}”是 HEIC 照片，这里打不开。", $"“{Cut(name)}” is a HEIC photo, which cannot be opened here."),
        new("请在手机相机设置中选“兼容性最佳”，或导出为 JPEG 再上传。", "Set the phone's camera to “most compatible”, or export the photo as JPEG."));

    public static Refusal Markup(string name) => new(
        "EVIDENCE_MARKUP",
        new($"“{Cut(name)}”里有网页或脚本代码（HTML、SVG 等）。", $"“{Cut(name)}” holds web page or script code (HTML, SVG and the like)."),
        new("请上传原始照片或文件；图形请导出为 PNG 或 PDF。", "Upload the original photo or document; export drawings as PNG or PDF."));

    public static Refusal Mismatch(string name, EvidenceFormat found) => new(
        "EVIDENCE_MISMATCH",
        new($"“{Cut(name)}”的扩展名与内容不符：内容是 {found.Name}。", $"The ending of “{Cut(name)}” does not fit its content, which is {found.Name}."),
        new($"请核对是不是这个文件；若是，把扩展名改为 {found.Endings[0]}。", $"Check that it is the right file; if so, change its ending to {found.Endings[0]}."));

    public static Refusal Damaged(string name, EvidenceFormat format) => new(
        "EVIDENCE_DAMAGED",
        new($"“{Cut(name)}”不完整或已损坏，不是完好的 {format.Name} 文件。", $"“{Cut(name)}” is truncated or damaged and no sound {format.Name} file."),
        new("请重新导出或重新拍摄后再上传。", "Export it or take it again, then upload it."));

    public static Refusal TwoInOne(string name, EvidenceFormat format) => new(
        "EVIDENCE_POLYGLOT",
        new($"“{Cut(name)}”在 {format.Name} 内容之外还藏有别的内容。", $"“{Cut(name)}” hides other content beside its {format.Name} content."),
        new("请用原来的软件打开，另存一份再上传。", "Open it in its own program, save a fresh copy and upload that."));

    public static Refusal Macros(string name) => new(
        "EVIDENCE_MACRO",
        new($"“{Cut(name)}”带有宏、控件或可执行内容。", $"“{Cut(name)}” holds macros, controls or content that can be run."),
        new("请另存为不带宏的 docx、xlsx、pptx，或导出为 PDF。", "Save it as docx, xlsx or pptx without macros, or export it as PDF."));

    public static Refusal PdfActs(string name) => new(
        "EVIDENCE_PDF_ACTION",
        new($"“{Cut(name)}”是带脚本、会启动程序或带附件的 PDF。", $"“{Cut(name)}” is a PDF with scripts, program starts or attached files."),
        new("请用“打印为 PDF”另存一份再上传。", "Print it to a fresh PDF and upload that."));

    public static Refusal TooManyPixels(string name) => new(
        "EVIDENCE_PIXELS",
        new($"“{Cut(name)}”的像素太多，打开会占用过多内存。", $"“{Cut(name)}” has too many pixels to be opened safely."),
        new("请缩小照片再上传。", "Make the photo smaller and upload it again."));

    public static Refusal Package(string name, Problem problem) => new(
        problem.Code,
        new($"“{Cut(name)}”：{problem.Message.Zh}", $"“{Cut(name)}”: {problem.Message.En}"),
        new("请用原来的软件打开，另存一份再上传。", "Open it in its own program, save a fresh copy and upload that."));

    public static Refusal Away { get; } = new(
        EvidenceStore.Away,
        new("存放佐证的地方现在连不上，没有写入。", "Where evidence is kept does not answer; nothing was written."),
        new("稍后再试；一直这样的话请告诉系统管理员。", "Try again later; if it stays so, tell the system administrator."));

    public static Refusal Lost { get; } = new(
        "EVIDENCE_LOST",
        new("这份佐证的文件不在了。", "The file of this piece of evidence is gone."),
        new("请系统管理员从备份恢复。", "Have the system administrator restore it from a backup."));

    public static Refusal Broken { get; } = new(
        "EVIDENCE_BROKEN",
        new("这份佐证的文件与记录的指纹不符，没有交出。", "The file of this piece of evidence differs from its fingerprint on record; it is not handed out."),
        new("请系统管理员从备份恢复。", "Have the system administrator restore it from a backup."));

    public static Refusal BucketNotWhole(IReadOnlyList<string> missing) => new(
        "S3_NOT_WHOLE",
        new($"对象存储的设置不完整，缺少 {string.Join("、", missing)}。", $"The settings of the S3 store are not whole: {string.Join(", ", missing)} missing."),
        new("补齐这些环境变量；不用对象存储的话，把 SAIMA_S3_ 开头的都去掉。", "Set them in the environment; to keep evidence on disk, remove all that begin with SAIMA_S3_."));

    public static Refusal BucketNotHttps(string endpoint) => new(
        "S3_NOT_HTTPS",
        new($"对象存储的地址“{Cut(endpoint)}”不是 https。", $"The address of the S3 store, “{Cut(endpoint)}”, is not https."),
        new("用 https 地址；只有本机的存储可以用 http。", "Use an https address; only a store on this machine may be plain http."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
