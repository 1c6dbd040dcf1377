namespace Saima.Projects.Register;

/// <summary>变更: what wrote a set of versions at one stroke, who did it and why. Never changed or deleted.</summary>
public sealed class RegisterChange
{
    public const string Import = "import";
    public const string Undo = "undo";
    public const string Record = "record";

    /// <summary>Written by an approval that stands elsewhere too: an accepted report, a baseline.</summary>
    public const string Decision = "decision";

    public long Id { get; set; }

    /// <summary><see cref="Import"/>, <see cref="Undo"/>, <see cref="Record"/> or <see cref="Decision"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Season whose books were changed; empty if none.</summary>
    public int? Season { get; set; }

    public DateTimeOffset At { get; set; }

    public required string By { get; set; }

    public string? Reason { get; set; }

    /// <summary>Name of the file or folder.</summary>
    public string? Source { get; set; }

    /// <summary>Facts that were not there before.</summary>
    public long Added { get; set; }

    /// <summary>Facts of which there was another version.</summary>
    public long Corrected { get; set; }

    /// <summary>Facts taken back.</summary>
    public long Withdrawn { get; set; }

    /// <summary>The change this one takes back.</summary>
    public long? UndoesId { get; set; }
}
