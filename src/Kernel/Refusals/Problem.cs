namespace Saima.Kernel.Refusals;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>One fault in something handed in: where it is, what stands there and how to mend it.</summary>
/// <param name="Code">Stable code for programs, e.g. <c>DUPLICATE_KEY</c>.</param>
/// <param name="File">File or entry name as the user knows it.</param>
/// <param name="Sheet">Sheet, where the file is a workbook.</param>
/// <param name="Row">Row from 1 as a spreadsheet shows it (the header is a row).</param>
/// <param name="Column">Column heading (or letter where there is none).</param>
/// <param name="Value">The value found, cut to a readable length.</param>
public sealed record Problem(
    Severity Severity, string Code, string File, string? Sheet, long? Row, string? Column, string? Value, Phrase Message, Phrase Remedy);
