namespace Saima.Projects.Imports;

/// <summary>What <c>saima import</c> was asked to do.</summary>
internal sealed record ImportRequest
{
    public required string File { get; init; }

    /// <summary>Mapping file; without one a mapping is proposed.</summary>
    public string? Mapping { get; init; }

    /// <summary>Where a proposed mapping is written.</summary>
    public string? SaveMapping { get; init; }

    /// <summary>Read and report; write nothing but the annotated workbook.</summary>
    public bool DryRun { get; init; }

    /// <summary>Workbook with every fault marked.</summary>
    public string? Annotated { get; init; }

    /// <summary>Data package to write instead of the register.</summary>
    public string? Out { get; init; }

    public int? Season { get; init; }

    /// <summary>Who imports, and why: kept with the change.</summary>
    public string By { get; init; } = "saima";

    public string? Reason { get; init; }
}
