using Saima.Kernel.Refusals;

namespace Saima.Projects.Imports.Uploads;

/// <summary>How far an uploaded file has come.</summary>
public enum UploadStage
{
    /// <summary>It is being read and compared with the register.</summary>
    Reading,

    /// <summary>It was read; what it says is shown.</summary>
    Read,

    /// <summary>It cannot be read at all; the refusal says why.</summary>
    Refused,

    /// <summary>It is being written into the register.</summary>
    Importing,

    /// <summary>It is in the register; the file itself is gone.</summary>
    Done,
}

/// <summary>上传: a file somebody dropped on the import desk. It outlives a restart of the site, and is removed when done, cancelled or a day old.</summary>
public sealed record Upload
{
    public required Guid Id { get; init; }

    /// <summary>As the user knows it, without what no file name may hold.</summary>
    public required string FileName { get; init; }

    /// <summary>Year whose books it is for.</summary>
    public required int Season { get; init; }

    public required DateTimeOffset At { get; init; }

    public UploadStage Stage { get; init; }

    /// <summary>A data package, which needs no mapping.</summary>
    public bool IsPackage { get; init; }

    /// <summary>The mapping was put together here, so that every column can be chosen anew.</summary>
    public bool Composed { get; init; } = true;

    /// <summary>Name of the mapping that was taken from the shelf or from a file.</summary>
    public string? MappingName { get; init; }

    public string? By { get; init; }

    public string? Reason { get; init; }

    /// <summary>When the import began: by it an import that was interrupted after it was written is known again.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The change it became; empty if the register had everything already.</summary>
    public long? ChangeId { get; init; }

    /// <summary>Why it could not be read, or why the last attempt wrote nothing.</summary>
    public Refusal? Refusal { get; init; }
}
