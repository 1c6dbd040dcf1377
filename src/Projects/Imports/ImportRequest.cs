namespace Saima.Projects.Imports;

/// <summary>What <c>saima import</c> was asked to do.</summary>
/// <param name="Mapping">Mapping file; without one a mapping is proposed.</param>
/// <param name="SaveMapping">Where a proposed mapping is written.</param>
/// <param name="DryRun">Read and report; write nothing but the annotated workbook.</param>
/// <param name="Annotated">Workbook with every fault marked.</param>
/// <param name="Out">Data package to write instead of the register.</param>
internal sealed record ImportRequest(string File, string? Mapping, string? SaveMapping, bool DryRun, string? Annotated, string? Out, int? Season);
