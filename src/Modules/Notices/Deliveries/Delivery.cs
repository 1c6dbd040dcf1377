namespace Saima.Modules.Notices.Deliveries;

public enum DeliveryChannel
{
    Mail,
    Robot,
}

public enum DeliveryState
{
    /// <summary>等待发送.</summary>
    Waiting,

    /// <summary>发送中: claimed by a worker for a while.</summary>
    Sending,

    /// <summary>已发送: the other side has taken it.</summary>
    Sent,

    /// <summary>稍后重试.</summary>
    Failed,

    /// <summary>已放弃.</summary>
    GaveUp,

    /// <summary>不再需要: everything in it was done, or there is nobody to send it to.</summary>
    Dropped,
}

/// <summary>Why an attempt came to nothing.</summary>
public enum DeliveryFault
{
    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No connection, or no trust in who answers.</summary>
    Unreachable,

    /// <summary>The other side says to come again.</summary>
    Later,

    /// <summary>The other side will not have it.</summary>
    Refused,

    /// <summary>The other side points elsewhere; that is not followed.</summary>
    Redirected,

    /// <summary>The address lies in a network that must not be called.</summary>
    Forbidden,

    /// <summary>The worker ended while it was sending.</summary>
    Interrupted,

    /// <summary>Address or secret cannot be read with the keys there are.</summary>
    Unreadable,
}

/// <summary>发送: one message to one person over one channel, with the reminders it holds. What it says is made when it is sent and kept nowhere.</summary>
public sealed class Delivery
{
    /// <summary>The same at every attempt, so that who gets it twice can tell.</summary>
    public Guid Id { get; set; }

    /// <summary>Stable id of the person, or a unit.</summary>
    public required string Person { get; set; }

    public DeliveryChannel Channel { get; set; }

    /// <summary>The robot, for a message to one.</summary>
    public Guid? Robot { get; set; }

    /// <summary>The address that is to be confirmed, for a message that asks so; empty for reminders.</summary>
    public Guid? Confirms { get; set; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset NextAt { get; set; }

    public string? ClaimedBy { get; set; }

    /// <summary>Until then nobody else takes it up.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it was sent, given up or dropped.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public DeliveryFault? Fault { get; set; }

    /// <summary>Code of the answer, never its text.</summary>
    public string? FaultCode { get; set; }

    /// <summary>Number of the last step: of two at once only one counts.</summary>
    public int Revision { get; set; }
}

/// <summary>A reminder in a delivery.</summary>
public sealed class DeliveryItem
{
    public Guid Delivery { get; set; }

    public long Reminder { get; set; }

    /// <summary><c>mail</c> or the id of the robot: a reminder goes over each once.</summary>
    public required string Target { get; set; }
}

/// <summary>What came of an attempt.</summary>
/// <param name="Fault">Empty if it was taken.</param>
/// <param name="Code">Of the answer.</param>
public sealed record Attempt(DeliveryFault? Fault = null, string? Code = null);
