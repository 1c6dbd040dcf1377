using System.Text.Json.Serialization;

namespace Saima.Kernel.Documents;

/// <summary>What a passage is to the document; the look follows from it (GB/T 9704-2012).</summary>
public enum PassageRole
{
    /// <summary>发文机关标志, red.</summary>
    Masthead,

    /// <summary>发文字号, with the red rule below it.</summary>
    Number,

    /// <summary>标题; a line break in it stays one.</summary>
    Title,

    /// <summary>主送机关.</summary>
    Addressee,

    /// <summary>正文.</summary>
    Body,

    /// <summary>一、</summary>
    First,

    /// <summary>（一）</summary>
    Second,

    /// <summary>1.</summary>
    Third,

    /// <summary>附件说明, one line below the text.</summary>
    AnnexNote,

    /// <summary>附件1, at the head of a page of its own.</summary>
    AnnexMark,

    /// <summary>Title of an annex.</summary>
    AnnexTitle,

    /// <summary>What stands above or below a table, small.</summary>
    Note,

    /// <summary>发文机关署名.</summary>
    Signature,

    /// <summary>成文日期.</summary>
    Date,
}

/// <summary>How a document is laid out.</summary>
public enum PaperLayout
{
    /// <summary>The page of GB/T 9704-2012.</summary>
    Official,

    /// <summary>A brief that is to stay on one page: narrower margins, smaller type, no page number.</summary>
    OnePage,
}

/// <summary>A part of a document, in the order of reading.</summary>
[JsonDerivedType(typeof(Passage), "passage")]
[JsonDerivedType(typeof(PaperTable), "table")]
[JsonDerivedType(typeof(Picture), "picture")]
[JsonDerivedType(typeof(NewPage), "page")]
[JsonDerivedType(typeof(Imprint), "imprint")]
public abstract record PaperBlock;

public sealed record Passage(PassageRole Role, string Text) : PaperBlock;

public enum CellSide
{
    Start,
    Middle,
    End,
}

/// <param name="Weight">Share of the width of the page.</param>
public sealed record PaperColumn(string Heading, int Weight, CellSide Side = CellSide.Start);

/// <summary>A table whose heading is repeated on every page.</summary>
/// <param name="Caption">What the table shows, for whoever cannot see it.</param>
public sealed record PaperTable(string Caption, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>A PNG or JPEG.</summary>
/// <param name="Width">Millimetres; at most the 156 of the text.</param>
/// <param name="Height">Millimetres.</param>
public sealed record Picture(byte[] Bytes, int Width, int Height, string Description) : PaperBlock
{
    [JsonIgnore]
    public bool IsPng => Bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];
}

public sealed record NewPage : PaperBlock;

/// <summary>版记: who else receives it, who printed it, when. It stands at the foot of the last even page.</summary>
public sealed record Imprint(string CopiedTo, string Office, string PrintedOn) : PaperBlock;

/// <summary>A document of an office, without a look: the writers of Word and of print give it one.</summary>
/// <param name="Title">For the properties of the file.</param>
/// <param name="Mark">Stands at the head of every page, for drafts and examples.</param>
public sealed record Paper(string Title, IReadOnlyList<PaperBlock> Blocks, string? Mark = null)
{
    public PaperLayout Layout { get; init; }

    public string Language { get; init; } = "zh-CN";

    /// <summary>Author named in the properties of the file.</summary>
    public string Author { get; init; } = "";
}
