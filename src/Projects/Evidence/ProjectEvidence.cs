namespace Saima.Projects.Evidence;

/// <summary>What a piece of evidence is to prove.</summary>
public enum EvidencePurpose
{
    /// <summary>A month's report 月报.</summary>
    Report,

    /// <summary>A milestone reached 节点.</summary>
    Milestone,

    /// <summary>Work begun 开工.</summary>
    Start,

    /// <summary>Counted in the statistics 入库.</summary>
    Inclusion,

    /// <summary>Work completed 竣工.</summary>
    Completion,

    /// <summary>Seen by an inspector 核查; said by the module that inspects and chosen in no form.</summary>
    Inspection,
}

/// <summary>佐证: a photo or document given for a project. Only ever added: a mended one is another that replaces it, with a reason.</summary>
public sealed class ProjectEvidence
{
    public long Id { get; set; }

    public int Season { get; set; }

    public required string Project { get; set; }

    public EvidencePurpose Purpose { get; set; }

    /// <summary>The month of a report as <c>2023-08</c>, the name of a milestone, empty for the others.</summary>
    public string About { get; set; } = "";

    /// <summary>SHA-256 of the content in lower-case hex, by which it is kept.</summary>
    public required string Hash { get; set; }

    public required string MediaType { get; set; }

    /// <summary>As the sender called the file.</summary>
    public required string Name { get; set; }

    /// <summary>Bytes.</summary>
    public long Length { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>By the camera's clock, where it was taken; it can be forged.</summary>
    public DateTime? TakenAt { get; set; }

    /// <summary>WGS 84 degrees, as the camera wrote it.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>The perceptual hash of a photo, its 64 bits.</summary>
    public long? Looks { get; set; }

    /// <summary>What a checker should look at twice, found when it was given, as JSON.</summary>
    public string? Flags { get; set; }

    public string? Note { get; set; }

    /// <summary>Stable id of who gave it.</summary>
    public required string Person { get; set; }

    /// <summary>Name of the person when it was given.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The piece this one replaces.</summary>
    public long? ReplacesId { get; set; }

    /// <summary>Why it was replaced.</summary>
    public string? Reason { get; set; }

    public bool IsPhoto => Width is not null;
}
