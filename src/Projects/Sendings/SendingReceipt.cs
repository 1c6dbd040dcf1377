namespace Saima.Projects.Sendings;

/// <summary>收条: something that a device sent and that was taken in. It is written with what it stands for, so that the same thing sent again is answered by it and changes nothing.</summary>
public sealed class SendingReceipt
{
    public long Id { get; set; }

    /// <summary>Stable id of who sent it.</summary>
    public required string Person { get; set; }

    /// <summary>Made by the device; once for each person.</summary>
    public Guid Key { get; set; }

    /// <summary>SHA-256 of what was sent, in lower-case hex.</summary>
    public required string Content { get; set; }

    /// <summary>What was answered, as JSON.</summary>
    public required string Answer { get; set; }

    public DateTimeOffset At { get; set; }
}
